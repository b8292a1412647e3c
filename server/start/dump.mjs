// Writes a database out by mariadb-dump and reads it in again by mariadb, both through gzip; passwords stay off the command line.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { findProgram } from './database-binaries.mjs';
import { Stop } from './progress.mjs';
import { fileOf } from './workspace.mjs';

const DUMP = ['mariadb-dump', 'mysqldump'];
const CLIENT = ['mariadb', 'mysql'];

const installs = {
  darwin: 'brew install mariadb',
  win32: 'winget install MariaDB.Server',
  linux: 'sudo apt-get install -y --no-install-recommends mariadb-client',
};

/** The program's path. @throws Stop that names the package and the line that installs it. */
export function demandProgram(names, find = findProgram) {
  const path = find(names);
  if (path) return path;
  throw new Stop(
    `${names[0]} is not on this machine; on Debian and Ubuntu the package mariadb-client has it.`,
    `Install it, then type the same command again:\n\n  ${installs[process.platform] ?? installs.linux}`,
  );
}

export const demandClients = () => ({ dump: demandProgram(DUMP), client: demandProgram(CLIENT) });

/** One transaction for all tables, so that nobody has to stop working; blobs as hex, triggers with their tables. */
const WHOLE = [
  ...['--single-transaction', '--quick', '--skip-lock-tables', '--routines', '--triggers', '--hex-blob'],
  ...['--no-tablespaces', '--default-character-set=utf8mb4', '--skip-dump-date'],
];

/** What the last line of a dump that came to its end begins with. */
const END = '-- Dump completed';

/** @throws Stop when the dump did not come to its end */
export async function writeDump(url, file) {
  await withAccess(url, async (access, name) => {
    const child = spawn(demandProgram(DUMP), [access, ...WHOLE, name], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = endOf(child);
    const tail = lastOf(200);
    await pipeline(child.stdout, tail, createGzip(), createWriteStream(file, { mode: 0o600 }));
    const { code, words } = await ended;
    if (code !== 0 || !tail.text().includes(END)) throw new Stop('The database could not be written out.', '', words);
  });
}

/** Reads a dump into an empty database. */
export async function readDump(url, file) {
  await withAccess(url, async (access, name) => {
    const child = spawn(demandProgram(CLIENT), [access, '--default-character-set=utf8mb4', name], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const ended = endOf(child);
    // When the client gives up it closes its end; its own words say more than ours.
    const broken = await pipeline(createReadStream(file), createGunzip(), ownDefiners(), child.stdin).catch((e) => e);
    const { code, words } = await ended;
    if (code === 0 && !broken) return;
    throw new Stop(
      'The database could not be read in.',
      'It is half filled now: mend the cause, then add --replace.',
      words,
    );
  });
}

/** Runs `work` with a connection of its own. */
export async function onDatabase(url, work) {
  const { default: mysql } = await import(fileOf('server', 'mysql2/promise'));
  const connection = await mysql.createConnection(url);
  try {
    return await work((sql, values) => connection.query(sql, values).then(([rows]) => rows));
  } finally {
    await connection.end();
  }
}

async function withAccess(url, work) {
  const folder = mkdtempSync(join(tmpdir(), 'sevengrid-access-'));
  const path = join(folder, 'client.cnf');
  const { hostname, port, username, password, pathname } = new URL(url);
  const quoted = (text) => `"${decodeURIComponent(text).replace(/[\\"]/g, '\\$&')}"`;
  const lines = [`host=${quoted(hostname)}`, `port=${port || 3306}`, `user=${quoted(username)}`, 'protocol=tcp'];
  writeFileSync(path, ['[client]', ...lines, `password=${quoted(password)}`, ''].join('\n'), { mode: 0o600 });
  try {
    await work(`--defaults-extra-file=${path}`, decodeURIComponent(pathname.slice(1)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endOf(child) {
  let words = '';
  child.stderr.on('data', (chunk) => (words = (words + chunk).slice(-4000)));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, words: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, words }));
  });
}

/** Passes everything on and remembers the last of it. */
function lastOf(size) {
  let kept = Buffer.alloc(0);
  const stream = new Transform({
    transform(chunk, _, done) {
      kept = Buffer.concat([kept, chunk]).subarray(-size);
      done(null, chunk);
    },
  });
  return Object.assign(stream, { text: () => kept.toString('utf8') });
}

/** A trigger is made by whoever reads it in, not by the user of another machine who once made it. */
function ownDefiners() {
  let rest = '';
  const bare = (line) => line.replace(/^(\/\*!50003 CREATE\*\/ )\/\*!50017 DEFINER=`[^`]*`@`[^`]*`\*\/ /, '$1');
  return new Transform({
    transform(chunk, _, done) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop();
      done(null, Buffer.from(lines.map((line) => `${bare(line)}\n`).join(''), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(bare(rest), 'latin1'));
    },
  });
}
