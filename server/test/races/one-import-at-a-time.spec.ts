/** Two clerks hand in two files at once: one is taken, the other is told to wait; without the lock both are. */
import type { ImportState } from '@sevengrid/shared/grids/imports.views';
import { startApp, type TestApp } from '../actors/start-app';
import { Register, filled, newBuilding, small } from '../grids/at-the-register';
import { withoutLock } from './without-lock';

const ROUNDS = 6;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '16' } });
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

/** What each was answered, and how many were under way at once. */
async function bothHandIn(): Promise<{ codes: (string | null)[]; underWay: number }> {
  const [admin, lead] = await Promise.all([here.cast.as('admin'), here.cast.as('lead')]);
  const files = await Promise.all([small(newBuilding()), small(newBuilding())].map(filled));
  const answers = await Promise.all([admin, lead].map((by, n) => here.upload(files[n] ?? Buffer.alloc(0), by)));
  const states = await here.sql<{ state: ImportState }>("SELECT state FROM register_import WHERE state = 'reading'");
  await here.settle();
  return { codes: answers.map(({ code }) => code), underWay: states.length };
}

it('takes one of two that come at once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { codes, underWay } = await bothHandIn();
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes).toContain('IMPORT_UNDER_WAY');
    expect(underWay).toBe(1);
  }
}, 60_000);

it('negative control: without the lock of the community both are taken', async () => {
  const { codes, underWay } = await withoutLock(/^SELECT id FROM scope WHERE id = \?/, bothHandIn);
  expect({ codes, underWay }).toEqual({ codes: [null, null], underWay: 2 });
}, 60_000);
