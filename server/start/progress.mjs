// Shows each step with a mark and its seconds, and turns a failure into one sentence that says what to do.
import process from 'node:process';

/** A failure that we can explain; `advice` is what the reader should do, `output` the last words of the tool that failed. */
export class Stop extends Error {
  constructor(sentence, advice = '', output = '') {
    super(sentence);
    this.advice = advice;
    this.output = output;
  }
}

export const say = (line = '') => process.stdout.write(`${line}\n`);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs one named step. What `work` answers, if it is a string or carries a `note`, is shown beside the name. */
export async function step(name, work) {
  const since = Date.now();
  const live = Boolean(process.stdout.isTTY);
  if (live) process.stdout.write(`… ${name}`);
  // In a log file a step shows itself only when it takes long enough for somebody to wonder.
  const slow = live ? undefined : setTimeout(() => say(`… ${name}`), 3000);
  const finish = (mark, note = '') => {
    clearTimeout(slow);
    say(`${live ? '\r\x1b[K' : ''}${mark} ${name}${note ? `: ${note}` : ''} (${seconds(since)})`);
  };
  try {
    const result = await work();
    finish('✓', typeof result === 'string' ? result : result?.note);
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}

export function explain(error) {
  if (!(error instanceof Stop)) return say(`\n${error?.stack ?? error}`);
  if (error.output) say(`\n${error.output}`);
  say(`\n${error.message}`);
  if (error.advice) say(error.advice);
}
