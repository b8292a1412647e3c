// Runs scenarios one after the other and counts them; the last line is what `npm test` reads.
import process from 'node:process';

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
let patterns = [];

export const choose = (/** @type {string[]} */ words) => (patterns = words);

/** True for all where nothing was chosen. */
export const isChosen = (/** @type {string} */ name) =>
  patterns.length === 0 || patterns.some((pattern) => name.includes(pattern));

/**
 * @param {string} name what holds, as a sentence
 * @param {() => Promise<void>} play
 */
export async function scenario(name, play) {
  if (!isChosen(name)) return;
  const since = Date.now();
  try {
    await play();
    total.passed += 1;
    process.stdout.write(`  ✓ ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    total.failed += 1;
    process.stdout.write(
      `  ✕ ${name}\n${indent(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
  }
}

/**
 * Says what could not be played and why; on a build machine a tool that is missing is a failure.
 * @param {string} name
 * @param {string} why
 */
export function leaveOut(name, why) {
  if (process.env.CI === 'true') total.failed += 1;
  else total.skipped += 1;
  process.stdout.write(`  - ${name}: ${why}\n`);
}

const indent = (/** @type {string} */ text) =>
  text
    .split('\n')
    .slice(0, 40)
    .map((line) => `      ${line}`)
    .join('\n');

/** Prints the counts and answers the exit code. */
export function finish() {
  const { passed, failed, skipped } = total;
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
