// `npm start`: from a fresh clone to a running server, step by step, and back to nothing when told to stop.
import { join } from 'node:path';
import process from 'node:process';
import { buildMiniappWhenStale, compileWhenStale } from './compile.mjs';
import { startDatabase, stopDatabase } from './database.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { takeLock } from './lock.mjs';
import { obstacle } from './ports.mjs';
import { explain, say, Stop, step } from './progress.mjs';
import { ensureKeyFile } from './secrets.mjs';
import { runCommand, startServer } from './server-process.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';
import { welcome } from './welcome.mjs';
import { dataFolder } from './workspace.mjs';

const stopping = stopInOrder({ code: 0 });

async function start() {
  checkNode();
  const settings = readSettings(process.env, process.argv.slice(2));
  const lock = await takeLock('npm start', { url: settings.publicUrl });
  stopping.add(lock.release);
  stopping.whenItBegins(() => lock.note({ stopping: true }));
  await checkPort(settings);
  await step('Dependencies', installWhenStale);
  const databaseUrl = settings.databaseUrl || (await openDatabase());
  await step('Server', compileWhenStale);
  await step('Mini-program for browsers', () => buildMiniappWhenStale('h5'));
  if (settings.makesKeys) ensureKeyFile(settings.keyFile);
  await serve(settings, databaseUrl, lock);
}

async function checkPort({ port, host }) {
  const code = await obstacle(port, host);
  if (code === '') return;
  const why = code === 'EADDRINUSE' ? 'another program listens there' : code;
  throw new Stop(`Port ${port} on ${host} cannot be used: ${why}.`, `Choose another: PORT=${port + 1} npm start`);
}

async function openDatabase() {
  stopping.add(stopDatabase);
  const database = await step('Database', async () => {
    const opened = await startDatabase();
    return { ...opened, note: opened.adopted ? 'taken over from a start that was interrupted' : 'private MariaDB' };
  });
  return database.url;
}

// The database decides: a community of its own is never shown as a demo, nor the demo as a real one.
async function settle(asked, databaseUrl) {
  const env = serverEnvironment(asked, databaseUrl, process.env);
  await step('Tables', () => runCommand('migrate', env, 'The tables could not be brought up to date.'));
  const holds = await runCommand('state', env, 'The database could not be looked at.');
  if (!asked.demo && holds === 'demo') {
    throw new Stop(
      'The database holds the demo community, and this start is to be without it.',
      'Start without the demo on a database of its own: move .data/ away, or give another DATABASE_URL.',
    );
  }
  const settings = { ...asked, demo: asked.demo && holds !== 'own' };
  if (asked.demo && !settings.demo)
    say('  The database has a community of its own: no demo, and no log-in without a password.');
  return { ...settings, holds };
}

async function serve(asked, databaseUrl, lock) {
  const settings = await settle(asked, databaseUrl);
  const env = serverEnvironment(settings, databaseUrl, process.env);
  if (settings.demo) {
    await step('Demo community', () => runCommand('seed-demo', env, 'The demo community could not be made.'));
  }
  const log = settings.production ? '' : join(dataFolder, 'server.log');
  let server;
  const address = await step('Serving', () => {
    server = startServer(env, log);
    lock.note({ server: server.known });
    stopping.add(server.stop);
    return server.ready();
  });
  await welcome(settings, address);
  const how = await server.ended;
  if (stopping.begun()) return;
  throw new Stop(`The server ended by itself (${how}).`, log && `Its log is ${log}. Start it again with npm start.`);
}

try {
  await start();
} catch (error) {
  if (!stopping.begun()) {
    explain(error);
    await stopping.stop();
    process.exit(1);
  }
}
// Reached when a signal began the stopping; it ends this process when it is done.
if (stopping.begun()) await stopping.stop();
else say('Nothing is left to do.');
