// Runs the built mini-program on a phone drawn in Chromium; needs WEAPP_DIST or dist/weapp, and a running demo server (BASE_URL).
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['<rootDir>/test/device/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
};
