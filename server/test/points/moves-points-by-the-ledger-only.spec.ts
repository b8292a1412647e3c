/** Points are earned once, held, spent, given back and taken back; what cannot be done leaves everything as it was. */
import { newId } from '../../src/platform/database/new-id';
import { startApp, type TestApp } from '../actors/start-app';
import { AtTheLedger } from './at-the-ledger';

let app: TestApp;
let here: AtTheLedger;
beforeAll(async () => {
  app = await startApp();
  here = new AtTheLedger(app);
});
afterAll(() => app.close());

const DAY = 86_400_000;

it('awards member and unit in one journal, and the same attendance once', async () => {
  const [personId, causeId, unitId] = [newId(), newId(), newId()];
  const award = { causeId, personId, points: 2, minutes: 90, unit: { id: unitId, points: 2 }, ruleVersion: 3 };
  const first = await here.awardAll([award]);
  const again = await here.awardAll([award, { ...award, causeId: newId(), points: 3 }]);
  expect(again.get(causeId)).toBe(first.get(causeId));
  expect(await here.standing(personId)).toEqual({ posted: 5, held: 0, owed: 0, minutes: 180 });
  const transfers = await here.sql(
    'SELECT ledger, debit_kind, credit_kind, credit_id, amount FROM point_transfer WHERE journal_id = ? ORDER BY ledger',
    [first.get(causeId)],
  );
  expect(transfers).toEqual([
    { ledger: 'MIN', debit_kind: 'issue', credit_kind: 'person', credit_id: personId, amount: 90 },
    { ledger: 'PT', debit_kind: 'issue', credit_kind: 'person', credit_id: personId, amount: 2 },
    { ledger: 'UMIN', debit_kind: 'issue', credit_kind: 'unit', credit_id: unitId, amount: 90 },
    { ledger: 'UPT', debit_kind: 'issue', credit_kind: 'unit', credit_id: unitId, amount: 2 },
  ]);
});

it('awards nobody by themself, and does not let one person correct alone', async () => {
  const actorId = here.act.actorId ?? '';
  await expect(here.award(actorId, 2)).rejects.toThrow('POINTS_OF_ONESELF');
  await expect(here.adjust(actorId, 2)).rejects.toThrow('POINTS_OF_ONESELF');
  expect(await here.sql('SELECT id FROM point_account WHERE person_id = ?', [actorId])).toEqual([]);
});

it('holds points so that they are posted and not available, and captures them once', async () => {
  const personId = newId();
  for (const points of [2, 2, 3]) await here.award(personId, points);
  const hold = await here.hold(personId, 5);
  expect(await here.standing(personId)).toMatchObject({ posted: 7, held: 5 });
  await expect(here.hold(personId, 3)).rejects.toMatchObject({
    code: 'POINTS_NOT_ENOUGH',
    details: { facts: { available: 2 } },
  });
  expect(await here.capture(hold)).toBe('done');
  expect(await here.standing(personId)).toMatchObject({ posted: 2, held: 0 });
  for (const again of [here.capture(hold), here.release(hold), here.expire(hold)]) expect(await again).toBe('captured');
  expect(await here.standing(personId)).toMatchObject({ posted: 2, held: 0 });
});

it('gives points back to the lots they came from', async () => {
  const personId = newId();
  for (const points of [2, 2, 3]) await here.award(personId, points);
  const lots = (): Promise<unknown[]> =>
    here.sql(
      `SELECT l.amount, l.remaining, l.held FROM point_lot l JOIN point_account a ON a.id = l.account_id
       WHERE a.person_id = ? ORDER BY l.id`,
      [personId],
    );
  const before = await lots();
  const [first, second] = [await here.hold(personId, 3), await here.hold(personId, 1)];
  expect(await here.capture(first)).toBe('done');
  expect(await here.release(second)).toBe('done');
  expect(await here.uncapture(second)).toBe('released');
  expect(await here.uncapture(first)).toBe('done');
  expect(await here.uncapture(first)).toBe('uncaptured');
  expect(await lots()).toEqual(before);
  expect(await here.standing(personId)).toMatchObject({ posted: 7, held: 0 });
});

