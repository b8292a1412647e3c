// Runs the server's promises, contract and races against a real MariaDB; each worker makes a database of its own.
module.exports = {
  ...require('../jest.typescript.cjs'),
  rootDir: __dirname,
  globalSetup: '<rootDir>/start/jest-database.mjs',
  globalTeardown: '<rootDir>/start/jest-database-end.mjs',
  testTimeout: 60_000,
};
