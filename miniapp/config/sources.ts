/** Folders outside `src` that Babel must compile: string prefixes only, since Taro's doctor breaks on a RegExp. */
import fs from 'node:fs';
import path from 'node:path';

/** Ours (TypeScript) and TanStack's (private fields that older phones cannot parse), by real path, as pnpm lays them out. */
export const compiledFolders = (root: string): string[] => {
  const store = fs.realpathSync(path.resolve(root, '../node_modules/.pnpm'));
  const tanstack = fs.readdirSync(store).filter((name) => name.startsWith('@tanstack+'));
  return [fs.realpathSync(path.resolve(root, '../shared/src')), ...tanstack.map((name) => path.join(store, name))];
};
