// Lets one `npm start` at a time work on a checkout, and clears away the server process of one that was killed.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './progress.mjs';
import { end, lives, remember } from './processes.mjs';
import { dataFolder } from './workspace.mjs';

const file = join(dataFolder, 'start.json');
// The one before us may be on its way out, writing its last pages; a running one never leaves in this time.
const leavesWithin = 30_000;
const noticesWithin = 2000;

/** Answers `{ note, release }`; `note` adds facts for whoever comes next, such as the server's process. */
export async function takeLock(command, facts = {}) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const mine = { command, holder: remember(process.pid), ...facts };
  for (const since = Date.now(); !tryTake(mine); await pause(200)) {
    const other = read();
    if (lives(other?.holder)) refuse(other, Date.now() - since);
    else await clear(other);
  }
  return {
    note: (more) => renameSync(draft(Object.assign(mine, more)), file),
    release: () => rmSync(file, { force: true }),
  };
}

// Written beside its place and moved there whole: a kill in the middle must not leave a lock that nobody can read.
function draft(mine) {
  const path = `${file}.${process.pid}`;
  writeFileSync(path, JSON.stringify(mine), { mode: 0o600 });
  return path;
}

function refuse(other, waited) {
  if (waited < (other.stopping ? leavesWithin : noticesWithin)) return;
  throw new Stop(
    `${other.command} is already running in this folder${other.url ? `, at ${other.url}` : ''} (process ${other.holder.pid}).`,
    'Use that one, or stop it first with Ctrl-C where it runs. A second copy needs a checkout of its own, and a PORT.',
  );
}

async function clear(other) {
  await end(other?.server, 15_000);
  // Taken away only if it still is the note of the dead one: somebody else may have cleared it just before us.
  if (read()?.holder?.identity === other?.holder?.identity) rmSync(file, { force: true });
}

function tryTake(mine) {
  const path = draft(mine);
  try {
    // A link fails where the name is taken, which makes of two that come at once exactly one the holder.
    linkSync(path, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(path, { force: true });
  }
}

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
