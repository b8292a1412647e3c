// `npm test`: sets itself up, runs every suite there is, and ends with the plain line `N passed, N failed`.
// Words after `--` choose: suite names (shared server races miniapp realm device start browser), or patterns of file names.
import process from 'node:process';
import { chromiumLine, ensureChromium } from './chromium.mjs';
import { buildMiniappWhenStale, compileWhenStale } from './compile.mjs';
import { testEnvironment, throwAwayDatabase } from './database.mjs';
import { demoServer, emptyServer } from './demo-server.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, say, step, Stop } from './progress.mjs';
import { stopInOrder } from './stopping.mjs';
import { suites } from './suites.mjs';
import { ensureTools } from './tools.mjs';

const stopping = stopInOrder();
const words = process.argv.slice(2);
const long = words.includes('--long');
const named = words.filter((word) => suites.some(({ name }) => name === word));
const patterns = words.filter((word) => word !== '--long' && !named.includes(word));
const chosen = suites.filter(({ name, there }) => there() && (named.length === 0 || named.includes(name)));
const total = { passed: 0, failed: 0, skipped: 0 };

const ready = {};
const needed = (what) => chosen.some(({ needs }) => needs.includes(what));

async function setUp() {
  checkNode();
  await step('Dependencies', installWhenStale);
  if (needed('database')) {
    await step('Throw-away database', async () => {
      ready.database = await throwAwayDatabase(stopping.add);
    });
  }
  if (needed('chromium')) {
    ready.chromium = await step('Chromium', ensureChromium);
  }
  if (needed('tools')) await step('Tools', ensureTools);
  if (needed('server')) await step('Server', compileWhenStale);
  for (const target of ['h5', 'weapp']) {
    if (needed(target)) await step(`Mini-program for ${target}`, () => buildMiniappWhenStale(target));
  }
}

async function runSuite(suite) {
  if (suite.needs.includes('chromium') && !ready.chromium) return leaveOut();
  const env = { ...process.env, ...(long ? { LONG: '1' } : {}), CHROMIUM: ready.chromium ?? '' };
  if (ready.database) Object.assign(env, testEnvironment(ready.database));
  const servers = [];
  const started = (server) => {
    servers.push(server);
    stopping.add(server.stop);
    return server;
  };
  try {
    if (suite.needs.includes('demo')) env.BASE_URL = started(await demoServer(ready.database, suite.name)).url;
    if (suite.needs.includes('empty')) {
      const { url, account, password } = started(await emptyServer(ready.database, suite.name));
      Object.assign(env, { EMPTY_URL: url, EMPTY_ACCOUNT: account, EMPTY_PASSWORD: password });
    }
    return await suite.run({ env, patterns });
  } finally {
    for (const { stop } of servers) await stop();
  }
}

function leaveOut() {
  say(`There is no Chromium here. This installs it: ${chromiumLine()}`);
  // On a build machine a tool that is missing is a fault of the machine, never a reason to pass.
  return process.env.CI === 'true' ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}

async function runAll() {
  if (chosen.length === 0)
    throw new Stop('No suite has that name, or none is there.', `Suites: ${suites.map(({ name }) => name).join(' ')}`);
  await setUp();
  for (const suite of chosen) {
    if (stopping.begun()) return;
    const since = Date.now();
    say(`\n${suite.name}`);
    let counts;
    try {
      counts = await runSuite(suite);
    } catch (error) {
      explain(error);
      counts = { passed: 0, failed: 1, skipped: 0 };
    }
    say(`${suite.name}: ${sentence(counts)} (${((Date.now() - since) / 1000).toFixed(0)} s)`);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

try {
  await runAll();
} catch (error) {
  if (!stopping.begun()) explain(error);
  total.failed += 1;
}
await stopping.stop();
say(`\n${sentence(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
