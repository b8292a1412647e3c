/** Two leads give the twentieth and the twenty-first door at once: one of them is refused; without the lock both are given. */
import { MOST_SERVED } from '@sevengrid/shared/grids/central-households';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { centralNeighbour, doors, pair } from '../grids/at-the-doors';
import { withoutLock } from './without-lock';

const ROUNDS = 6;

let app: TestApp;
let cast: Cast;
let both: [Caller, Caller];
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  cast = await new Cast(app).gather();
  both = [await cast.as('lead'), await cast.as('admin')];
}, 60_000);
afterAll(() => app.close());

const looksAfter = async (personId: string): Promise<number> => {
  const sql = 'SELECT COUNT(*) AS n FROM central_service WHERE person_id = ? AND ends_on IS NULL';
  return Number(((await cast.place.sql(sql, [personId])) as [{ n: number }])[0].n);
};

/** How many doors somebody has after two were given at once beside nineteen. */
async function twoAtOnce(): Promise<number> {
  const { personId } = await centralNeighbour(cast);
  const many = await doors(cast, MOST_SERVED + 1);
  const [twentieth = '', next = ''] = many.slice(-2);
  for (const door of many.slice(0, -2))
    await cast.place.sql(
      "INSERT INTO central_service (id, person_id, household_id, starts_on) VALUES (UUID_SHORT(), ?, ?, '2026-01-01')",
      [personId, door],
    );
  await Promise.all([pair(both[0], twentieth, personId), pair(both[1], next, personId)]);
  return looksAfter(personId);
}

async function rounds(): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) found.push(await twoAtOnce());
  return found;
}

it('gives the twentieth to one of the two', async () => {
  expect(await rounds()).toEqual(Array.from({ length: ROUNDS }, () => MOST_SERVED));
}, 120_000);

it('negative control: without the lock on the person both are given', async () => {
  const found = await withoutLock(/^SELECT id FROM person WHERE id = \?/, rounds);
  expect(Math.max(...found)).toBe(MOST_SERVED + 1);
}, 120_000);
