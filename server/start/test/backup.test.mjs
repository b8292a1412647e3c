// The drill: a community at work is written out, wiped and read in again, and every row and file is as it was.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { pathsIn, sumOf } from '../checksums.mjs';
import { compileWhenStale } from '../compile.mjs';
import { throwAwayDatabase } from '../database.mjs';
import { findProgram } from '../database-binaries.mjs';
import { demandProgram, onDatabase } from '../dump.mjs';
import { freePort } from '../ports.mjs';
import { ensureKeyFile } from '../secrets.mjs';
import { runCommand, startServer } from '../server-process.mjs';
import { readSettings, serverEnvironment } from '../settings.mjs';
import { root } from '../workspace.mjs';

const there = Boolean(findProgram(['mariadb-dump', 'mysqldump']));
const drill = there || process.env.CI === 'true' ? test : test.skip;
if (!there) console.log('mariadb-dump is missing; this installs it: sudo apt-get install -y mariadb-client');

let folder;
let database;
let place;

before(async () => {
  await compileWhenStale();
  database = await throwAwayDatabase();
  folder = mkdtempSync(join(tmpdir(), 'sg-drill-'));
  place = await community('drill');
});
after(async () => {
  await place?.server?.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A database of its own with keys and media beside it; nothing is in it yet. */
async function somewhere(name) {
  await onDatabase(database.adminUrl, async (sql) => {
    await sql(`DROP DATABASE IF EXISTS ${name}`);
    await sql(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  });
  const own = join(folder, name);
  const env = {
    DATABASE_URL: `${database.adminUrl}${name}`,
    KEY_FILE: join(own, 'keys.json'),
    MEDIA_DIR: join(own, 'media'),
    PORT: String(await freePort()),
    DEMO: '1',
  };
  return { url: env.DATABASE_URL, media: env.MEDIA_DIR, keys: env.KEY_FILE, env };
}

async function community(name) {
  const here = await somewhere(name);
  ensureKeyFile(here.keys);
  await runCommand('migrate', serverEnv(here), 'no tables');
  await runCommand('seed-demo', serverEnv(here), 'no community');
  return Object.assign(here, await serve(here));
}

function serverEnv({ env }) {
  return serverEnvironment(readSettings(env), env.DATABASE_URL, { ...process.env, ...env });
}

async function serve(here) {
  const server = startServer(serverEnv(here), join(folder, 'server.log'));
  return { server, address: await server.ready() };
}

async function ask(address, method, path, { token, body, bytes } = {}) {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      'idempotency-key': `drill-${Math.random().toString(36).slice(2)}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
    },
    body: bytes ?? (body && JSON.stringify(body)),
  });
  const reply = await answer.json();
  assert.ok(answer.ok, `${method} ${path}: ${JSON.stringify(reply)}`);
  return reply;
}

const logIn = async (address, account) => (await ask(address, 'POST', '/sessions/demo', { body: { account } })).token;

async function upload(address, token) {
  const bytes = readFileSync(join(root, 'docs', 'screenshots', 'overview.png'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id } = await ask(address, 'POST', '/media/uploads', {
    token,
    body: { kind: 'photo', size: bytes.length, sha256 },
  });
  for (let offset = 0; offset < bytes.length; offset += 200_000)
    await ask(address, 'PUT', `/media/uploads/${id}/bytes?offset=${offset}`, {
      token,
      bytes: bytes.subarray(offset, offset + 200_000),
    });
  await ask(address, 'POST', `/media/uploads/${id}/finish`, { token });
}

async function fileAppeal(address, token, words) {
  const { items } = await ask(address, 'GET', '/ticket-categories', { token });
  const body = { categoryId: items[0].id, words, consent: 'self', channel: 'mini' };
  return ask(address, 'POST', '/tickets', { token, body });
}

/** Every table's checksum, and every file's; who holds which job just now is nobody's history. */
async function stateOf({ url, media }) {
  const tables = await onDatabase(url, async (sql) => {
    const names = (await sql('SHOW TABLES')).map((row) => Object.values(row)[0]).filter((name) => name !== 'lease');
    const sums = await Promise.all(names.map((name) => sql(`CHECKSUM TABLE ${name} EXTENDED`)));
    return sums.map(([row]) => `${row.Table.split('.').at(-1)} ${row.Checksum}`).sort();
  });
  const triggers = await onDatabase(url, (sql) =>
    sql(`SELECT CONCAT_WS(' ', event_object_table, event_manipulation, action_statement) AS line
         FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY trigger_name`),
  );
  const files = await Promise.all(pathsIn(media).map(async (path) => `${path} ${await sumOf(join(media, path))}`));
  return { tables, triggers: triggers.map(({ line }) => line), files };
}

/** Types `npm run backup` or `npm run restore` in a shell whose environment is that of `here`. */
function type(command, words, here, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'server', 'start', `${command}.mjs`), ...words], {
      cwd: root,
      env: { ...process.env, ...here.env, ...more },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.on('close', (code) => resolve({ code, text }));
  });
}

async function backUp(words = []) {
  const to = mkdtempSync(join(folder, 'to-'));
  const { code, text } = await type('backup', ['--to', to, ...words], place);
  assert.equal(code, 0, text);
  const [name] = readdirSync(to);
  return { path: join(to, name), text };
}

drill('what was written out, wiped and read in again is the same to the last row, trigger and file', async () => {
  const token = await logIn(place.address, 'resident');
  for (let n = 0; n < 3; n++) await upload(place.address, token);
  const filed = await fileAppeal(place.address, token, '备份演练：楼道灯不亮');
  await place.server.stop();
  const written = await stateOf(place);
  assert.ok(written.files.length >= 3 && written.tables.length > 30 && written.triggers.length > 10);
  const backup = await backUp();
  assert.match(backup.text, /The key file is not in it, on purpose/);
  assert.ok(!existsSync(join(backup.path, 'keys.json')));

  const keys = readFileSync(place.keys);
  Object.assign(place, await somewhere('drill'), { server: undefined });
  rmSync(place.media, { recursive: true });
  writeFileSync(place.keys, keys);
  assert.deepEqual((await stateOf(place)).tables, []);

  const restored = await type('restore', [backup.path], place);
  assert.equal(restored.code, 0, restored.text);
  assert.match(restored.text, /All whole: \d+ rows/);
  assert.deepEqual(await stateOf(place), written);

  Object.assign(place, await serve(place));
  const again = await logIn(place.address, 'resident');
  const { items } = await ask(place.address, 'GET', '/me/tickets?state=open', { token: again });
  assert.ok(items.some((ticket) => ticket.number === filed.number));
  await fileAppeal(place.address, again, '恢复以后照常反映');
});

drill('a backup of a server at work is whole, and what came later is not in it', async () => {
  const token = await logIn(place.address, 'resident');
  const filing = Array.from({ length: 20 }, async (_, n) => {
    await pause(n * 100);
    await fileAppeal(place.address, token, `一边备份一边反映 ${n}`);
    if (n % 5 === 0) await upload(place.address, token);
  });
  const { path } = await backUp();
  await Promise.all(filing);
  const other = await somewhere('other');
  cpSync(place.keys, other.keys);
  const { code, text } = await type('restore', [path], other);
  assert.equal(code, 0, text);
  assert.match(text, /All whole/);
});

drill('nothing is thrown away unasked, and nothing damaged or of other keys is read in', async () => {
  const { path, text } = await backUp(['--with-keys']);
  assert.match(text, /whoever has this folder can read names/);
  const full = await type('restore', [path], place);
  assert.equal(full.code, 1);
  assert.match(full.text, /Nothing was restored: the database is not empty, and .*media is not empty/);

  const fresh = await somewhere('fresh');
  ensureKeyFile(fresh.keys);
  const strange = await type('restore', [path], fresh);
  assert.equal(strange.code, 1);
  assert.match(strange.text, /lacks what this backup was encrypted with: key k1, index/);
  rmSync(fresh.keys);
  const withKeys = await type('restore', [path], fresh);
  assert.equal(withKeys.code, 0, withKeys.text);
  assert.deepEqual(readFileSync(fresh.keys), readFileSync(place.keys));

  const replaced = await type('restore', [path, '--replace'], fresh);
  assert.equal(replaced.code, 0, replaced.text);

  writeFileSync(join(path, 'database.sql.gz'), 'x', { flag: 'a' });
  const damaged = await type('restore', [path, '--replace'], fresh);
  assert.equal(damaged.code, 1);
  assert.match(damaged.text, /The backup is damaged: database.sql.gz is not what was written/);
});

drill('a backup that was killed leaves no folder that looks like one', async () => {
  const to = mkdtempSync(join(folder, 'killed-'));
  const child = spawn(process.execPath, [join(root, 'server', 'start', 'backup.mjs'), '--to', to], {
    cwd: root,
    env: { ...process.env, ...place.env },
    stdio: 'ignore',
  });
  while (pathsIn(to).length === 0) await pause(2);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  const [left] = readdirSync(to);
  assert.match(left, /\.making$/);
  const { code, text } = await type('restore', [join(to, left), '--replace'], place);
  assert.equal(code, 1);
  assert.match(text, /it is no backup, or one that was interrupted/);
  const next = await type('backup', ['--to', to], place);
  assert.equal(next.code, 0, next.text);
  const [whole, ...others] = readdirSync(to);
  assert.deepEqual(others, []);
  assert.doesNotMatch(whole, /\.making$/);
});

drill('a backup without media, since those lie in a bucket, touches no folder of media', async () => {
  const to = mkdtempSync(join(folder, 'bucket-'));
  const made = await type('backup', ['--to', to], place, { MEDIA_S3_URL: 'http://127.0.0.1:9' });
  assert.equal(made.code, 0, made.text);
  const other = await somewhere('bucket');
  mkdirSync(other.media, { recursive: true });
  writeFileSync(join(other.media, 'mine'), 'of another time');
  copyFileSync(place.keys, other.keys);
  await type('restore', [join(to, readdirSync(to)[0])], other);
  assert.deepEqual(readdirSync(other.media), ['mine']);
});

test('a machine without mariadb-dump is told which package has it', () => {
  const nowhere = (names) => findProgram(names, '', []);
  assert.throws(() => demandProgram(['mariadb-dump'], nowhere), {
    message: /mariadb-dump is not on this machine; .* the package mariadb-client has it/,
  });
});

test('words that nobody knows are refused with the words that are known', async () => {
  const { code, text } = await type('backup', ['--everything'], { env: {} });
  assert.equal(code, 1);
  assert.match(text, /npm run backup knows no --everything/);
});
