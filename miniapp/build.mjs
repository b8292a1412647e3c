// Builds the mini-program for one target and refuses to call it done unless it is new, parses and is within its size.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import zlib from 'node:zlib';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const KB = 1024;

/** Bytes; WeChat's own limits are 2 MB a package, ours are meant to be felt long before. */
export const BUDGETS = { main: 700 * KB, apart: 300 * KB, script: 500 * KB, firstLoadGzip: 200 * KB };

const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/** Every file below `folder`, as paths relative to it, with sizes. */
export function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .map((name) => ({ name, bytes: fs.statSync(path.join(folder, name)).size }));
}

function runTaro(target) {
  const cli = createRequire(path.join(HERE, 'package.json')).resolve('@tarojs/cli/bin/taro');
  const env = { ...process.env, NODE_ENV: 'production', TARO_ENV: target, BROWSERSLIST_IGNORE_OLD_DATA: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'build', '--type', target], { cwd: HERE, env });
    const heard = [];
    child.stdout.on('data', (chunk) => heard.push(chunk));
    child.stderr.on('data', (chunk) => heard.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said: Buffer.concat(heard).toString('utf8') }));
  });
}

/** Scripts that do not parse as plain scripts, with the reason: Taro exits 0 even on those. */
export function unparsable(folder) {
  const broken = [];
  for (const { name } of filesBelow(folder).filter((file) => file.name.endsWith('.js'))) {
    try {
      new vm.Script(fs.readFileSync(path.join(folder, name), 'utf8'), { filename: name });
    } catch (error) {
      broken.push(`${name}: ${error.message}`);
    }
  }
  return broken;
}

/** Size of the main package and of each sub-package of a weapp build. */
export function weappSizes(folder) {
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((part) => `${part.root.replace(/\/$/, '')}/`);
  const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
  for (const { name, bytes } of filesBelow(folder)) {
    const home = roots.find((root) => name.startsWith(root)) ?? 'main';
    sizes.set(home, sizes.get(home) + bytes);
  }
  return sizes;
}

/** Gzipped bytes a browser must fetch before the first page can draw: index.html, its scripts and its style sheets. */
export function firstLoad(folder) {
  const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
  const assets = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="?([^"\s>]+)/g)].map(([, address]) => address);
  const files = ['index.html', ...assets.map((address) => address.replace(/^\//, '').split('?')[0])];
  return files.reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(folder, file))).length, 0);
}

function overBudget(target, folder, print) {
  const over = [];
  const measure = (what, bytes, limit) => {
    print(`  ${what}: ${kb(bytes)} of ${kb(limit)}`);
    if (bytes > limit) over.push(`${what} is ${kb(bytes)}, ${kb(bytes - limit)} over its budget of ${kb(limit)}`);
  };
  const scripts = filesBelow(folder).filter((file) => file.name.endsWith('.js'));
  const largest = scripts.sort((a, b) => b.bytes - a.bytes)[0];
  measure(`largest script ${largest.name}`, largest.bytes, BUDGETS.script);
  if (target === 'weapp') {
    for (const [name, bytes] of weappSizes(folder)) {
      measure(
        name === 'main' ? 'main package' : `sub-package ${name}`,
        bytes,
        name === 'main' ? BUDGETS.main : BUDGETS.apart,
      );
    }
  } else measure('first load, gzip', firstLoad(folder), BUDGETS.firstLoadGzip);
  return over;
}

/**
 * Builds `weapp` or `h5` into `dist/<target>` in production mode.
 * @throws when Taro fails, nothing new was written, a script does not parse or a size budget is passed
 */
export async function build(target, print = console.log) {
  if (target !== 'weapp' && target !== 'h5') throw new Error(`unknown target "${target}": weapp or h5`);
  const folder = path.join(HERE, 'dist', target);
  fs.rmSync(folder, { recursive: true, force: true });
  const began = Date.now();
  const { code, said } = await runTaro(target);
  const fail = (why) => {
    throw new Error(`${target} build failed: ${why}\n${said.trim()}`);
  };
  if (code !== 0) fail(`taro exited with ${code}`);
  const entry = path.join(folder, target === 'weapp' ? 'app.json' : 'index.html');
  if (!fs.existsSync(entry)) fail(`taro said it was done, but ${path.relative(HERE, entry)} was not written`);
  const broken = unparsable(folder);
  if (broken.length > 0) fail(`${broken.length} script(s) do not parse:\n  ${broken.join('\n  ')}`);
  print(`${target}: ${filesBelow(folder).length} files in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  const over = overBudget(target, folder, print);
  if (over.length > 0) fail(`over the size budget:\n  ${over.join('\n  ')}`);
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
