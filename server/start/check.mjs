// `npm run check`: format, lint, types, dependency rules, sizes and generated files; runs all of it and reports all of it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, say, step, Stop } from './progress.mjs';
import { run } from './processes.mjs';
import { checkLockFile, checkRepository } from './repository-rules.mjs';
import { findOversized } from './sizes.mjs';
import { stopInOrder } from './stopping.mjs';
import { fileOf, root } from './workspace.mjs';

const packages = ['shared', 'server', 'miniapp'];

const tool = (folder, file, args, must, cwd = root) =>
  run(process.execPath, ['--max-old-space-size=3072', fileOf(folder, file), ...args], { cwd, must }).then(
    () => undefined,
  );

/** A program of a package whose exports hide the file that its bin names. */
const program = (name, file, args, must) =>
  run(process.execPath, [join(root, 'node_modules', name, file), ...args], { must }).then(() => undefined);

async function sizes() {
  const found = await findOversized();
  if (found.length > 0) throw new Stop(`${found.length} things break a limit.`, '', found.join('\n'));
}

async function schemas() {
  const script = join(root, 'shared', 'generate', 'reply-schemas.mjs');
  if (!existsSync(script)) return 'there are none yet';
  await run(process.execPath, [script, '--check'], { must: 'The generated reply schemas are not those of views.ts.' });
  return undefined;
}

function dependencies() {
  const sources = packages.map((name) => `${name}/src`).filter((folder) => existsSync(join(root, folder)));
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...sources];
  return program('dependency-cruiser', 'bin/dependency-cruise.mjs', args, 'An import goes where it may not.');
}

const steps = [
  [
    'Format',
    () => program('prettier', 'bin/prettier.cjs', ['--check', '.', '--log-level', 'warn'], 'Run: npm run format'),
  ],
  ['Lint', () => program('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0'], 'The linter has words.')],
  ...packages.map((name) => [
    `Types of ${name}`,
    () =>
      tool(name, 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit'], 'The types do not hold.', join(root, name)),
  ]),
  ['Imports', dependencies],
  ['Sizes and names', sizes],
  ['Reply schemas', schemas],
  ['Lock file', checkLockFile],
  ['Paths and silenced rules', checkRepository],
];

async function check() {
  checkNode();
  await step('Dependencies', installWhenStale);
  let failed = 0;
  for (const [name, work] of steps) {
    try {
      await step(name, work);
    } catch (error) {
      if (stopping.begun()) return 1;
      explain(error);
      failed += 1;
    }
  }
  say(`\n${steps.length - failed} checks passed, ${failed} failed`);
  return failed;
}

const stopping = stopInOrder();
try {
  process.exitCode = (await check()) > 0 ? 1 : 0;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
