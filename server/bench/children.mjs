// Starts the programs that are measured and the one that puts load on them, each in a process of its own.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, lastLines, refuseWhenStopping, remember } from '../start/processes.mjs';
import { Stop } from '../start/progress.mjs';
import { readText, root } from '../start/workspace.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const telling = ['--import', here('usage.mjs')];
const readyWithin = 60_000;
const answersWithin = 120_000;

/** A node program with a channel to it. Answers `{ ask, usage, stop }`; its own output goes to the file `log`. */
export function startChild(name, { script, args = [], env, flags = [], log }) {
  refuseWhenStopping();
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const known = remember(child.pid);
  const state = { over: false };
  child.on('exit', () => (state.over = true));
  const ask = (word) =>
    new Promise((resolve, reject) => {
      const fail = () =>
        reject(new Stop(`${name} gives no answer.`, `Its log is ${log}.`, lastLines(readText(log), 20)));
      const alarm = setTimeout(fail, answersWithin);
      child.once('exit', fail);
      child.once('message', (answer) => {
        clearTimeout(alarm);
        child.off('exit', fail);
        resolve(answer);
      });
      child.send(word);
    });
  return { name, log, state, ask, usage: () => ask('usage'), stop: () => end(known, 20_000) };
}

/** The compiled server; `ready` answers the milliseconds from its start to its first ready answer. */
export function startOurs(env, log, flags = []) {
  const since = performance.now();
  const script = join(root, 'server', 'dist', 'main.js');
  const child = startChild('The server', { script, env, log, flags: [...flags, ...telling] });
  return {
    ...child,
    port: Number(env.PORT),
    ready: () => ready(child, `http://127.0.0.1:${env.PORT}/health/ready`, since),
  };
}

/** The bare program, with the statements that were recorded for it. */
export function startBare(env, scripts, log) {
  const since = performance.now();
  const child = startChild('The bare program', { script: here('bare.mjs'), args: [scripts], env, log, flags: telling });
  return { ...child, port: Number(env.PORT), ready: () => ready(child, `http://127.0.0.1:${env.PORT}/ready`, since) };
}

export const startLoad = (log) => startChild('The load program', { script: here('load.mjs'), env: process.env, log });

async function ready({ name, state, log }, url, since) {
  for (; !state.over && performance.now() - since < readyWithin; await pause(10)) {
    if (await answers(url)) return performance.now() - since;
  }
  throw new Stop(`${name} did not get ready.`, `Its log is ${log}.`, lastLines(readText(log), 20));
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
