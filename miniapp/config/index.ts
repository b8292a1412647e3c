/** Taro's configuration for both targets; px stay px, nothing is cached across builds, nothing reports home. */
import path from 'node:path';
import { ProvidePlugin } from 'webpack';
import { h5 } from './h5';
import { mini } from './mini';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';

export default {
  projectName: 'sevengrid',
  date: '2026-11-23',
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    path.join(root, 'config/aria/plugin.js'),
  ],
  defineConstants: { API_BASE: JSON.stringify(process.env.API_BASE ?? 'http://127.0.0.1:3000') },
  copy: {
    patterns: target === 'h5' ? [{ from: 'src/assets/favicon.svg', to: 'dist/h5/favicon.svg' }] : [],
    options: {},
  },
  // Tibetan as UTF-8 is half the size of Tibetan as escapes.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: mini(root, ProvidePlugin),
  h5: h5(root),
};
