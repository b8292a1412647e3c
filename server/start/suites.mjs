// The test suites in the order they run, what each needs first, and how each is run and counted.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './processes.mjs';
import { fileOf, filesUnder, root } from './workspace.mjs';

const has = (folder, ending) => filesUnder([folder]).some((file) => ending.test(file));

/**
 * Each: `there` (its files exist in this checkout), `needs` (of server, h5, weapp, database, demo, empty, chromium, tools),
 * and `run(context)`, which answers `{ passed, failed, skipped }`.
 */
export const suites = [
  {
    name: 'shared',
    there: () => has('shared/test', /\.spec\.ts$/),
    needs: [],
    run: (context) => jest('shared', [], context),
  },
  {
    name: 'server',
    there: () => has('server/test', /\.spec\.ts$/),
    needs: ['server', 'database', 'tools'],
    run: (context) => jest('server', ['--testPathIgnorePatterns', '/test/races/', '--maxWorkers=2'], context),
  },
  {
    name: 'races',
    there: () => has('server/test/races', /\.spec\.ts$/),
    needs: ['server', 'database'],
    // One after the other: each opens 64 connections and wants the machine for itself.
    run: (context) => jest('server', ['--runInBand'], { ...context, patterns: context.patterns.concat('test/races') }),
  },
  {
    name: 'miniapp',
    there: () => has('miniapp/test', /\.spec\.tsx?$/),
    needs: [],
    run: (context) => jest('miniapp', ['--maxWorkers=2'], context),
  },
  {
    name: 'realm',
    there: () => has('miniapp/test/realm', /\.spec\.ts$/),
    needs: ['server', 'weapp', 'database', 'demo'],
    // The mini-program under test has timers of its own, as on a phone, and would keep jest waiting for them.
    run: (context) => jest('miniapp', ['--config', 'jest.realm.config.cjs', '--runInBand', '--forceExit'], context),
  },
  {
    name: 'device',
    there: () => has('miniapp/test/device', /\.spec\.ts$/),
    needs: ['server', 'weapp', 'database', 'demo', 'chromium'],
    run: (context) => jest('miniapp', ['--config', 'jest.device.config.cjs', '--runInBand', '--forceExit'], context),
  },
  {
    name: 'start',
    there: () => has('server/start/test', /\.test\.mjs$/),
    needs: ['server', 'tools'],
    run: nodeTests,
  },
  {
    name: 'browser',
    there: () => existsSync(join(root, 'miniapp', 'e2e', 'run.mjs')),
    needs: ['server', 'h5', 'database', 'demo', 'empty', 'chromium', 'tools'],
    run: browser,
  },
];

// A suite that hangs must end as a failure, not as a machine that is busy all night; minutes, then milliseconds.
const longest = (env) => (env.LONG ? 180 : 15) * 60_000;

async function jest(folder, options, { env, patterns }) {
  const report = join(tmpdir(), `sevengrid-jest-${process.pid}-${Date.now()}.json`);
  const args = [fileOf(folder, 'jest/bin/jest'), '--json', `--outputFile=${report}`, '--passWithNoTests', ...options];
  const { code } = await run(process.execPath, [...args, ...patterns], { cwd: join(root, folder), env, show: true });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    // A jest that reports no failure and still ends badly (a leak, a crash in tear-down) has failed.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

async function nodeTests({ env, patterns }) {
  const files = filesUnder(['server/start/test']).filter((file) => file.endsWith('.test.mjs'));
  const wanted = files.filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)));
  if (wanted.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const { code, output } = await run(process.execPath, ['--test', '--test-reporter=tap', ...wanted], {
    env,
    limit: longest(env),
  });
  const count = (word) => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  if (code !== 0) process.stdout.write(output);
  return {
    passed: count('pass'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: count('skipped') + count('todo'),
  };
}

async function browser({ env, patterns }) {
  const { code, output } = await run(process.execPath, ['miniapp/e2e/run.mjs', ...patterns], {
    env,
    show: true,
    limit: longest(env),
  });
  return { ...countLine(output), ...(code !== 0 && countLine(output).failed === 0 ? { failed: 1 } : {}) };
}

/** Reads the last `N passed, N failed[, N skipped]` line of a program's output. */
export function countLine(output) {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm)].at(-1);
  if (!line) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) };
}
