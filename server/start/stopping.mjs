// Stops what was started, the last first, when the process is told to end; told twice, it does not wait.
import process from 'node:process';
import { say } from './progress.mjs';
import { stopRunning } from './processes.mjs';
import { readText } from './workspace.mjs';

// npm passes Ctrl-C on to us although the terminal did so too: two within this time are one.
const sameWish = 1000;

/** `code` is what the process ends with after a signal: a server that was told to end did well, a test run did not. */
export function stopInOrder({ code = 130 } = {}) {
  const parts = [];
  const atBegin = [];
  let since = 0;
  let done;

  const stop = () => {
    since ||= Date.now();
    done ??= (async () => {
      for (const tell of atBegin) tell();
      stopRunning();
      while (parts.length > 0) await parts.pop()();
    })();
    return done;
  };
  const onSignal = async (signal) => {
    if (since && Date.now() - since < sameWish) return;
    if (since) process.exit(130);
    say(`\nStopping (${signal}); once more to leave at once.`);
    await stop();
    say('Stopped.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  followNpm(onSignal);

  return {
    add: (part) => parts.push(part),
    whenItBegins: (tell) => atBegin.push(tell),
    begun: () => since > 0,
    stop,
  };
}

// A kill -9 of `npm` reaches only npm. Without it nobody could press Ctrl-C any more, so we stop as well.
function followNpm(onSignal) {
  if (!process.env.npm_lifecycle_event) return;
  const above = ancestors();
  setInterval(() => {
    if (ancestors() !== above) void onSignal('npm is gone');
  }, 500).unref();
}

// npm runs a script through a shell, which outlives it: so the shell's parent counts too, where we can see it.
function ancestors() {
  const [, shell, parent] = /\((\w+)\) \w (\d+) /.exec(readText(`/proc/${process.ppid}/stat`)) ?? [];
  return /^(sh|dash|bash)$/.test(shell) ? `${process.ppid} ${parent}` : `${process.ppid}`;
}
