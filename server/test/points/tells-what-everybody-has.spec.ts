/** Other domains ask points for figures: of persons, units, merchants and communities, and how holds stand. */
import { HOLD, dueHolds, holdsOf } from '../../src/points/holds';
import { LedgerAudits } from '../../src/points/ledger-audits';
import { standingOf, standingsOf } from '../../src/points/standings';
import { sumsOfMerchants, sumsOfUnits, totalsOf } from '../../src/points/sums';
import { newId } from '../../src/platform/database/new-id';
import { startApp, type TestApp } from '../actors/start-app';
import { AtTheLedger } from './at-the-ledger';

let app: TestApp;
let here: AtTheLedger;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => {
  here = new AtTheLedger(app);
});
afterAll(() => app.close());

it('tells balance, held, available, owed and minutes of each, and zeros of whoever has nothing', async () => {
  const [somebody, other, nobody] = [newId(), newId(), newId()];
  await here.award(somebody, 7, { minutes: 90 });
  await here.hold(somebody, 3);
  const spent = await here.award(other, 4, { minutes: 60 });
  await here.capture(await here.hold(other, 3));
  await here.reverse(spent);
  const all = await here.read((tx) => standingsOf(tx, [somebody, other, nobody]));
  expect([somebody, other, nobody].map((id) => all.get(id))).toEqual([
    { balance: 7, held: 3, available: 4, owed: 0, minutes: 90 },
    { balance: 0, held: 0, available: 0, owed: 3, minutes: 0 },
    { balance: 0, held: 0, available: 0, owed: 0, minutes: 0 },
  ]);
  expect(await here.read((tx) => standingOf(tx, somebody))).toEqual(all.get(somebody));
});

it('sums what a unit earned, what a merchant captured, and the equation of a community', async () => {
  const [personId, unitId] = [newId(), newId()];
  const unit = { id: unitId, points: 2 };
  for (let i = 0; i < 5; i++) await here.award(personId, 2, { minutes: 30, unit });
  const wrong = await here.award(personId, 2, { minutes: 30, unit });
  const [first, second] = [await here.hold(personId, 5), await here.hold(personId, 4)];
  await here.capture(first);
  await here.capture(second);
  await here.uncapture(second);
  await here.reverse(wrong);
  await here.hold(personId, 1);
  expect(await here.read((tx) => sumsOfUnits(tx, [unitId]))).toEqual(new Map([[unitId, { points: 10, minutes: 150 }]]));
  expect(await here.read((tx) => sumsOfMerchants(tx, [here.shopId]))).toEqual(new Map([[here.shopId, 5]]));
  const totals = await here.read((tx) => totalsOf(tx, here.act.communityId));
  expect(totals).toEqual({
    ...{ issued: 12, takenBack: 2, captured: 5, expired: 0, owed: 0, outstanding: 5, held: 1 },
    ...{ minutes: 150, units: { points: 10, minutes: 150 } },
  });
  const { issued, takenBack, captured, expired, owed, outstanding } = totals;
  expect(outstanding).toBe(issued - takenBack - captured - expired + owed);
  expect((await here.standing(personId)).posted).toBe(outstanding);
});

it('counts what could not be taken back as owed until later awards cover it', async () => {
  const personId = newId();
  const spent = await here.award(personId, 6);
  await here.capture(await here.hold(personId, 5));
  await here.reverse(spent);
  const totals = () => here.read((tx) => totalsOf(tx, here.act.communityId));
  expect(await totals()).toMatchObject({ issued: 6, takenBack: 6, captured: 5, owed: 5, outstanding: 0 });
  await here.award(personId, 7);
  expect(await totals()).toMatchObject({ issued: 13, takenBack: 6, captured: 5, owed: 0, outstanding: 2 });
});

it('tells how a hold stands, and which are due, those longest over first', async () => {
  const personId = newId();
  await here.award(personId, 9);
  const [used, late, later, open] = [
    await here.hold(personId, 2),
    await here.hold(personId, 2, 60),
    await here.hold(personId, 1, 120),
    await here.hold(personId, 1),
  ];
  await here.capture(used);
  app.moveTime(121_000);
  const holds = await here.read((tx) => holdsOf(tx, [used, late, open, newId()]));
  expect(holds.size).toBe(3);
  expect(holds.get(used)).toMatchObject({ id: used, personId, points: 2, state: 'captured', endedAt: null });
  expect(holds.get(used)?.capturedAt).toBeInstanceOf(Date);
  expect(holds.get(late)).toMatchObject({ state: 'reserved', capturedAt: null });
  const mine = (ids: readonly string[]): string[] => ids.filter((id) => [used, late, later, open].includes(id));
  expect(mine(await here.read((tx) => dueHolds(tx, 'redemption', 100)))).toEqual([late, later]);
  await here.expire(late);
  expect(mine(await here.read((tx) => dueHolds(tx, 'redemption', 100)))).toEqual([later]);
  expect(await here.sql(`SELECT h.state FROM ${HOLD} h WHERE h.id = ?`, [late])).toEqual([{ state: 'expired' }]);
  app.moveTime(-121_000);
});

it('takes one check of each name', () => {
  const audits = app.get(LedgerAudits);
  const check = { name: 'I0 nothing', run: () => Promise.resolve({ walked: 0, broken: null }) };
  audits.register(check);
  expect(audits.registered()).toContain(check);
  expect(() => audits.register(check)).toThrow('two domains audit I0 nothing');
});
