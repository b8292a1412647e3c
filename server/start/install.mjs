// Checks Node and installs exactly what the lock file says, skipping it when nothing changed since the last time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Stop } from './progress.mjs';
import { run } from './processes.mjs';
import { fingerprint, isStamped, root, stamp } from './workspace.mjs';

export const pnpm = 'pnpm@10.34.8';

const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].concat(
  ['shared', 'server', 'miniapp'].map((folder) => `${folder}/package.json`),
);

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return `v${version}`;
  throw new Stop(
    `This is Node ${version}; SevenGrid needs Node 20.19 or newer.`,
    'Install it from https://nodejs.org.',
  );
}

const stampFile = join(root, 'node_modules', '.sevengrid-stamp');
const current = () => fingerprint(manifests, `${process.platform} ${process.arch}`);

/** Says that what the lock file asks for is there now. */
export const stampInstalled = () => stamp(stampFile, current());

export async function installWhenStale() {
  const print = current();
  if (isStamped(stampFile, print)) return 'up to date';
  await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], {
    // Without a terminal pnpm would stop to ask whether it may replace a node_modules made by another tool.
    env: { ...process.env, npm_config_confirm_modules_purge: 'false' },
    must: 'The dependencies could not be installed.',
    advice: 'Check the network (or your npm registry setting) and run the same command again.',
  });
  stamp(stampFile, print);
  return `as locked in ${count()} packages`;
}

function count() {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  return (lock.match(/^ {4}resolution: /gm) ?? []).length;
}
