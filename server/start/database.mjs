// Runs a MariaDB of our own, on the loopback address only: the kept one under .data/, or a throw-away one for tests.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureDatabaseBinaries } from './database-binaries.mjs';
import { launchDatabase, makeDataFolder } from './database-server.mjs';
import { freePort, greets } from './ports.mjs';
import { end, lives, remember } from './processes.mjs';
import { ensureDatabasePasswords } from './secrets.mjs';
import { dataFolder, readText } from './workspace.mjs';

const name = 'sevengrid';
// A shutdown writes all changed pages out; only a server that hangs is killed, and then its log brings all back.
const patience = 60_000;

/**
 * The private database of a folder, made when there is none. One that an interrupted run left behind is adopted.
 * Answers `{ url, adminUrl, port, pid, adopted, stop }`; `stop` ends it gracefully. Where a `port` is given, it is that.
 */
export async function startDatabase({ folder = dataFolder, fast = false, port: wanted = undefined } = {}) {
  const passwords = ensureDatabasePasswords(join(folder, 'mariadb-passwords.json'));
  const running = await adopt(folder);
  if (running) return handle(folder, running, passwords, true);
  const binaries = await ensureDatabaseBinaries();
  const data = await makeDataFolder(binaries, folder);
  const port = wanted ?? (await freePort());
  const sockets = mkdtempSync(join(shortTemporaryFolder(), 'sg-'));
  const note = { port, sockets };
  await launchDatabase({
    binaries,
    folder,
    data,
    sockets,
    port,
    fast,
    name,
    passwords,
    started: (pid) => keep(folder, note, pid),
  });
  return handle(folder, read(folder), passwords, false);
}

/** The private database of a folder if one is running now; undefined otherwise. Whoever started it stops it. */
export async function runningDatabase(folder = dataFolder) {
  const known = read(folder);
  if (!lives(known?.process) || !(await greets(known.port, 2000))) return undefined;
  return handle(folder, known, ensureDatabasePasswords(join(folder, 'mariadb-passwords.json')), true);
}

/** Ends whatever server the folder's note names, even one that is only just starting. */
export async function stopDatabase(folder = dataFolder, within = patience) {
  const known = read(folder);
  if (!known) return;
  await end(known.process, within);
  rmSync(join(folder, 'mariadb.json'), { force: true });
  rmSync(known.sockets, { recursive: true, force: true });
}

/**
 * A database for one test run, in a temporary folder that is gone after `stop`, with whatever else was put there.
 * `made` is told how to stop it before it is started, so that a run interrupted meanwhile leaves nothing either.
 */
export async function throwAwayDatabase(made = () => undefined) {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), 'sevengrid-test-'));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(remember(process.pid)));
  const stop = async () => {
    await stopDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  made(stop);
  return { ...(await startDatabase({ folder, fast: true })), folder, stop };
}

/** What tests are told of it: the server, and the folder for files of theirs, which goes with it. */
export const testEnvironment = ({ adminUrl, folder }) => ({ TEST_DATABASE_ADMIN_URL: adminUrl, TEST_FOLDER: folder });

// A test run that was killed leaves its database behind; the next one clears it away.
async function sweep() {
  for (const entry of readdirSync(tmpdir())) {
    if (!entry.startsWith('sevengrid-test-')) continue;
    const folder = join(tmpdir(), entry);
    const owner = readText(join(folder, 'owner.json'));
    if (!owner || lives(JSON.parse(owner))) continue;
    await stopDatabase(folder, 2000);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function adopt(folder) {
  const known = read(folder);
  if (lives(known?.process) && (await greets(known.port, 20_000))) return known;
  await stopDatabase(folder);
  return undefined;
}

function handle(folder, known, passwords, adopted) {
  const url = (user, password, path) => `mysql://${user}:${password}@127.0.0.1:${known.port}/${path}`;
  const urls = { url: url('sevengrid', passwords.app, name), adminUrl: url('root', passwords.root, '') };
  return { ...urls, port: known.port, pid: known.process.pid, adopted, stop: () => stopDatabase(folder) };
}

// A socket's path may have 107 characters at most (103 on macOS), and temporary folders of some systems are long.
function shortTemporaryFolder() {
  const usual = tmpdir();
  return usual.length + '/sg-XXXXXX/db.sock'.length <= 103 ? usual : '/tmp';
}

function read(folder) {
  const text = readText(join(folder, 'mariadb.json'));
  return text ? JSON.parse(text) : undefined;
}

function keep(folder, note, pid) {
  mkdirSync(folder, { recursive: true });
  const known = { ...note, process: remember(pid) };
  writeFileSync(join(folder, 'mariadb.json'), JSON.stringify(known), { mode: 0o600 });
}
