/** Thousands of generated histories, with right and wrong steps by everybody: the invariants of the design hold after each, and notice rules that are broken. */
import * as fc from 'fast-check';
import { rowOf } from '../../src/tickets/projection';
import { heldMinutes } from '../../src/tickets/held-minutes';
import { replay, statesOf } from '../../src/tickets/replay';
import { PHASE_OF } from '@sevengrid/shared/tickets/flows';
import type { TicketEvent } from '../../src/tickets/ticket-event';
import { script, type Script } from './histories/commands';
import { BROKEN } from './histories/broken-rules';
import { demandAll, type Known } from './histories/invariants';
import { TEAM } from './histories/people';
import { RULES, Simulation, type Rules } from './histories/simulation';

const RUNS = process.env.LONG === '1' ? 20_000 : 2000;
/** `SEED=…` lives again what failed; fast-check prints it. */
const SEED = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
/** Where an appeal that is withdrawn is asked about, and where it is not. */
const IDS = ['01ARZ3NDEKTSV4RRFFQ6000000', '01ARZ3NDEKTSV4RRFFQ6000001'] as const;

/** Lives the script; each command is one event more, or none. */
function live({ grade, begins, commands }: Script, rules: Rules = RULES): Simulation {
  const simulation = new Simulation(IDS[begins % 2] ?? IDS[0], grade, begins, rules);
  for (const command of commands) {
    const [events, tried] = [byPeople(simulation), simulation.tried.length];
    simulation.run(command);
    const accepted = simulation.tried.slice(tried).filter(({ fault }) => fault === null).length;
    if (byPeople(simulation) !== events + accepted)
      throw new Error('an event without a step, or a step without its event');
  }
  simulation.wake();
  return simulation;
}

/** What was so while it lived. */
const knownOf = ({ calendars, gone }: Simulation): Known => ({ calendars, gone, standIn: 'backup', team: TEAM });

const byPeople = ({ events }: Simulation): number => events.filter(({ actorKind }) => actorKind === 'person').length;

/** I2: what is kept as text replays to the same, after every event; so does the row that lists read. */
function replaysToTheSame({ events, state }: Simulation): void {
  const kept = JSON.parse(JSON.stringify(events)) as TicketEvent[];
  expect(replay(kept)).toEqual(state);
  expect(rowOf(replay(kept))).toEqual(rowOf(state));
  const half = kept.slice(0, Math.ceil(kept.length / 2));
  expect(replay(half)).toEqual(statesOf(events)[half.length - 1]);
}

/** The minutes in everybody's hands are those it was open. */
function addsUp({ events, now }: Simulation): void {
  const states = statesOf(events);
  const open = events.reduce((sum, { at }, i) => {
    const stage = states[i]?.stage;
    return stage && PHASE_OF[stage] !== 'closed' ? sum + (events[i + 1]?.at ?? now) - at : sum;
  }, 0);
  const held = [...heldMinutes(events, now).values()].reduce((sum, minutes) => sum + minutes, 0);
  expect(held).toBe(Math.floor(open / 60_000));
}

const seen = { events: 0, refused: 0, stages: new Set<string>(), actions: new Set<string>() };

it(`holds in ${RUNS} histories`, () => {
  fc.assert(
    fc.property(script, (told) => {
      const simulation = live(told);
      demandAll(simulation.events, knownOf(simulation));
      replaysToTheSame(simulation);
      addsUp(simulation);
      for (const { lets, told: offered } of simulation.bodiesMay()) expect(offered).toEqual(lets);
      seen.events += simulation.events.length;
      seen.refused += simulation.tried.filter(({ fault }) => fault !== null).length;
      for (const { stage, action } of simulation.events) {
        seen.stages.add(stage);
        seen.actions.add(action);
      }
    }),
    { numRuns: RUNS, ...SEED },
  );
  process.stdout.write(`${RUNS} histories: ${seen.events} events, ${seen.refused} steps refused\n`);
}, 600_000);

it('went everywhere: every stage and every action, refusals as well', () => {
  expect([...seen.stages].sort()).toEqual(Object.keys(PHASE_OF).sort());
  expect(seen.actions.size).toBeGreaterThanOrEqual(28);
  expect(seen.refused).toBeGreaterThan(RUNS);
});

it.each(BROKEN)(
  'notices when %s',
  (_, broken, noticed) => {
    const rules = { ...RULES, ...broken };
    const holds = fc.property(script, (told) => {
      const simulation = live(told, rules);
      demandAll(simulation.events, knownOf(simulation));
    });
    const { failed, errorInstance } = fc.check(holds, { numRuns: 2000, endOnFailure: true });
    expect([failed, String(errorInstance)]).toEqual([true, expect.stringMatching(noticed)]);
  },
  600_000,
);
