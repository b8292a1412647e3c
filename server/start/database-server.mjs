// Makes a data folder for MariaDB and launches a server on it, with the users that the application needs.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { greets } from './ports.mjs';
import { Stop } from './progress.mjs';
import { lastLines, refuseWhenStopping, run } from './processes.mjs';
import { readText } from './workspace.mjs';

// After a power cut the server reads its log before it answers, which takes longer than any ordinary start.
const answersWithin = 90_000;

/** Made beside its place and moved there when complete, so that an interrupted run leaves no half-made folder. */
export async function makeDataFolder({ init, kind }, folder) {
  const data = join(folder, 'mariadb');
  if (existsSync(data)) return data;
  const draft = `${data}.making`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  await run(init, [...initOptions(kind), ...owner(draft), `--datadir=${draft}`], {
    must: 'The data folder of the private database could not be made.',
    advice: `Its place is ${draft}; check the free space and that you may write there.`,
  });
  renameSync(draft, data);
  return data;
}

function initOptions(kind) {
  if (kind === 'mysql') return ['--no-defaults', '--initialize-insecure'];
  if (process.platform === 'win32') return [];
  return ['--no-defaults', '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
}

// MariaDB refuses to run as root unless told so by name; a folder that another user owns stays that user's.
function owner(folder) {
  if (process.getuid?.() !== 0) return [];
  const { uid } = statSync(folder);
  return [`--user=${uid === 0 ? 'root' : uid}`];
}

/** Starts the server and waits until it answers; `started` is told the process id before the waiting begins. */
export async function launchDatabase({ binaries, folder, data, sockets, port, fast, name, passwords, started }) {
  const log = join(folder, 'mariadb.log');
  const users = join(folder, 'mariadb-users.sql');
  writeFileSync(users, userStatements(name, passwords), { mode: 0o600 });
  refuseWhenStopping();
  const options = serverOptions({ data, sockets, port, fast, log, users });
  // A process group of its own: Ctrl-C reaches us alone, and we stop the API first and the database after it.
  const child = spawn(binaries.server, [...options, ...owner(data)], { detached: true, stdio: 'ignore' });
  let ended = '';
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, signal) => (ended ||= `exit ${code ?? signal}`));
  child.unref();
  if (child.pid) started(child.pid);
  for (const since = Date.now(); !ended && Date.now() - since < answersWithin; await pause(50)) {
    if (!(await greets(port, 0))) continue;
    rmSync(users, { force: true });
    return;
  }
  if (child.pid) child.kill('SIGKILL');
  throw new Stop(
    `The private database did not start (${ended || 'no answer'}).`,
    `Its own words are in ${log}.`,
    lastLines(readText(log), 15),
  );
}

function serverOptions({ data, sockets, port, fast, log, users }) {
  const durable = fast
    ? ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=0']
    : ['--innodb-flush-log-at-trx-commit=1'];
  const socket = process.platform === 'win32' ? [] : [`--socket=${join(sockets, 'db.sock')}`];
  return [
    '--no-defaults',
    `--datadir=${data}`,
    // Of its own: a server that starts deletes the temporary tables that it finds there, another's as well.
    `--tmpdir=${sockets}`,
    ...socket,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${join(sockets, 'db.pid')}`,
    `--log-error=${log}`,
    `--init-file=${users}`,
    '--skip-name-resolve',
    '--skip-log-bin',
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--max-connections=300',
    '--innodb-buffer-pool-size=256M',
    ...durable,
  ];
}

// One statement a line, as --init-file wants it. It runs before the first connection is accepted, so nobody on this
// machine ever meets a root without a password.
function userStatements(name, { root, app }) {
  const user = (who, password) =>
    `CREATE USER IF NOT EXISTS ${who} IDENTIFIED BY '${password}';\nALTER USER ${who} IDENTIFIED BY '${password}';\n`;
  return (
    `CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;\n` +
    ["'root'@'localhost'", "'root'@'127.0.0.1'"].map((who) => user(who, root)).join('') +
    "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;\n" +
    "DROP USER IF EXISTS 'root'@'::1', ''@'localhost';\n" +
    user("'sevengrid'@'127.0.0.1'", app) +
    `GRANT ALL PRIVILEGES ON ${name}.* TO 'sevengrid'@'127.0.0.1';\n`
  );
}
