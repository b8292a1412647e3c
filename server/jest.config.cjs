// Runs the server's promises, contract and races against a real MariaDB; each worker makes a database of its own.
const decorators = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', decorators] },
  moduleNameMapper: { '^@sevengrid/shared/(.*)$': '<rootDir>/../shared/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/start/jest-database.mjs',
  globalTeardown: '<rootDir>/start/jest-database-end.mjs',
  maxWorkers: 2,
  testTimeout: 60_000,
};
