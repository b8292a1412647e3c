/** The WeChat build: no px transform, and the AbortController that WeChat lacks. */
import path from 'node:path';
import type { ProvidePlugin } from 'webpack';
import { compiledFolders } from './sources';

interface Chain {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): void };
}

export const mini = (root: string, provide: typeof ProvidePlugin) => ({
  compile: { include: compiledFolders(root) },
  postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  miniCssExtractPluginOption: { ignoreOrder: true },
  webpackChain(chain: Chain) {
    chain
      .plugin('abortController')
      .use(provide, [
        { AbortController: [path.resolve(root, 'src/platform/abort-controller.ts'), 'PlainAbortController'] },
      ]);
  },
});
