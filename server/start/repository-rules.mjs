// Looks through the files of the repository for what would tie it to one machine, one registry or one workplace.
import { homedir } from 'node:os';
import { extname } from 'node:path';
import { run } from './processes.mjs';
import { Stop } from './progress.mjs';
import { readText, root } from './workspace.mjs';

const binary = new Set(['.png', '.jpg', '.jpeg', '.webp', '.ico', '.woff2', '.pdf']);

// Folders in which people's own checkouts lie; a path below them means nothing on another machine.
// A folder of ours may be called home as well: only a path that begins there counts.
function machinePaths() {
  const edge = '(?=[/\\s"\'`),;]|$)';
  const literal = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const paths = ['(?<![\\w.])/(?:home|Users)/[a-z][\\w.-]*/', '[A-Z]:\\\\Users\\\\\\w+'];
  // Short ones such as /app could stand in any URL, so only those of two parts and more are looked for.
  for (const path of [root, homedir()]) if (path.split('/').length > 2) paths.push(literal(path) + edge);
  return new RegExp(paths.join('|'));
}

async function repositoryFiles() {
  const { code, output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  // Without git there is no list of what belongs to the repository, and nothing to be said.
  if (code !== 0) return [];
  return output.split('\n').filter((file) => file && !binary.has(extname(file)));
}

/** Throws one Stop naming every line that ties the repository to a machine or silences a rule without a reason. */
export async function checkRepository() {
  const pattern = machinePaths();
  const found = [];
  for (const file of await repositoryFiles()) {
    if (file === 'pnpm-lock.yaml') continue;
    readText(`${root}/${file}`)
      .split('\n')
      .forEach((line, index) => {
        if (pattern.test(line)) found.push(`${file}:${index + 1} has a path of one machine`);
        if (/eslint-disable/.test(line) && /\.tsx?$/.test(file) && !/ -- \S/.test(line)) {
          found.push(`${file}:${index + 1} silences a rule without saying why`);
        }
      });
  }
  if (found.length > 0) throw new Stop(`${found.length} lines to mend.`, '', found.join('\n'));
}

/** A lock file that names a registry's host installs only where that host can be reached. */
export function checkLockFile() {
  const hosts = readText(`${root}/pnpm-lock.yaml`).match(/(?:tarball|registry|resolved): *\S*https?:\S+/g) ?? [];
  if (hosts.length > 0)
    throw new Stop('The lock file names a registry host.', '', [...new Set(hosts)].slice(0, 10).join('\n'));
}
