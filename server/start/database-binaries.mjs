// Finds the programs of MariaDB (or MySQL) on this machine, installs them where that is allowed, or says how to.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { aptInstall, mayInstall } from './apt.mjs';
import { Stop } from './progress.mjs';
import { run } from './processes.mjs';

const debianPackages = ['mariadb-server-core', 'mariadb-client-core'];

// Servers live in sbin, which the PATH of an ordinary user lacks; Homebrew and winget have places of their own.
function usualFolders() {
  const folders = [
    '/usr/sbin',
    '/usr/bin',
    '/usr/libexec',
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/local/mariadb/bin',
  ];
  folders.push(
    '/usr/local/mysql/bin',
    '/opt/homebrew/bin',
    '/opt/homebrew/opt/mariadb/bin',
    '/usr/local/opt/mariadb/bin',
  );
  const programs = process.env.ProgramFiles;
  if (programs && existsSync(programs)) {
    const made = readdirSync(programs).filter((name) => /^MariaDB /.test(name));
    folders.push(...made.map((name) => join(programs, name, 'bin')));
  }
  return folders;
}

function lookUp(names, folders) {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) if (existsSync(join(folder, name + ending))) return join(folder, name + ending);
    }
  }
  return '';
}

/** The path of one of these programs, or an empty string. */
export const findProgram = (names, path = process.env.PATH ?? '', usual = usualFolders()) =>
  lookUp(names, path.split(delimiter).filter(Boolean).concat(usual));

/** `{ server, init, kind }`, or undefined when something of it is missing. */
export async function findDatabaseBinaries(path = process.env.PATH ?? '', usual = usualFolders()) {
  const folders = path.split(delimiter).filter(Boolean).concat(usual);
  const server = lookUp(['mariadbd', 'mysqld'], folders);
  if (!server) return undefined;
  const { output } = await run(server, ['--no-defaults', '--version']);
  if (!/mariadb/i.test(output)) return { server, init: server, kind: 'mysql' };
  const init = lookUp(['mariadb-install-db', 'mysql_install_db'], folders);
  // The script that makes a data folder reads its settings through this small program of the client package.
  const reader = process.platform === 'win32' ? 'built in' : lookUp(['my_print_defaults'], folders);
  return init && reader ? { server, init, kind: 'mariadb' } : undefined;
}

/** What to type where we may not install by ourselves. */
export function installLine(platform = process.platform) {
  if (platform === 'darwin') return 'brew install mariadb';
  if (platform === 'win32') return 'winget install MariaDB.Server';
  return `sudo apt-get install -y --no-install-recommends ${debianPackages.join(' ')}`;
}

export async function ensureDatabaseBinaries({ find = findDatabaseBinaries, allowed = mayInstall() } = {}) {
  const found = await find();
  if (found) return found;
  if (allowed && (await aptInstall(debianPackages))) {
    const installed = await find();
    if (installed) return installed;
  }
  throw new Stop(
    'SevenGrid needs MariaDB 10.11 or newer, and it is not on this machine.',
    `Install its programs (no service needs to run), then type the same command again:\n\n  ${installLine()}\n\n` +
      `(Debian, Ubuntu: ${installLine('linux')} · macOS: ${installLine('darwin')} · Windows: ${installLine('win32')})\n` +
      'Or point DATABASE_URL=mysql://user:password@host:3306/database at a server of yours.',
  );
}
