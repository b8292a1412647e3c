/** Staff file for the very households that an import is taken back with: one of the two happens; without the lock both do. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { Who } from '../contract/cast';
import { startApp, type TestApp } from '../actors/start-app';
import { newBuilding, Register } from '../grids/at-the-register';
import { withoutLock } from './without-lock';

/** Requests of one person follow one another, so there are several. */
const FILERS: readonly Who[] = ['worker', 'backup', 'staff', 'second', 'lead'];
const DOORS = 60;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

interface Outcome {
  filed: number;
  notFound: number;
  /** Appeals about a household that is no more. */
  adrift: number;
}

/** Everybody files for household after household while all of them are taken back. */
async function fileWhileTakenBack(): Promise<Outcome> {
  const building = newBuilding();
  const households = Array.from({ length: DOORS }, (_, n) => [building, `${100 + n}`, '']);
  const { id } = await here.imported({ buildings: [['测试1', building]], households });
  const doors = await here.sql<{ id: string }>(
    'SELECT h.id FROM household h JOIN building b ON b.id = h.building_id WHERE b.name = ?',
    [building],
  );
  const about = {
    categoryId: here.cast.place.categoryId,
    words: '楼道灯不亮',
    consent: 'verbal',
    channel: 'phone',
  } as const;
  const codes: (string | null)[] = [];
  const filing = FILERS.map(async (who, nth) => {
    const caller = await here.cast.as(who);
    for (const door of doors.filter((_, n) => n % FILERS.length === nth))
      codes.push((await caller.call(ticketRoutes.open, { body: { ...about, householdId: door.id } })).code);
  });
  void (await here.admin.call(importRoutes.undo, { params: { id } })).reply;
  await Promise.all([here.settle(), ...filing]);
  const [left] = await here.sql<{ n: number }>(
    'SELECT COUNT(*) AS n FROM ticket t LEFT JOIN household h ON h.id = t.household_id WHERE t.household_id IN (?) AND h.id IS NULL',
    [doors.map((door) => door.id)],
  );
  const count = (code: string | null): number => codes.filter((of) => of === code).length;
  return { filed: count(null), notFound: count('NOT_FOUND'), adrift: Number(left?.n) };
}

it('an appeal keeps its household, or is told that there is none', async () => {
  for (let round = 0; round < 3; round++) {
    const { filed, notFound, adrift } = await fileWhileTakenBack();
    expect(filed + notFound).toBe(DOORS);
    expect(adrift).toBe(0);
  }
}, 120_000);

it('negative control: without the lock appeals are about households that are gone', async () => {
  let adrift = 0;
  for (let round = 0; round < 5 && adrift === 0; round++)
    ({ adrift } = await withoutLock(/FROM household h JOIN building b/, fileWhileTakenBack));
  expect(adrift).toBeGreaterThan(0);
}, 120_000);
