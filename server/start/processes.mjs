// Runs other programs, and recognises, stops and waits for the ones that an earlier run left behind.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './progress.mjs';
import { root } from './workspace.mjs';

const running = new Set();
let closed = false;
const windows = process.platform === 'win32';

/**
 * Runs a program to its end and keeps the last of its output; `show` passes it through as well;
 * after `limit` milliseconds, if given, it is told to end.
 * Answers `{ code, output }`; with `must` a code other than 0 throws a Stop carrying that sentence.
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, show = false, must = '', advice = '', limit = 0 } = {},
) {
  refuseWhenStopping();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && command === 'npx',
    });
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (show) process.stdout.write(chunk);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const alarm = limit > 0 ? setTimeout(() => child.kill('SIGTERM'), limit) : undefined;
    const finish = (code) => {
      clearTimeout(alarm);
      running.delete(child);
      if (code === 0 || !must) return resolve({ code, output });
      reject(new Stop(must, advice, lastLines(output, 60)));
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Called before anything is started: once we are stopping, nothing new may begin. */
export function refuseWhenStopping() {
  if (closed) throw new Stop('Stopping.');
}

/** Tells every program of `run` that is still going to end, and lets no new one begin. */
export function stopRunning() {
  closed = true;
  for (const child of running) child.kill('SIGTERM');
}

export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

/** A word that changes when a process id is given to another process; empty when no such process lives. */
export function identity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      // An orphan that ended but whose parent never asked is a zombie: it runs no more.
      return fields[0] === 'Z' || fields[0] === 'X' ? '' : `${fields[19]}`;
    }
    process.kill(pid, 0);
    if (windows) return 'alive';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** What we write down about a process so that a later run can recognise it. */
export const remember = (pid) => ({ pid, identity: identity(pid) });

export function lives(known) {
  const now = identity(known?.pid);
  return now !== '' && now === known.identity;
}

/** Asks a remembered process to end; after `patience` milliseconds it is made to. */
export async function end(known, patience) {
  if (!lives(known)) return;
  signal(known.pid, 'SIGTERM');
  for (let waited = 0; waited < patience && lives(known); waited += 50) await pause(50);
  if (!lives(known)) return;
  signal(known.pid, 'SIGKILL');
  for (let waited = 0; waited < 5000 && lives(known); waited += 50) await pause(50);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between, which is what was wanted.
  }
}
