// Makes a small checkout in a temporary folder: the real start scripts around a stand-in for the compiled server.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { stopDatabase } from '../database.mjs';
import { freePort } from '../ports.mjs';
import { end, lives } from '../processes.mjs';
import { root } from '../workspace.mjs';

const standIn = `
const { createServer } = require('node:http');
const demo = { accounts: [{ account: 'resident-1', role: 'resident', name: 'Demo' }], cardUrl: process.env.PUBLIC_URL + '/c/DEMO' };
createServer((request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.end(JSON.stringify(request.url === '/api/v1/demo' ? demo : { database: process.env.DATABASE_URL }));
}).listen(Number(process.env.PORT), process.env.HOST);
`;

/** Answers the folder of a checkout in which installing and building are already done. */
export async function makeCheckout() {
  const folder = mkdtempSync(join(tmpdir(), 'sg-start-'));
  for (const name of [
    'server/dist/commands',
    'server/src',
    'shared/src',
    'shared/dist',
    'miniapp/dist/h5',
    'node_modules',
  ]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  cpSync(join(root, 'server', 'start'), join(folder, 'server', 'start'), { recursive: true });
  for (const name of ['package.json', 'server/package.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'server', 'node_modules'), join(folder, 'server', 'node_modules'));
  writeFileSync(join(folder, 'pnpm-lock.yaml'), '');
  writeFileSync(join(folder, 'miniapp', 'dist', 'h5', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'server', 'dist', 'main.js'), standIn);
  for (const name of ['migrate', 'state', 'seed-demo', 'admin', 'audit', 'seal']) {
    writeFileSync(join(folder, 'server', 'dist', 'commands', `${name}.js`), `console.log('${name} done');`);
  }
  await stampAll(folder);
  return folder;
}

// The stamps are made by the copy's own code, so that it finds everything current.
async function stampAll(folder) {
  const own = (name) => import(pathToFileURL(join(folder, 'server', 'start', name)).href);
  const [{ stampInstalled }, { stampBuilt }] = await Promise.all([own('install.mjs'), own('compile.mjs')]);
  stampInstalled();
  stampBuilt();
}

/** A running `npm start` of such a checkout, as a person at a terminal meets it. */
export async function startIn(folder, { port, env = {}, args = [] } = {}) {
  const chosen = port ?? (await freePort());
  const clean = { ...process.env, PORT: String(chosen), ...env };
  for (const name of ['DATABASE_URL', 'NODE_ENV', 'npm_lifecycle_event']) if (!(name in env)) delete clean[name];
  const child = spawn(process.execPath, [join(folder, 'server', 'start', 'start.mjs'), ...args], {
    env: clean,
    cwd: folder,
  });
  const started = { child, port: chosen, text: '', code: undefined };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (started.text += chunk));
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve((started.code = code ?? signal))));
  return Object.assign(started, {
    ended,
    says: (words) =>
      waitFor(
        () => started.text.includes(words),
        () => `"${words}" in:\n${started.text}`,
      ),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  });
}

export async function waitFor(holds, what, patience = 40_000) {
  for (let waited = 0; waited < patience; waited += 50) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`Waited in vain for ${what()}`);
}

export const noteOf = (folder, name) => JSON.parse(readFileSync(join(folder, '.data', name), 'utf8'));

/** Stops whatever a test left running there, and removes the folder. */
export async function clear(folder) {
  try {
    const known = noteOf(folder, 'start.json').server;
    if (lives(known)) await end(known, 5000);
  } catch {
    // No note: nothing was left.
  }
  await stopDatabase(join(folder, '.data'), 5000);
  rmSync(folder, { recursive: true, force: true });
}
