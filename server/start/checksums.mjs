// Checksums of folders in the form that `sha256sum --check` reads, so that a backup can be checked without us.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Stop } from './progress.mjs';
import { readText } from './workspace.mjs';

export const SUMS = 'SHA256SUMS';
/** What a manifest says of media that lie in no folder. */
export const IN_A_BUCKET = 'in a bucket';

/** Paths of the files below `folder`, with forward slashes, sorted; none where there is no folder. A file may go while one reads. */
export function pathsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(folder, join(found.parentPath, found.name)).replaceAll('\\', '/'))
    .sort();
}

export async function sumOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Copies a file for its owner only; answers the checksum of what was copied. */
export async function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from), through, createWriteStream(to, { mode: 0o600 }));
  return hash.digest('hex');
}

/** @param {Map<string, string>} sums path → checksum */
export const linesOf = (sums) =>
  [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');

export const readSums = (folder) =>
  new Map(
    readText(join(folder, SUMS))
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

/** @throws Stop that names the first file which is missing, was changed, or does not belong there. */
export async function verify(folder) {
  const sums = readSums(folder);
  const isOther = (path) => path !== SUMS && !sums.has(path);
  if (sums.size === 0) throw new Stop(`${folder} has no ${SUMS}: it is no backup, or one that was interrupted.`);
  for (const [path, sum] of sums) {
    const file = join(folder, path);
    if (relative(folder, file).startsWith('..')) throw new Stop(`${SUMS} names a file outside: ${path}`);
    if (!existsSync(file)) throw new Stop(`The backup lacks ${path}.`);
    if ((await sumOf(file)) !== sum) throw new Stop(`The backup is damaged: ${path} is not what was written.`);
  }
  const stranger = pathsIn(folder).find(isOther);
  if (stranger) throw new Stop(`${stranger} is no part of the backup.`);
  return sums;
}
