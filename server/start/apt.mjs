// Installs Debian packages where that is allowed: as root on a system that has apt; it never starts a service.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './processes.mjs';

export function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

export async function isInstalled(name) {
  const { code, output } = await run('dpkg-query', ['-W', '-f=${Status}', name]);
  return code === 0 && output.includes('install ok installed');
}

/** Answers true when all packages are there afterwards. */
export async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const { code } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
  return code === 0;
}
