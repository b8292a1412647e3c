// Runs the compiled server and its commands (migrate, seed, audit), and waits until it is ready.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './progress.mjs';
import { end, lastLines, refuseWhenStopping, remember, run } from './processes.mjs';
import { readText, root } from './workspace.mjs';

const dist = join(root, 'server', 'dist');
const readyWithin = 60_000;

/** Runs `server/dist/commands/<name>.js`; answers the last line it printed, if that line is meant for people. */
export async function runCommand(name, env, must) {
  const { output } = await run(process.execPath, [join(dist, 'commands', `${name}.js`)], { env, must });
  const last = lastLines(output, 1);
  return last.startsWith('{') || last.length > 90 ? '' : last;
}

/**
 * Starts the server. Its log goes to `log`, or to this terminal where no file is given.
 * Answers `{ known, ended, ready, stop }`; `ended` is a promise of the words for how it came to its end.
 */
export function startServer(env, log) {
  refuseWhenStopping();
  const output = log ? openLog(log) : 'inherit';
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, 'main.js')], {
    cwd: root,
    env,
    // A process group of its own: Ctrl-C reaches us alone, and we decide the order in which things stop.
    detached: true,
    stdio: ['ignore', output, output],
  });
  if (log) closeSync(output);
  const known = remember(child.pid);
  const state = { over: false };
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit ${code}`));
  }).finally(() => (state.over = true));
  const stop = () => end(known, 20_000);
  return { known, ended, stop, ready: () => ready(env, state, log) };
}

function openLog(log) {
  mkdirSync(dirname(log), { recursive: true });
  // The log of the run before stays, so that what went wrong there can still be read after a new start.
  if (existsSync(log)) renameSync(log, `${log}.before`);
  return openSync(log, 'a', 0o600);
}

async function ready(env, state, log) {
  const host = ['0.0.0.0', '::', undefined].includes(env.HOST) ? '127.0.0.1' : env.HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}`;
  for (const since = Date.now(); !state.over && Date.now() - since < readyWithin; await pause(100)) {
    if (await answers(`${address}/health/ready`)) return address;
  }
  throw new Stop(
    state.over ? 'The server ended while it started.' : 'The server does not get ready.',
    log ? `Its log is ${log}.` : '',
    log ? lastLines(readText(log), 20) : '',
  );
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
