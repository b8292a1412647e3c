// Knows where things lie in this checkout, and whether what was made from the sources is still current.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]+$/, '');
export const dataFolder = join(root, '.data');

// Nothing below these was written by hand, so nothing below them says that a build is stale.
const madeByTools = new Set(['node_modules', 'dist', '.data', '.cache', '.swc', 'coverage']);

/** Every file under the given paths (folders or files, relative to the checkout), sorted; a missing path has none. */
export function filesUnder(paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void found.push(path);
    for (const name of readdirSync(path)) if (!madeByTools.has(name)) visit(join(path, name));
  };
  for (const path of paths) visit(join(root, path));
  return found.sort();
}

/** SHA-256 over names and contents, so that a fresh clone with new file times is not taken for a change. */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of filesUnder(paths)) {
    hash.update(`\0${relative(root, file).replaceAll('\\', '/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export function isStamped(stampFile, print) {
  return readText(stampFile).trim() === print;
}

export function stamp(stampFile, print) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${print}\n`);
}

/** The file behind a module as one of our packages sees it: pnpm gives each package only what it asked for. */
export function fileOf(packageFolder, module) {
  return createRequire(join(root, packageFolder, 'package.json')).resolve(module);
}
