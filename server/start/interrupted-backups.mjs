// A backup has its name only once it is whole; what a killed one left behind goes when the next one begins.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { lives, remember } from './processes.mjs';

const MAKING = '.making';
const WRITER = 'writer.json';
/** Milliseconds; nobody writes longer than this, on whatever machine. */
const A_DAY = 24 * 3600_000;

/** Makes the folder that a backup is written into, for its owner only, with a note of who writes. */
export function beginMaking(place) {
  const making = `${place}${MAKING}`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const note = { host: hostname(), writer: remember(process.pid) };
  writeFileSync(join(making, WRITER), JSON.stringify(note), { mode: 0o600 });
  return making;
}

export function endMaking(making, place) {
  rmSync(join(making, WRITER));
  renameSync(making, place);
}

/** Those of another machine are left alone for a day: whether its writer lives cannot be seen from here. */
export function clearInterrupted(to) {
  for (const name of namesIn(to).filter((one) => one.startsWith('sevengrid-') && one.endsWith(MAKING))) {
    const making = join(to, name);
    const { host, writer } = noteIn(making);
    const old = Date.now() - statSync(making).mtimeMs > A_DAY;
    if (old || (host === hostname() && !lives(writer))) rmSync(making, { recursive: true, force: true });
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function noteIn(making) {
  try {
    return JSON.parse(readFileSync(join(making, WRITER), 'utf8'));
  } catch {
    return {};
  }
}
