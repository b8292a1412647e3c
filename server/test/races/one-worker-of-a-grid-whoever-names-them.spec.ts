/** An import and the set-up page, or two imports at once, name who works in a grid: one worker comes of it; without the lock, two. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { ApplyImports } from '../../src/grids/apply-imports';
import { IMPORT_JOB } from '../../src/grids/work-on-imports';
import { Fence } from '../../src/platform/jobs/leases';
import { startApp, type TestApp } from '../actors/start-app';
import { Register } from '../grids/at-the-register';
import { newAccount, newGrid } from '../grids/of-people';
import { withoutLock } from './without-lock';

const ROUNDS = 12;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

/** Lets two imports be worked on at once, as only a lost lease would. */
class NoFence extends Fence {
  override hold(): Promise<void> {
    return Promise.resolve();
  }
}

const apply = (id: string): Promise<void> => app.get(ApplyImports).apply(new NoFence(IMPORT_JOB, 0), id);

/** An import that names a worker, told to be applied and not worked on yet. */
async function applying(roles: readonly (readonly string[])[]): Promise<string> {
  const { id } = await here.looked({ roles });
  void (await here.admin.call(importRoutes.apply, { params: { id }, body: { skipWrong: false } })).reply;
  return id;
}

async function workersNow(gridId: string): Promise<number> {
  const { items } = (await here.admin.call(gridSetUpRoutes.list, { query: {} })).reply;
  const team = items.find(({ id }) => id === gridId)?.team ?? [];
  return team.filter(({ as, state }) => as === 'worker' && state === 'now').length;
}

/** The page appoints somebody while an import names somebody else. */
async function both(): Promise<number> {
  const grid = await newGrid(here);
  const id = await applying([[newAccount(), '表里的人', '网格员', grid.name]]);
  const admin = await here.cast.as('admin');
  const newcomer = { account: newAccount(), displayName: '页上的人' };
  const body = { as: 'worker' as const, newcomer };
  await Promise.all([apply(id), admin.call(gridSetUpRoutes.appoint, { params: { id: grid.id }, body })]);
  await here.settle();
  return workersNow(grid.id);
}

async function rounds(): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) found.push(await both());
  return found;
}

it('leaves one worker in a grid, whether the page or the import was first', async () => {
  expect(await rounds()).toEqual(Array.from({ length: ROUNDS }, () => 1));
}, 120_000);

it('negative control: without the lock on the grid both put their worker there', async () => {
  const found = await withoutLock(/FROM grid g JOIN scope s/, rounds);
  expect(Math.max(...found)).toBeGreaterThan(1);
}, 120_000);

it('opens one account of one name, though two imports name it at once', async () => {
  const account = newAccount();
  const one = await applying([[account, '小新', '社区工作人员', '']]);
  // The second import of a community waits for the first; here it is let in beside it.
  await here.sql("UPDATE register_import SET state = 'ready' WHERE id = ?", [one]);
  const other = await applying([[account, '小新', '社区工作人员', '']]);
  await here.sql("UPDATE register_import SET state = 'applying' WHERE id = ?", [one]);
  await Promise.all([apply(one), apply(other)]);
  const views = [await here.one(one), await here.one(other)];
  expect(views.map(({ skipped }) => skipped).sort()).toEqual([0, 1]);
  expect(await here.sql('SELECT id FROM person WHERE account = ?', [account])).toHaveLength(1);
  const grants = 'SELECT rg.id FROM role_grant rg JOIN person p ON p.id = rg.person_id WHERE p.account = ?';
  expect(await here.sql(grants, [account])).toHaveLength(1);
}, 60_000);
