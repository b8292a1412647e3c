// `npm run bench`: measures the server against a bare program that sends the same statements, at two sizes, in one run.
// Words after `--`: --tickets 10000,100000 --rounds 15 --seed 1 --profile FOLDER (CPU profiles of the server).
import { mkdirSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { startLoad } from '../bench/children.mjs';
import { caseRows, table, verdicts } from '../bench/figures.mjs';
import { CASES, runRounds } from '../bench/rounds.mjs';
import { seeded } from '../bench/chance.mjs';
import { World } from '../bench/world.mjs';
import { compileWhenStale } from './compile.mjs';
import { throwAwayDatabase } from './database.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, say, step, Stop } from './progress.mjs';
import { ensureKeyFile } from './secrets.mjs';
import { stopInOrder } from './stopping.mjs';

const stopping = stopInOrder();

function readWords(words) {
  const of = (name, usual) => (words.includes(name) ? words[words.indexOf(name) + 1] : usual);
  const sizes = of('--tickets', '10000,100000').split(',').map(Number);
  const [rounds, seed] = [Number(of('--rounds', '15')), Number(of('--seed', String(Date.now() % 1_000_000)))];
  const profile = of('--profile', '');
  if (![...sizes, rounds].every((n) => Number.isInteger(n) && n > 0) || !Number.isInteger(seed))
    throw new Stop('Sizes, rounds and seed are whole numbers, such as --tickets 10000,100000 --rounds 15 --seed 1.');
  if (profile) mkdirSync(profile, { recursive: true });
  return { sizes: sizes.sort((a, b) => a - b), rounds, seed, profile: profile && resolve(profile) };
}

async function tellMachine({ seed, sizes, rounds }, database) {
  const [[{ version }]] = await database.query('SELECT VERSION() AS version');
  const load = loadavg().map((of) => of.toFixed(1));
  say(`\n${new Date().toISOString()}  seed ${seed}, ${rounds} rounds, ${sizes.join(' and ')} tickets`);
  say(
    `${availableParallelism()} x ${cpus()[0]?.model.trim()} (${arch()}, ${release()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
  );
  say(`Node ${process.version}, ${version}, load ${load.join(' ')}\n`);
}

const sized = (tickets) => tickets.toLocaleString('en');

async function makeWorlds({ sizes, seed, profile }) {
  checkNode();
  await step('Dependencies', installWhenStale);
  await step('Server', compileWhenStale);
  let database;
  await step('Throw-away database', async () => {
    database = await throwAwayDatabase(stopping.add);
  });
  const keyFile = join(database.folder, 'keys.json');
  ensureKeyFile(keyFile);
  const worlds = [];
  for (const tickets of sizes) {
    const { adminUrl: admin, folder } = database;
    const world = new World({ tickets, admin, folder, keyFile, random: seeded(seed), profile });
    stopping.add(() => world.stop());
    await step(`${sized(tickets)} tickets`, () => world.seed());
    await step('Server on them', () => world.startOurs());
    await step('Bare program beside it', () => world.startBare());
    worlds.push(world);
  }
  return { worlds, log: join(database.folder, 'load.log') };
}

async function bench(words) {
  const told = readWords(words);
  const { worlds, log } = await makeWorlds(told);
  const load = startLoad(log);
  stopping.add(load.stop);
  await tellMachine(told, worlds[0].database);
  await step(`${told.rounds} rounds`, () =>
    runRounds(load, worlds, told.rounds, (round) => process.stdout.isTTY && process.stdout.write(` ${round}`)),
  );
  const found = worlds.map((world) => ({
    ...world,
    size: sized(world.tickets),
    statements: world.requests.statements,
  }));
  for (const world of found) {
    say(`\n${world.size} tickets`);
    for (const line of table(caseRows(CASES, world))) say(line);
    say(`memory after each round, MB: ${world.memory.map((rss) => Math.round(rss / 2 ** 20)).join(' ')}`);
  }
  await tellNews(worlds);
  return judge(verdicts(CASES, found));
}

async function tellNews(worlds) {
  say();
  for (const world of worlds) {
    const { events, cpu } = await world.tellNews();
    say(
      `${sized(world.tickets)} tickets: news of ${events} steps told afterwards by a job, ${cpu.toFixed(2)} ms CPU each`,
    );
  }
}

function judge(all) {
  say();
  for (const { sentence, met } of all) say(`${met ? '✓' : '✗'} ${sentence}`);
  const failed = all.filter(({ met }) => !met).length;
  say(`\n${all.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

let code = 1;
try {
  code = await bench(process.argv.slice(2));
} catch (error) {
  if (!stopping.begun()) explain(error);
}
await stopping.stop();
process.exit(code);
