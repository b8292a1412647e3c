// Boots the built mini-program in a realm that has only what WeChat has; needs WEAPP_DIST and a running server (BASE_URL).
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['<rootDir>/test/realm/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
};
