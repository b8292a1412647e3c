/** A hundred generated histories through the real server and database, many at once: rows are what events say, chains hold, and a repeat does nothing. */
import * as fc from 'fast-check';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import type { Action, PartnerAction } from '@sevengrid/shared/tickets/flows';
import { Audits } from '../../src/platform/audit/audits';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { historiesOf } from '../../src/tickets/ticket-history';
import { WorkingCalendars } from '../../src/tickets/working-calendars';
import { newKey, type Caller } from '../actors/caller';
import type { Somebody, Step } from './at-the-desk';
import { command, type Command } from './histories/commands';
import { demandAll } from './histories/invariants';
import { Week } from './in-time';

/** Histories that live side by side, steps of each, and how often that is done. */
const [SIDE_BY_SIDE, STEPS, ROUNDS] = process.env.LONG === '1' ? [50, 40, 20] : [20, 14, 5];
const SEED = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const MINUTE = 60_000;
/** Of a step, what the server may answer to something generated: done, not yours, not there, not now, or not so. */
const ANSWERS = [200, 403, 404, 409, 422];
const DOERS: readonly Somebody[] = ['worker', 'staff', 'lead', 'resident', 'staff2', 'street', 'backup'];

let week: Week;
const seen = { done: 0, refused: 0, repeated: 0, events: 0 };
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());

interface Life {
  id: string;
  /** Steps that were done, by people. */
  done: number;
}

const idOf = (name: string): string => {
  const { people, grids } = week.here.demo;
  const [staff, staff2] = people.staff;
  const ids: Record<string, string | undefined> = {
    ...{ worker: grids[0]?.workerId, backup: grids[0]?.backupId, staff: staff?.id, staff2: staff2?.id },
    ...{ lead: people.lead.id, street: people.street.id },
  };
  return ids[name] ?? '';
};

function bodyOf(step: Step, { stuff, pick }: Command, requests: readonly string[]): object {
  const { grade, how, outcome, finding, days, satisfied, surveyHow, holderId, verifierId, onSite } = stuff;
  const words = '按情况办';
  const partner = week.here.demo.people.partners[pick % 3]?.organisationId;
  const bodies: Partial<Record<Step, object>> = {
    accept: { grade, onSite },
    contact: { how, words },
    ask: { how, words },
    resolve: { outcome, words },
    attempt: { how },
    verify: { finding, how },
    rate: { satisfied, how: surveyHow },
    revisit: { finding: finding === 'not_reached' ? 'not_solved' : finding, how },
    coordinate: { organisationId: partner, words, withContact: false },
    recall: { requestId: requests[0] ?? idOf('staff'), words },
    extend: { days, words },
    reassign: { holderId: idOf(holderId), words },
    appoint: { verifierId: idOf(verifierId) },
    regrade: { grade, words },
  };
  return bodies[step] ?? week.here.bodyOf(step);
}

/** Sends it, and at times again with the same key: the same answer, and nothing more is done. */
async function send(life: Life, told: Command, call: (key: string) => Promise<{ status: number }>): Promise<void> {
  const key = newKey();
  const { status } = await call(key);
  expect(ANSWERS).toContain(status);
  if (status === 200) life.done += 1;
  seen[status === 200 ? 'done' : 'refused'] += 1;
  if (status !== 200 || told.pick % 3 > 0) return;
  const again = await call(key);
  // Who may see it no longer is not shown it again.
  expect([200, 404]).toContain(again.status);
  seen.repeated += 1;
}

/** What somebody may do here, or something wild; a body answers what it was asked. */
async function live(life: Life, told: Command): Promise<void> {
  const { here } = week;
  const first = Math.max(0, DOERS.indexOf(told.who));
  const requests = (await week.seen(life.id)).requests.filter(({ state }) => state === 'waiting' || state === 'missed');
  const wild = told.wild as Exclude<Action, 'open'> | null;
  if (requests[0] && (told.pick % 4 === 0 || wild === 'reply' || wild === 'return'))
    return answer(life, told, requests[0].id);
  if (wild && wild !== 'reply' && wild !== 'return') return step(life, told, here[told.who], wild as Step, []);
  for (const who of [...DOERS.slice(first), ...DOERS.slice(0, first)]) {
    const { moves } = await week.seen(life.id, here[who]);
    const onward = moves.filter((move) => told.pick % 12 === 0 || !['withdraw', 'decline', 'remark'].includes(move));
    const move = onward[told.pick % Math.max(1, onward.length)];
    if (move)
      return step(
        life,
        told,
        here[who],
        move as Step,
        requests.map(({ id }) => id),
      );
  }
}

const step = (life: Life, told: Command, by: Caller, move: Step, requests: readonly string[]): Promise<void> =>
  send(life, told, (key) => week.here.try(by, move, life.id, bodyOf(move, told, requests), key));

function answer(life: Life, told: Command, id: string): Promise<void> {
  const by = told.pick % 8 === 0 ? week.here.power : week.here.police;
  const action: PartnerAction = told.pick % 16 < 8 ? 'return' : 'reply';
  const reason = told.stuff.returnReason;
  return send(life, told, (key) =>
    action === 'reply'
      ? by.call(coordinationRoutes.reply, { params: { id }, body: { words: '办好了' } }, { key })
      : by.call(coordinationRoutes.sendBack, { params: { id }, body: { reason, words: '不归我们管' } }, { key }),
  );
}

async function demandWhole(lives: readonly Life[]): Promise<void> {
  const { app, here } = week;
  const uow = app.get(UnitOfWork);
  const calendar = await uow.run((tx) => app.get(WorkingCalendars).of(tx, here.demo.communityId));
  const histories = await uow.run((tx) =>
    historiesOf(
      tx,
      lives.map(({ id }) => id),
    ),
  );
  for (const { id, done } of lives) {
    const events = histories.get(id) ?? [];
    // Nobody goes, here.
    const [calendars, gone] = [events.map(() => calendar), events.map(() => new Set<string>())];
    demandAll(events, { calendars, gone, standIn: idOf('backup'), team: [idOf('worker'), idOf('backup')] });
    // One event for each step that was done, and none for what was refused or sent again.
    expect(events.filter(({ actorKind }) => actorKind === 'person')).toHaveLength(done + 1);
    seen.events += events.length;
  }
  await app.settle();
  expect((await app.get(Audits).run()).filter(({ broken }) => broken !== null)).toEqual([]);
}

it('holds in histories lived on the server', async () => {
  const column = fc.array(command, { minLength: STEPS, maxLength: STEPS });
  const columns = fc.array(column, { minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE });
  const holds = fc.asyncProperty(columns, async (told) => {
    await week.begin('10:00');
    const lives: Life[] = [];
    for (let n = 0; n < told.length; n++) lives.push({ id: await week.here.openUpTo(), done: 0 });
    for (let n = 0; n < STEPS; n++) {
      await Promise.all(
        lives.map(async (life, i) => {
          const next = told[i]?.[n];
          if (next) await live(life, next);
        }),
      );
      await week.until(week.app.now + Math.max(MINUTE, told[0]?.[n]?.wait ?? 0));
    }
    await demandWhole(lives);
  });
  await fc.assert(holds, { numRuns: ROUNDS, endOnFailure: true, ...SEED });
  const { done, refused, repeated, events } = seen;
  process.stdout.write(
    `${SIDE_BY_SIDE * ROUNDS} histories: ${events} events; ${done} steps done, ${refused} refused, ${repeated} sent again\n`,
  );
  expect(Math.min(done, refused, repeated)).toBeGreaterThan(SIDE_BY_SIDE);
}, 3_600_000);
