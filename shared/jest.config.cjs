// Runs the rules of shared as tables and properties, without mocks and without a server.
module.exports = { ...require('../jest.typescript.cjs'), rootDir: __dirname };
