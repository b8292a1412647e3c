// The rounds: each case at each size on both programs, one after the other, so that a busy moment falls on all alike.
import { Stop } from '../start/progress.mjs';
import { quantile } from './figures.mjs';

export const CASES = [
  { name: 'read', title: 'read a ticket', requests: 400 },
  { name: 'queue', title: 'queue page', requests: 320 },
  { name: 'file', title: 'file an appeal', requests: 192 },
  { name: 'accept', title: 'accept', requests: 192 },
  { name: 'mine', title: 'my points', requests: 400 },
  { name: 'hot', title: 'redeem, one offer', requests: 192 },
  { name: 'spread', title: 'redeem, many', requests: 192 },
  // Of the same people each time, who can be locked once at a time.
  { name: 'award', title: 'award 200 people', requests: 4, connections: 1 },
];
const usually = 8;
const programs = ['ours', 'bare'];
/** Rounds before those that count, until what runs often is compiled on both sides. */
const warmUp = 3;

async function measure(load, world, program, { name, requests: count, connections = usually }) {
  const { port, usage } = world[program];
  const filed = name === 'accept' ? world.filed[program] : undefined;
  await world.requests.ready(name, count);
  const requests = world.requests.of(name, count, filed);
  const before = await usage();
  const told = await load.ask({ port, requests, connections });
  const after = await usage();
  if (told.wrong) throw new Stop(`The ${program === 'ours' ? 'server' : 'bare program'} refused: ${told.wrong}`);
  if (name === 'file') world.filed[program] = told.ids;
  return {
    rate: (count / told.wall) * 1000,
    cpu: (after.cpu - before.cpu) / 1000 / count,
    bytes: told.bytes / count,
    p50: quantile(told.ms, 0.5),
    p95: quantile(told.ms, 0.95),
  };
}

/** Every second time the other way round, or whoever comes second would always find the caches warm. */
const turned = (list, turn) => (turn % 2 === 0 ? list : [...list].reverse());

/** Fills `measured`, `memory` and `peak` of each world; what comes before them warms up and counts for nothing. */
export async function runRounds(load, worlds, rounds, tell) {
  for (const world of worlds) {
    const empty = () => ({ ours: [], bare: [] });
    Object.assign(world, { filed: {}, memory: [], peak: 0, measured: {} });
    for (const { name } of CASES) world.measured[name] = empty();
  }
  for (let round = 1 - warmUp; round <= rounds; round++) {
    for (const test of CASES)
      for (const world of turned(worlds, round + warmUp))
        for (const program of turned(programs, round + warmUp + worlds.indexOf(world))) {
          const seen = await measure(load, world, program, test);
          if (round > 0) world.measured[test.name][program].push(seen);
        }
    for (const world of worlds) {
      const { rss, peak } = await world.ours.usage();
      world.peak = peak;
      if (round > 0) world.memory.push(rss);
    }
    tell(round);
  }
}
