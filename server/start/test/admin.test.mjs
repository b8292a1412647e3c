// Proves on a real private database what `npm run admin` makes, what it refuses, and that a community of one's own is never a demo.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { compileWhenStale } from '../compile.mjs';
import { throwAwayDatabase } from '../database.mjs';
import { ensureKeyFile } from '../secrets.mjs';
import { runCommand } from '../server-process.mjs';
import { fileOf, root } from '../workspace.mjs';

let database;
let folder;
let connection;
const environment = {};

before(async () => {
  await compileWhenStale();
  database = await throwAwayDatabase();
  folder = mkdtempSync(join(database.folder, 'admin-'));
  ensureKeyFile(join(folder, 'keys.json'));
  const { default: mysql } = await import(fileOf('server', 'mysql2/promise'));
  connection = await mysql.createConnection({ uri: database.adminUrl, multipleStatements: true });
  Object.assign(environment, process.env, { KEY_FILE: join(folder, 'keys.json'), DATABASE_URL: await anew() });
  for (const name of ['DEMO', 'NODE_ENV', 'npm_lifecycle_event']) delete environment[name];
});
after(async () => {
  await connection.end();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty database with its tables; answers its address. */
async function anew() {
  await connection.query('DROP DATABASE IF EXISTS own; CREATE DATABASE own CHARACTER SET utf8mb4');
  const url = `${database.adminUrl}own`;
  await runCommand(
    'migrate',
    { ...process.env, ...environment, DATABASE_URL: url, KEY_FILE: join(folder, 'keys.json') },
    '',
  );
  return url;
}

/** As somebody at a terminal runs it: what it said, and the code it ended with. */
async function admin(...words) {
  const child = spawn(process.execPath, [join(root, 'server', 'start', 'admin.mjs'), ...words], { env: environment });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, text };
}

const passwordIn = (text) => /^password {2}([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(text)?.[1];
const scopes = async () => {
  const order = "FIELD(kind, 'city', 'street', 'community')";
  return (await connection.query(`SELECT kind, name, number_prefix FROM own.scope ORDER BY ${order}`))[0];
};

test('a wrong word is named, and nothing is made', async () => {
  const one = await admin('--prefix', '12');
  assert.equal(one.code, 1);
  assert.match(one.text, /--prefix: expected 1 to 4 letters/);
  assert.deepEqual(await scopes(), []);
});

test('an empty database gets its scopes and one administrator, whose password is told once', async () => {
  const one = await admin('--city', '试城', '--community', '新社区', '--prefix', '新', '--account', 'luoxue');
  assert.equal(one.code, 0, one.text);
  assert.ok(passwordIn(one.text), one.text);
  assert.deepEqual(
    (await scopes()).map(({ kind, name, number_prefix: prefix }) => [kind, name, prefix]),
    [
      ['city', '试城', null],
      ['street', '本街道', null],
      ['community', '新社区', '新'],
    ],
  );
  assert.equal(await runCommand('state', environment, ''), 'own');
});

test('a second time nothing is made: it says who is there, and refuses what was asked beside', async () => {
  const again = await admin();
  assert.deepEqual([again.code, passwordIn(again.text)], [0, undefined]);
  assert.match(again.text, /administrator already: luoxue\. Nothing was changed/);
  assert.equal((await admin('--community', '别的社区')).code, 1);
  assert.equal((await scopes()).length, 3);
});

test('an administrator gets a new password, and somebody who is none does not', async () => {
  const one = await admin('--reset', 'luoxue');
  assert.ok(passwordIn(one.text), one.text);
  const [[row]] = await connection.query('SELECT must_change FROM own.person');
  assert.equal(row.must_change, 1);
  const other = await admin('--reset', 'nobody');
  assert.deepEqual([other.code, passwordIn(other.text)], [1, undefined]);
  assert.match(other.text, /nobody is no administrator/);
});

test('the demo community gets no administrator of its own', async () => {
  await anew();
  await runCommand('seed-demo', { ...environment, DEMO: '1' }, '');
  const one = await admin();
  assert.equal(one.code, 1);
  assert.match(one.text, /holds the demo community/);
  assert.equal(await runCommand('state', environment, ''), 'demo');
});