it('lets nobody capture what has ended, swept or not', async () => {
  const personId = newId();
  await here.award(personId, 4);
  const hold = await here.hold(personId, 4, 60);
  expect(await here.expire(hold)).toBe('reserved');
  app.moveTime(60_000);
  expect(await here.capture(hold)).toBe('expired');
  expect(await here.standing(personId)).toMatchObject({ posted: 4, held: 4 });
  expect(await here.expire(hold)).toBe('done');
  expect(await here.standing(personId)).toMatchObject({ posted: 4, held: 0 });
  app.moveTime(-60_000);
});

it('makes accounts for whoever takes something free', async () => {
  const personId = newId();
  const hold = await here.hold(personId, 0);
  expect(await here.capture(hold)).toBe('done');
  expect(await here.uncapture(hold)).toBe('done');
  expect(await here.standing(personId)).toEqual({ posted: 0, held: 0, owed: 0, minutes: 0 });
});

it('takes an award back: what is available at once, the rest out of later awards', async () => {
  const personId = newId();
  const first = await here.award(personId, 6);
  await here.award(personId, 1);
  expect(await here.capture(await here.hold(personId, 5))).toBe('done');
  await here.reverse(first);
  expect(await here.standing(personId)).toEqual({ posted: 0, held: 0, owed: 4, minutes: 30 });
  await expect(here.reverse(first)).rejects.toThrow('POINTS_ALREADY_TAKEN_BACK');
  await here.award(personId, 3);
  expect(await here.standing(personId)).toMatchObject({ posted: 0, owed: 1 });
  await here.award(personId, 3);
  expect(await here.standing(personId)).toMatchObject({ posted: 2, owed: 0 });
});

it('corrects up and down, never below what is available', async () => {
  const personId = newId();
  await here.adjust(personId, 5);
  await here.hold(personId, 3);
  await expect(here.adjust(personId, -3)).rejects.toThrow('POINTS_NOT_ENOUGH');
  await here.adjust(personId, -2);
  expect(await here.standing(personId)).toMatchObject({ posted: 3, held: 3 });
});

it('lets points end where the community has decided it, but never what is held', async () => {
  const scoped = newId();
  await here.sql("INSERT INTO scope (id, kind, code, name, tz_offset) VALUES (?, 'community', ?, '试用社区', 480)", [
    scoped,
    `end-${scoped}`,
  ]);
  await here.sql("INSERT INTO point_policy VALUES (?, 1, 'next_year', NOW(3), ?)", [scoped, newId()]);
  const there = new AtTheLedger(app, scoped);
  const personId = newId();
  await there.award(personId, 4);
  const hold = await there.hold(personId, 3, 3 * 366 * 86_400);
  expect(await there.expireLots(personId)).toBe(0);
  app.moveTime(2 * 366 * DAY);
  await expect(there.hold(personId, 1)).rejects.toThrow('POINTS_NOT_ENOUGH');
  expect(await there.expireLots(personId)).toBe(1);
  expect(await there.standing(personId)).toMatchObject({ posted: 3, held: 3 });
  expect(await there.release(hold)).toBe('done');
  expect(await there.expireLots(personId)).toBe(0);
  expect(await there.capture(await there.hold(personId, 1))).toBe('done');
  app.moveTime(8 * DAY);
  expect(await there.expireLots(personId)).toBe(2);
  expect(await there.standing(personId)).toMatchObject({ posted: 0, held: 0 });
  app.moveTime(-(2 * 366 + 8) * DAY);
});

it('awards two hundred people by few statements, whose number does not grow with them', async () => {
  const unit = { id: newId(), points: 2 };
  const sentFor = async (people: readonly string[]): Promise<number> => {
    const award = { points: 2, minutes: 90, unit, ruleVersion: 1 };
    const began = performance.now();
    const sent = await app.statements(() =>
      here.awardAll(people.map((personId) => ({ ...award, causeId: newId(), personId }))),
    );
    process.stdout.write(`${people.length} people awarded in ${(performance.now() - began).toFixed(0)} ms\n`);
    return sent.length;
  };
  const people = Array.from({ length: 200 }, () => newId());
  const begun = await sentFor(people);
  // Two accounts each, locked by fifty; 800 transfers and 400 entries, written by 500.
  const [many, few] = [await sentFor(people), await sentFor(people.slice(0, 25))];
  expect(few).toBe(12);
  expect(many).toBe(few + 7 + 1);
  expect(begun).toBe(many + 2);
});
