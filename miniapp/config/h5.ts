/** The browser build: clean addresses from the table of pages, assets from the root. */
import path from 'node:path';
import { requireWithEsbuild } from '@tarojs/helper';
import { compiledFolders } from './sources';

interface PageTable {
  PAGES: Record<string, { address: string }>;
  pagePath: (page: string) => string;
}

const addresses = (root: string): Record<string, string> => {
  const { PAGES, pagePath } = requireWithEsbuild(path.join(root, 'src/platform/pages.ts')) as PageTable;
  return Object.fromEntries(Object.entries(PAGES).map(([page, spec]) => [`/${pagePath(page)}`, spec.address]));
};

export const h5 = (root: string) => ({
  publicPath: '/',
  staticDirectory: 'static',
  router: { mode: 'browser', customRoutes: addresses(root) },
  compile: { include: compiledFolders(root) },
  postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false }, cssModules: { enable: false } },
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
});
