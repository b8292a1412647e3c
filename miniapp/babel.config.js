// Babel for both builds: React's automatic runtime, TypeScript, legacy decorators (class-validator's requests).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
