// Proves what production demands and refuses, what Node is too old, and what is said where no database can be had.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureDatabaseBinaries, findDatabaseBinaries } from '../database-binaries.mjs';
import { checkNode } from '../install.mjs';
import { ensureKeyFile } from '../secrets.mjs';
import { readSettings, serverEnvironment } from '../settings.mjs';

const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://a:b@db/x',
  KEY_FILE: '/etc/keys.json',
  PUBLIC_URL: 'https://grid.example.org/',
  MEDIA_DIR: '/srv/media',
};

test('production refuses demo mode', () => {
  assert.throws(() => readSettings({ ...complete, DEMO: '1' }), /production refuses it/);
});

test('production names every setting that is missing, at once', () => {
  assert.throws(
    () => readSettings({ NODE_ENV: 'production' }),
    /Production needs DATABASE_URL, KEY_FILE, PUBLIC_URL, MEDIA_DIR/,
  );
});

test('production takes a bucket in place of a folder for media', () => {
  const without = { ...complete, MEDIA_DIR: '' };
  assert.throws(() => readSettings(without), /Production needs MEDIA_DIR/);
  assert.equal(readSettings({ ...without, MEDIA_S3_URL: 'https://s3.example.org' }).production, true);
});

test('production neither seeds nor makes keys, and its server never sees DEMO', () => {
  const settings = readSettings({ ...complete, DEMO: '0' });
  assert.deepEqual([settings.demo, settings.makesKeys, settings.publicUrl], [false, false, 'https://grid.example.org']);
  assert.equal('DEMO' in serverEnvironment(settings, complete.DATABASE_URL, { DEMO: '0' }), false);
});

test('without any setting it is a demo on this machine only', () => {
  const { demo, port, host, publicUrl } = readSettings({});
  assert.deepEqual(
    { demo, port, host, publicUrl },
    { demo: true, port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000' },
  );
});

test('--empty starts without the demo, also when npm keeps the word to itself; another word is refused', () => {
  assert.equal(readSettings({}, ['--empty']).demo, false);
  assert.equal(readSettings({ npm_config_empty: 'true' }).demo, false);
  assert.throws(() => readSettings({}, ['--emtpy']), /knows no --emtpy/);
});

test('a PORT that is none is refused', () => {
  for (const PORT of ['abc', '-1', '70000', '80.5']) assert.throws(() => readSettings({ PORT }), /which is no port/);
});

test('an old Node is refused by its number', () => {
  assert.throws(() => checkNode('20.18.3'), /needs Node 20\.19 or newer/);
  for (const version of ['20.19.0', '22.1.0', '24.0.0']) assert.equal(checkNode(version), `v${version}`);
});

test('without a database program the way to get one is said, for each system', async () => {
  const find = () => findDatabaseBinaries('/nowhere', ['/nowhere-else']);
  await assert.rejects(ensureDatabaseBinaries({ find, allowed: false }), (error) => {
    assert.match(error.message, /needs MariaDB 10\.11 or newer/);
    for (const words of ['apt-get install', 'brew install mariadb', 'winget install', 'DATABASE_URL=']) {
      assert.ok(error.advice.includes(words), words);
    }
    return true;
  });
});

test('the key file is made once and kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sg-keys-'));
  const path = join(folder, 'deep', 'keys.json');
  const first = ensureKeyFile(path);
  assert.deepEqual(ensureKeyFile(path), first);
  assert.equal(readFileSync(path, 'utf8').includes(first.index), true);
  assert.notEqual(first.index, first.keys.k1);
  rmSync(folder, { recursive: true });
});
