// Starts a server with a database of its own on a free port, for suites that need one to talk to: the demo, or an empty one.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from './ports.mjs';
import { run } from './processes.mjs';
import { ensureKeyFile } from './secrets.mjs';
import { runCommand, startServer } from './server-process.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { fileOf } from './workspace.mjs';

/** Answers `{ url, stop }`. The database lives in the throw-away server and goes with it. */
export async function demoServer(database, name) {
  const { env, serve } = await prepare(database, `demo_${name}`);
  await runCommand('seed-demo', env, 'The demo community could not be made.');
  return serve();
}

/** A server with nothing but what `npm run admin` makes; answers `{ url, account, password, stop }` of the administrator. */
export async function emptyServer(database, name) {
  const { env, serve } = await prepare(database, `empty_${name}`, ['--empty']);
  const words = ['--city', '试用市', '--street', '试用街道', '--community', '新村社区', '--prefix', '新'];
  const { output } = await run(process.execPath, ['server/dist/commands/admin.js', ...words], {
    env,
    must: 'The first administrator could not be made.',
  });
  const said = (word) => output.match(new RegExp(`^${word} +(\\S+)$`, 'm'))?.[1] ?? '';
  return { account: said('account'), password: said('password'), ...(await serve()) };
}

async function prepare(database, name, words = []) {
  const folder = mkdtempSync(join(database.folder, 'server-'));
  const port = await freePort();
  const settings = readSettings(
    { PORT: String(port), HOST: '127.0.0.1', KEY_FILE: join(folder, 'keys.json'), MEDIA_DIR: join(folder, 'media') },
    words,
  );
  ensureKeyFile(settings.keyFile);
  const env = serverEnvironment(settings, await makeDatabase(database.adminUrl, name), process.env);
  await runCommand('migrate', env, 'The tables could not be made.');
  const serve = async () => {
    const server = startServer(env, join(folder, 'server.log'));
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    await server.ready();
    return { url: `http://127.0.0.1:${port}`, stop };
  };
  return { env, serve };
}

async function makeDatabase(adminUrl, name) {
  const { default: mysql } = await import(fileOf('server', 'mysql2/promise'));
  const connection = await mysql.createConnection(adminUrl);
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.end();
  return `${adminUrl}${name}`;
}
