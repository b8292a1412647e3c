/** Sixty-four apply one import at once, and two work on it at once: it has one effect; without fence and lock it has two. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { ApplyImports } from '../../src/grids/apply-imports';
import { IMPORT_JOB } from '../../src/grids/work-on-imports';
import { Fence, Leases } from '../../src/platform/jobs/leases';
import { startApp, type TestApp } from '../actors/start-app';
import { newBuilding, Register, type Filled } from '../grids/at-the-register';
import { withoutLock } from './without-lock';

const MANY = 64;
const PEOPLE = 900;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: String(MANY) } });
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

/** A house that stands, and an import of the people who live in it. */
async function fullHouse(building: string): Promise<Filled> {
  await here.imported({ buildings: [['测试1', building]], households: [[building, '101', '']] });
  const phone = (n: number): string => `154${String(n).padStart(8, '0')}`;
  return { residents: Array.from({ length: PEOPLE }, (_, n) => [building, '101', `居民${n}`, phone(n)]) };
}

async function peopleIn(building: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM resident r JOIN household h ON h.id = r.household_id
    JOIN building b ON b.id = h.building_id WHERE b.name = ?`;
  return Number((await here.sql<{ n: number }>(sql, [building]))[0]?.n);
}

/** An import of one house’s people, told to be applied and not worked on yet. */
async function applying(building: string): Promise<string> {
  const { id } = await here.looked(await fullHouse(building));
  void (await here.admin.call(importRoutes.apply, { params: { id }, body: { skipWrong: false } })).reply;
  return id;
}

it('is applied by one of sixty-four, and the others are told so', async () => {
  const building = newBuilding();
  const { id } = await here.looked(await fullHouse(building));
  const input = { params: { id }, body: { skipWrong: false } };
  const callers = await Promise.all(
    Array.from({ length: MANY }, (_, n) => here.cast.as(n % 2 === 0 ? 'admin' : 'lead')),
  );
  const codes = (await Promise.all(callers.map((caller) => caller.call(importRoutes.apply, input)))).map(
    ({ code }) => code,
  );
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set([null, 'IMPORT_UNDER_WAY']));
  await here.settle();
  expect(await here.one(id)).toMatchObject({ state: 'applied', done: PEOPLE });
  expect(await peopleIn(building)).toBe(PEOPLE);
}, 120_000);

it('has one effect although two work on it at once', async () => {
  const building = newBuilding();
  const id = await applying(building);
  const fence = await app.get(Leases).take(IMPORT_JOB, true);
  if (!fence) throw new Error('the lease is taken');
  const applier = app.get(ApplyImports);
  await Promise.all([applier.apply(fence, id), applier.apply(fence, id)]);
  expect(await peopleIn(building)).toBe(PEOPLE);
  expect(await here.one(id)).toMatchObject({ state: 'applied', done: PEOPLE, skipped: 0 });
  await app.get(Leases).release(fence, 0);
}, 120_000);

/** Says that the lease is held, whoever holds it. */
class NoFence extends Fence {
  override hold(): Promise<void> {
    return Promise.resolve();
  }
}

it('negative control: without fence and lock both take over the same people', async () => {
  const building = newBuilding();
  const id = await applying(building);
  const applier = app.get(ApplyImports);
  const fence = new NoFence(IMPORT_JOB, 0);
  const both = (): Promise<unknown> => Promise.all([applier.apply(fence, id), applier.apply(fence, id)]);
  await withoutLock(/FROM register_import WHERE id = \?/, both);
  expect(await peopleIn(building)).toBeGreaterThan(PEOPLE);
}, 120_000);
