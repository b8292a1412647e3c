/** Sessions end by idleness, by age, by log-out and with the account, and the stricter the more they can see. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { Sessions } from '../../src/identity/sessions';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

const code = async (caller: Caller): Promise<string | null> => (await caller.call(identityRoutes.me, {})).code;

/** Asks at every `step` for `during`; answers the code of the last time. */
async function keepOn(caller: Caller, step: number, during: number): Promise<string | null> {
  let last: string | null = null;
  for (let gone = 0; gone < during; gone += step) {
    app.moveTime(step);
    last = await code(caller);
  }
  return last;
}

it('knows nobody by a token that never was', async () => {
  expect(await code(app.as('a'.repeat(43)))).toBe('SESSION_MISSING');
  expect(await code(app.as(null))).toBe('SESSION_MISSING');
});

it('ends at log-out', async () => {
  const staff = await here.as('staff');
  expect((await staff.call(identityRoutes.logOut, {})).status).toBe(200);
  expect(await code(staff)).toBe('SESSION_EXPIRED');
});

it('ends a desk after 30 idle minutes, and after 12 hours of work', async () => {
  const [idle, busy] = [await here.as('staff'), await here.as('staff')];
  app.moveTime(29 * MINUTE);
  expect(await code(idle)).toBeNull();
  expect(await code(busy)).toBeNull();
  app.moveTime(31 * MINUTE);
  expect(await code(idle)).toBe('SESSION_EXPIRED');
  const steady = await here.as('lead');
  expect(await keepOn(steady, 20 * MINUTE, 11.5 * HOUR)).toBeNull();
  expect(await keepOn(steady, 20 * MINUTE, HOUR)).toBe('SESSION_EXPIRED');
});

it('keeps a grid worker’s phone for 12 idle hours', async () => {
  const worker = await here.as('worker');
  app.moveTime(11 * HOUR);
  expect(await code(worker)).toBeNull();
  app.moveTime(12 * HOUR + MINUTE);
  expect(await code(worker)).toBe('SESSION_EXPIRED');
});

it('keeps a resident for 30 idle days and 180 in all', async () => {
  const [idle, steady] = [await here.as('resident'), await here.as('resident2')];
  expect(await keepOn(steady, 29 * DAY, 174 * DAY)).toBeNull();
  expect(await code(idle)).toBe('SESSION_EXPIRED');
  app.moveTime(7 * DAY);
  expect(await code(steady)).toBe('SESSION_EXPIRED');
});

it('keeps a guest for 30 days, used or not', async () => {
  const guest = await here.guestOf(here.demo.households[0]?.id ?? '');
  expect(await keepOn(guest, 10 * DAY, 20 * DAY)).toBeNull();
  app.moveTime(10 * DAY + MINUTE);
  expect(await code(guest)).toBe('SESSION_EXPIRED');
});

it('ends with the account', async () => {
  const staff = await here.as('staff3');
  await app.dataSource.query("UPDATE person SET disabled_at = NOW(3) WHERE account = 'staff3'");
  expect(await code(staff)).toBe('SESSION_EXPIRED');
  expect((await app.as(null).call(identityRoutes.logInDemo, { body: { account: 'staff3' } })).code).toBe('NOT_FOUND');
});

it('keeps no token, only its hash', async () => {
  const person = here.demo.people.lead.id;
  const session = await app.get(UnitOfWork).run((tx) => app.get(Sessions).openForPerson(tx, person));
  expect(session.token).toMatch(/^[\w-]{43}$/);
  const kept: unknown = await app.dataSource.query('SELECT * FROM session WHERE person_id = ?', [person]);
  expect(JSON.stringify(kept)).not.toContain(session.token);
});
