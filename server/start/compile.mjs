// Builds shared, server and mini-program, each only when its sources changed since the last time.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stop } from './progress.mjs';
import { run } from './processes.mjs';
import { fileOf, filesUnder, fingerprint, isStamped, root, stamp } from './workspace.mjs';

const locked = ['pnpm-lock.yaml', 'tsconfig.base.json'];
const stampOf = (folder) => join(root, folder, 'dist', '.stamp');

/** Compiles one of shared, server to CommonJS. */
async function compilePackage(folder, sources) {
  const print = fingerprint([...locked, ...sources]);
  if (isStamped(stampOf(folder), print)) return false;
  await run(process.execPath, [fileOf(folder, 'typescript/bin/tsc'), '-p', `${folder}/tsconfig.build.json`], {
    must: `The sources of ${folder} do not compile.`,
    advice: 'The lines above name the file and the place.',
  });
  forgetDeleted(folder);
  stamp(stampOf(folder), print);
  return true;
}

// tsc never removes what it once wrote, and a deleted migration must not run.
function forgetDeleted(folder) {
  const kept = new Set(
    filesUnder([`${folder}/src`]).map((file) => relative(join(root, folder, 'src'), file).replace(/\.tsx?$/, '')),
  );
  const dist = join(root, folder, 'dist');
  for (const name of readdirSync(dist, { recursive: true })) {
    const bare = String(name).replace(/\.js(\.map)?$/, '');
    if (bare !== String(name) && !kept.has(bare)) rmSync(join(dist, String(name)), { force: true });
  }
}

const sharedSources = ['shared/src', 'shared/package.json', 'shared/tsconfig.build.json'];
const serverSources = [...sharedSources, 'server/src', 'server/package.json', 'server/tsconfig.build.json'];

export async function compileWhenStale() {
  const shared = await compilePackage('shared', sharedSources);
  const server = await compilePackage('server', serverSources);
  return shared || server ? undefined : 'up to date';
}

const miniappSources = ['config', 'src', 'build', 'build.mjs', 'package.json', 'babel.config.js', 'tsconfig.json']
  .map((name) => `miniapp/${name}`)
  .concat('shared/src', 'shared/package.json', 'pnpm-lock.yaml');
const firstFile = { h5: 'index.html', weapp: 'app.json' };

function miniappStamp(target) {
  return join(root, 'miniapp', 'dist', `.stamp-${target}`);
}

/** Says that all that `npm start` would build is built from the sources as they are now. */
export function stampBuilt() {
  stamp(stampOf('shared'), fingerprint([...locked, ...sharedSources]));
  stamp(stampOf('server'), fingerprint([...locked, ...serverSources]));
  stamp(miniappStamp('h5'), fingerprint(miniappSources));
}

/** Builds the mini-program for `h5` or `weapp`; the build itself checks that something new came out. */
export async function buildMiniapp(target) {
  const print = fingerprint(miniappSources);
  rmSync(miniappStamp(target), { force: true });
  const { build } = await import(pathToFileURL(join(root, 'miniapp', 'build.mjs')).href);
  await build(target);
  if (!existsSync(join(root, 'miniapp', 'dist', target, firstFile[target]))) {
    throw new Stop(`The ${target} build left no miniapp/dist/${target}/${firstFile[target]}.`);
  }
  stamp(miniappStamp(target), print);
}

export async function buildMiniappWhenStale(target) {
  const there = existsSync(join(root, 'miniapp', 'dist', target, firstFile[target]));
  if (there && isStamped(miniappStamp(target), fingerprint(miniappSources))) return 'up to date';
  // In a process of its own: the bundler keeps hundreds of megabytes that a running server has no use for.
  await run(process.execPath, ['server/start/build.mjs', target], {
    must: `The mini-program could not be built for ${target}.`,
    advice: 'The lines above say why.',
  });
  return undefined;
}
