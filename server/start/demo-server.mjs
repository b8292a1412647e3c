// Starts a seeded demo server with a database of its own on a free port, for suites that need one to talk to.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from './ports.mjs';
import { ensureKeyFile } from './secrets.mjs';
import { runCommand, startServer } from './server-process.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { fileOf } from './workspace.mjs';

/** Answers `{ url, stop }`. The database lives in the throw-away server and goes with it. */
export async function demoServer(database, name) {
  const folder = mkdtempSync(join(database.folder, 'demo-'));
  const port = await freePort();
  const settings = readSettings({
    PORT: String(port),
    KEY_FILE: join(folder, 'keys.json'),
    MEDIA_DIR: join(folder, 'media'),
  });
  ensureKeyFile(settings.keyFile);
  const env = serverEnvironment(settings, await makeDatabase(database.adminUrl, `demo_${name}`), process.env);
  await runCommand('migrate', env, 'The tables could not be made.');
  await runCommand('seed-demo', env, 'The demo community could not be made.');
  const server = startServer(env, join(folder, 'server.log'));
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await server.ready();
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function makeDatabase(adminUrl, name) {
  const { default: mysql } = await import(fileOf('server', 'mysql2/promise'));
  const connection = await mysql.createConnection(adminUrl);
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.end();
  return `${adminUrl}${name}`;
}
