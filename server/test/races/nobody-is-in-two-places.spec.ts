/** Two organisers call one member in to two activities of the same time at once: one of them has the member; without the lock on the member's accounts both have. */
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Ledger } from '../../src/points/ledger';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, HOUR, oneOf, type Member } from '../volunteering/at-activities';
import { withoutLock } from './without-lock';

const MEMBERS = 12;

let app: TestApp;
let cast: Cast;
let at: AtActivities;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '64' } });
  cast = await new Cast(app).gather();
  at = new AtActivities(cast, 'rows');
}, 60_000);
afterAll(() => app.close());

/** How many attendances each member has after being called in at both places at once. */
async function race(): Promise<number[]> {
  const members: Member[] = await at.members(MEMBERS);
  // Who makes a missing account waits as well.
  const personIds = members.map(({ id }) => id);
  await app.get(UnitOfWork).run((tx) => app.get(Ledger).lockAccounts(tx, personIds));
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) ids.push(await at.running(members, { lasts: 2 * HOUR }));
  const both = [await cast.as('staff'), await cast.as('lead')];
  await Promise.all(
    personIds.flatMap((personId) =>
      both.map((caller, i) =>
        caller.call(presenceRoutes.call, { ...oneOf(ids[i] ?? ''), body: { point: 'in', personIds: [personId] } }),
      ),
    ),
  );
  const sql = 'SELECT person_id, COUNT(*) AS n FROM attendance WHERE person_id IN (?) GROUP BY person_id';
  const found = (await cast.place.sql(sql, [personIds])) as { n: string }[];
  return found.map(({ n }) => Number(n));
}

it('puts each member down at one place', async () => {
  expect(await race()).toEqual(Array.from({ length: MEMBERS }, () => 1));
}, 120_000);

it('negative control: without the lock on the accounts some are at both', async () => {
  const found = await withoutLock(/^SELECT id, ledger, person_id, .* FROM point_account/, race);
  expect(Math.max(...found)).toBe(2);
}, 120_000);
