/** Links TypeScript files that run in Chromium into one script, each as a small CommonJS module; no bundler is needed for ten files. */
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';

const PLAIN = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  configFile: false,
  swcrc: false,
} as const;

const REQUIRED = /\brequire\("([^"]+)"\)/g;

/** Where a module's file lies: ours beside the file that names it, a package's where node finds it. */
const fileOf = (name: string, from: string): string =>
  name.startsWith('.') ? path.join(path.dirname(from), `${name}.ts`) : require.resolve(name);

function collect(file: string, modules: Map<string, string>): void {
  if (modules.has(file)) return;
  const source = fs.readFileSync(file, 'utf8');
  if (!file.endsWith('.ts')) {
    modules.set(file, source);
    return;
  }
  const code = transformSync(source, { ...PLAIN, filename: file }).code;
  modules.set(
    file,
    code.replace(REQUIRED, (_, name: string) => `require(${JSON.stringify(fileOf(name, file))})`),
  );
  for (const [, name = ''] of code.matchAll(REQUIRED)) collect(fileOf(name, file), modules);
}

/** One script that runs `entry`. */
export function link(entry: string): string {
  const modules = new Map<string, string>();
  collect(entry, modules);
  const table = [...modules].map(
    ([file, code]) => `${JSON.stringify(file)}: (require, module, exports) => {${code}\n}`,
  );
  return `(() => {
const process = { env: { NODE_ENV: 'production' } };
const modules = {${table.join(',\n')}};
const made = {};
const require = (file) => {
  if (!made[file]) { made[file] = { exports: {} }; modules[file](require, made[file], made[file].exports); }
  return made[file].exports;
};
require(${JSON.stringify(entry)});
})();`;
}
