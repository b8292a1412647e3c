/** Two organisers call the same members in to two activities of the same time at once: one of them has each; without the lock on the members' accounts both have. */
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Ledger } from '../../src/points/ledger';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, HOUR, oneOf, type Member } from '../volunteering/at-activities';
import { withoutLock } from './without-lock';

const ROUNDS = 8;

let app: TestApp;
let cast: Cast;
let at: AtActivities;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  cast = await new Cast(app).gather();
  at = new AtActivities(cast, 'rows');
}, 60_000);
afterAll(() => app.close());

/** How many attendances each of three members has after both call all three at once. */
async function atOnce(): Promise<number[]> {
  const members: Member[] = await at.members(3);
  const personIds = members.map(({ id }) => id);
  // Who makes a missing account waits as well.
  await app.get(UnitOfWork).run((tx) => app.get(Ledger).lockAccounts(tx, personIds));
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) ids.push(await at.running(members, { lasts: 2 * HOUR }));
  const both = [await cast.as('staff'), await cast.as('lead')];
  const body = { point: 'in' as const, personIds };
  await Promise.all(both.map((caller, i) => caller.call(presenceRoutes.call, { ...oneOf(ids[i] ?? ''), body })));
  const sql = 'SELECT person_id, COUNT(*) AS n FROM attendance WHERE person_id IN (?) GROUP BY person_id';
  const found = (await cast.place.sql(sql, [personIds])) as { n: string }[];
  return found.map(({ n }) => Number(n));
}

async function rounds(): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) found.push(...(await atOnce()));
  return found;
}

it('puts each member down at one place', async () => {
  expect(await rounds()).toEqual(Array.from({ length: ROUNDS * 3 }, () => 1));
}, 120_000);

it('negative control: without the lock on the accounts some are at both', async () => {
  const found = await withoutLock(/^SELECT id, ledger, person_id, .* FROM point_account/, rounds);
  expect(Math.max(...found)).toBe(2);
}, 120_000);
