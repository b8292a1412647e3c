// Babel for both builds: React's automatic runtime, TypeScript, legacy decorators (class-validator's requests), slim routes.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  overrides: [{ test: /[\\/]shared[\\/]src[\\/].*routes\.ts$/, plugins: [require('./config/slim-routes')] }],
};
