/** A hundred members sign up for the last place at once: one has it and ninety-nine wait in turn; without lock and condition many have it. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { SignUps } from '../../src/volunteering/sign-ups';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, oneOf, type Member } from '../volunteering/at-activities';
import { withoutLock } from './without-lock';

const RACERS = 100;

let app: TestApp;
let cast: Cast;
let at: AtActivities;
let members: Member[];
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '64' } });
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
  members = await at.members(RACERS);
}, 60_000);
afterAll(() => app.close());

interface Found {
  signed: number;
  states: { state: string; n: number }[];
}

/** Two places, one of them taken: what became of the last one. */
async function race(): Promise<Found> {
  const { id } = await at.open({ capacity: 2 });
  await at.signUp(id, await at.member());
  const answers = await Promise.all(members.map(({ caller }) => caller.call(activityRoutes.signUp, oneOf(id))));
  expect(answers.map(({ status }) => status)).toEqual(members.map(() => 201));
  const states = (await cast.place.sql(
    'SELECT state, COUNT(*) AS n FROM activity_sign_up WHERE activity_id = ? GROUP BY state ORDER BY state',
    [id],
  )) as { state: string; n: string }[];
  const [row] = (await cast.place.sql('SELECT signed FROM activity WHERE id = ?', [id])) as [{ signed: number }];
  return { signed: row.signed, states: states.map(({ state, n }) => ({ state, n: Number(n) })) };
}

it('gives the last place to one, and a turn to each of the others', async () => {
  expect(await race()).toEqual({
    signed: 2,
    states: [
      { state: 'in', n: 2 },
      { state: 'waiting', n: RACERS - 1 },
    ],
  });
}, 120_000);

it('gives it to one as well by the condition alone, without the lock', async () => {
  const found = await withoutLock(/^SELECT id FROM activity WHERE id = \?/, race);
  expect(found.states).toContainEqual({ state: 'in', n: 2 });
}, 120_000);

it('negative control: without the condition the place is given to many', async () => {
  await cast.place.sql('ALTER TABLE activity DROP CONSTRAINT activity_places');
  const places = app.get(SignUps);
  const careful = places.takePlace.bind(places);
  places.takePlace = async (tx, activityId) => {
    const sql = 'SELECT signed < capacity AS free FROM activity WHERE id = ?';
    const [seen] = await tx.query<[{ free: number }]>(sql, [activityId]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (seen.free === 1) await tx.query('UPDATE activity SET signed = signed + 1 WHERE id = ?', [activityId]);
    return seen.free === 1;
  };
  try {
    const found = await withoutLock(/^SELECT id FROM activity WHERE id = \?/, race);
    expect(found.states.find(({ state }) => state === 'in')?.n).toBeGreaterThan(2);
  } finally {
    places.takePlace = careful;
  }
}, 120_000);
