// Unit tests of the mini-program: rules and state in plain node, Taro replaced by a small stand-in of WeChat's storage.
const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
  },
  module: { type: 'commonjs' },
};

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/test/realm/', '/test/device/'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@sevengrid/shared/(.*)$': '<rootDir>/../shared/src/$1',
    '^@tarojs/taro$': '<rootDir>/test/taro-stand-in.ts',
    '^\\./elements$': '<rootDir>/src/ui/elements.h5.tsx',
    '^\\./icon$': '<rootDir>/src/ui/icon.h5.tsx',
    '\\.scss$': '<rootDir>/test/empty-style.ts',
  },
  globals: { API_BASE: 'http://server.test' },
};
