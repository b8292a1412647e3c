// Proves that `npm start` comes back from a kill, refuses a second copy, and says clearly what stands in its way.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { freePort } from '../ports.mjs';
import { lives } from '../processes.mjs';
import { clear, makeCheckout, noteOf, startIn } from './checkout.mjs';

let folder;
const begun = [];
const start = async (options) => {
  const one = await startIn(folder, options);
  begun.push(one);
  return one;
};

before(async () => (folder = await makeCheckout()));
afterEach(async () => {
  for (const one of begun.splice(0)) {
    one.child.kill('SIGTERM');
    await one.ended;
  }
});
after(() => clear(folder));

test('starts, shows each step, the accounts and the card, and Ctrl-C stops all it started', async () => {
  const one = await start();
  await one.says('Ctrl-C stops it.');
  for (const words of ['✓ Dependencies', '✓ Database', '✓ Tables: migrate done', 'resident-1', '/c/DEMO', '▄']) {
    assert.ok(one.text.includes(words), `${words} in:\n${one.text}`);
  }
  const { server } = noteOf(folder, 'start.json');
  const { process: database } = noteOf(folder, 'mariadb.json');
  one.child.kill('SIGINT');
  // npm passes the terminal's Ctrl-C on a second time; it must not count as impatience.
  one.child.kill('SIGINT');
  assert.equal(await one.ended, 0);
  assert.deepEqual([lives(server), lives(database)], [false, false]);
});

test('a second start in the same folder says that the first one runs, and leaves it alone', async () => {
  const one = await start();
  await one.says('Ctrl-C stops it.');
  const two = await start();
  assert.equal(await two.ended, 1);
  assert.match(two.text, /npm start is already running in this folder, at http:\/\/localhost:\d+ \(process \d+\)/);
  assert.ok((await fetch(`http://127.0.0.1:${one.port}/health/ready`)).ok);
});

test('after kill -9 the next start adopts the database and replaces the orphaned server', async () => {
  const port = await freePort();
  const one = await start({ port });
  await one.says('Ctrl-C stops it.');
  const { server } = noteOf(folder, 'start.json');
  const { process: database } = noteOf(folder, 'mariadb.json');
  await one.kill();
  assert.deepEqual([lives(server), lives(database)], [true, true], 'both are orphans now');
  const two = await start({ port });
  await two.says('Ctrl-C stops it.');
  assert.equal(lives(server), false);
  assert.match(two.text, /taken over from a start that was interrupted/);
  assert.equal(noteOf(folder, 'mariadb.json').process.pid, database.pid);
  two.child.kill('SIGTERM');
  assert.equal(await two.ended, 0);
  assert.equal(lives(database), false, 'what was adopted is stopped as well');
});

test('when both the start and the database were killed, a new database opens the same data', async () => {
  const one = await start();
  await one.says('Ctrl-C stops it.');
  const { process: database } = noteOf(folder, 'mariadb.json');
  await one.kill();
  process.kill(database.pid, 'SIGKILL');
  const two = await start();
  await two.says('Ctrl-C stops it.');
  assert.notEqual(noteOf(folder, 'mariadb.json').process.pid, database.pid);
});

test('a lock that a kill left unreadable does not keep the next start waiting', async () => {
  writeFileSync(join(folder, '.data', 'start.json'), '');
  const one = await start();
  await one.says('Ctrl-C stops it.');
});

test('a server that ends by itself ends the start, with a sentence, and the database with it', async () => {
  const one = await start();
  await one.says('Ctrl-C stops it.');
  process.kill(noteOf(folder, 'start.json').server.pid, 'SIGKILL');
  assert.equal(await one.ended, 1);
  assert.match(one.text, /The server ended by itself \(signal SIGKILL\)/);
});

test('a taken port is named, with the way to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  const { port } = await new Promise((resolve) => other.once('listening', () => resolve(other.address())));
  const one = await start({ port });
  assert.equal(await one.ended, 1);
  assert.match(one.text, new RegExp(`Port ${port} on 127.0.0.1 cannot be used: another program listens there`));
  assert.match(one.text, new RegExp(`PORT=${port + 1} npm start`));
  other.close();
});

test('an empty start says how the first administrator is made, and a community of its own is shown as no demo', async () => {
  const state = join(folder, 'server', 'dist', 'commands', 'state.js');
  const kept = readFileSync(state, 'utf8');
  for (const [holds, args, says] of [
    ['empty', ['--empty'], 'npm run admin'],
    ['own', [], 'The database has a community of its own'],
  ]) {
    writeFileSync(state, `console.log('${holds}')`);
    const one = await start({ args });
    await one.says('Ctrl-C stops it.');
    assert.ok(one.text.includes(says), one.text);
    assert.equal(one.text.includes('Demo community'), false);
    one.child.kill('SIGTERM');
    await one.ended;
  }
  writeFileSync(state, "console.log('demo')");
  const refused = await start({ args: ['--empty'] });
  assert.equal(await refused.ended, 1);
  assert.match(refused.text, /The database holds the demo community/);
  writeFileSync(state, kept);
});

test('keys and passwords are made once, for the owner only', async () => {
  const read = () =>
    ['keys.json', 'mariadb-passwords.json'].map((name) => readFileSync(join(folder, '.data', name), 'utf8'));
  const first = read();
  const one = await start();
  await one.says('Ctrl-C stops it.');
  assert.deepEqual(read(), first);
  assert.equal(Buffer.from(JSON.parse(first[0]).keys.k1, 'base64').length, 32);
  for (const name of ['keys.json', 'mariadb-passwords.json', 'server.log']) {
    assert.equal(statSync(join(folder, '.data', name)).mode & 0o077, 0, name);
  }
});
