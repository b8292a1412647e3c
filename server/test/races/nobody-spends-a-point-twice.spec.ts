/** Two hundred spend one balance over sixty-four connections, and one key is tapped a hundred times: no point goes twice, unless the account's lock is taken out. */
import { AuditLedger } from '../../src/points/audit-ledger';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { wrongs } from '../points/a-lived-ledger';
import { AtTheLedger } from '../points/at-the-ledger';
import { withoutLock } from './without-lock';

const CONNECTIONS = 64;
const SPENDERS = 200;
const BALANCE = 50;
const TAPS = 100;

let app: TestApp;
let here: AtTheLedger;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: String(CONNECTIONS) } });
  here = new AtTheLedger(app);
  cast = await new Cast(app).gather();
}, 120_000);
afterAll(() => app.close());

/** Everybody takes one point of the same person at once; answers how many were done. */
async function spend(personId: string): Promise<number> {
  const all = await Promise.allSettled(Array.from({ length: SPENDERS }, () => here.hold(personId, 1)));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as Error).message)] : []));
  expect(refused.filter((message) => !/POINTS_NOT_ENOUGH|PART_DOWN|Duplicate|constraint/i.test(message))).toEqual([]);
  return all.length - refused.length;
}

const reservedOf = async (personId: string): Promise<number> => {
  const sql = "SELECT COALESCE(SUM(points), 0) AS n FROM point_hold WHERE person_id = ? AND state = 'reserved'";
  return Number((await here.sql<{ n: string }>(sql, [personId]))[0]?.n);
};

it(`lets ${BALANCE} of ${SPENDERS} have one of ${BALANCE} points`, async () => {
  const personId = newId();
  await here.award(personId, BALANCE);
  expect(await spend(personId)).toBe(BALANCE);
  expect(await here.standing(personId)).toMatchObject({ posted: BALANCE, held: BALANCE });
  expect(await reservedOf(personId)).toBe(BALANCE);
  expect(await wrongs(app, app.get(AuditLedger).run())).toBe('');
}, 120_000);

it(`does once what is tapped ${TAPS} times with one key`, async () => {
  const id = cast.id('member');
  await here.award(id, BALANCE);
  const request = { actor: { id, lock: { table: 'person' as const, id } }, key: `tap-${newId()}` };
  const tap = (): Promise<{ id: string }> =>
    app.get(UnitOfWork).once({ ...request, operation: 'test.tap', fingerprint: 'one' }, async (tx) => {
      const hold = { id: newId(), personId: id, points: 3, ttlS: 900, causeType: 'redemption' as const };
      await here.ledger.hold(tx, here.act, hold);
      return { id: hold.id };
    });
  const answers = await Promise.all(Array.from({ length: TAPS }, tap));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await here.standing(id)).toMatchObject({ posted: BALANCE, held: 3 });
}, 120_000);

it('negative control: without the account’s lock the same points are reserved more than once', async () => {
  const personId = newId();
  await here.award(personId, BALANCE);
  const done = await withoutLock(/FROM point_account FORCE INDEX/, () => spend(personId));
  const { held } = await here.standing(personId);
  // Whoever was told that it was done has a hold, and the account knows of fewer.
  expect(await reservedOf(personId)).toBe(done);
  expect(held).toBeLessThan(done);
  expect(await wrongs(app, app.get(AuditLedger).run())).toContain('I3 held');
}, 120_000);
