/** Many administrators at once: one worker keeps a grid, one kind of matter stays to be chosen; and without the lock both go wrong. */
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import { Sessions } from '../../src/identity/sessions';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Answer, Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { DUTY, newCommunity, type Newcomers } from '../set-up/a-new-community';
import { withoutLock } from './without-lock';

const MANY = 12;
let app: TestApp;
let here: Newcomers;
let admins: Caller[];
let made = 0;

beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  here = await newCommunity(app);
  admins = await Promise.all(Array.from({ length: MANY }, administrator));
}, 120_000);
afterAll(() => app.close());

/** Requests of one person follow one another anyway, so each of them is somebody else. */
async function administrator(): Promise<Caller> {
  const role = { role: 'admin', scopeId: here.communityId } as const;
  const body = { account: `boss-${++made}`, displayName: `管${made}`, role };
  const { id } = (await here.admin.call(accountRoutes.open, { body })).reply.account;
  await app.dataSource.query('UPDATE person SET must_change = 0 WHERE id = ?', [id]);
  return app.as((await app.get(UnitOfWork).run((tx) => app.get(Sessions).openForPerson(tx, id))).token);
}

const succeeded = (answers: readonly Answer<unknown>[]): number => answers.filter(({ status }) => status < 300).length;

/** Everybody appoints somebody new to one new grid; how many keep it then. */
async function appointAll(): Promise<number> {
  const grid = { code: `R${++made}`, name: '抢手的网格', dutyPhone: '08916000101', duty: DUTY };
  const { id } = (await here.admin.call(gridSetUpRoutes.add, { body: grid })).reply;
  const answers = await Promise.all(
    admins.map((admin) => {
      const newcomer = { account: `hand-${++made}`, displayName: `员${made}` };
      return admin.call(gridSetUpRoutes.appoint, { params: { id }, body: { as: 'worker', newcomer } });
    }),
  );
  expect(succeeded(answers)).toBe(MANY);
  const { items } = (await here.admin.call(gridSetUpRoutes.list, { query: {} })).reply;
  return items.find((one) => one.id === id)?.team.filter(({ state }) => state === 'now').length ?? 0;
}

/** Everybody retires another of the kinds of matters; how many can still be chosen. */
async function retireAll(): Promise<number> {
  const own = { name: { zh: '一类' }, hint: { zh: '一句' }, grade: 'G2', danger: false } as const;
  const { items: before } = (await here.admin.call(categoryRoutes.list, { query: {} })).reply;
  const open = before.filter(({ retired }) => !retired);
  while (open.length < MANY) open.push((await here.admin.call(categoryRoutes.add, { body: own })).reply);
  await Promise.all(
    admins.map((admin, nth) => {
      const { id = '', version = 1, name = own.name, hint = own.hint, position = 0 } = open[nth] ?? {};
      const body = { version, name, hint, grade: 'G2', danger: false, position, retired: true } as const;
      return admin.call(categoryRoutes.write, { params: { id }, body });
    }),
  );
  const { items } = (await here.admin.call(categoryRoutes.list, { query: {} })).reply;
  return items.filter(({ retired }) => !retired).length;
}

it('leaves one worker in a grid to which twelve were appointed at once', async () => {
  expect(await appointAll()).toBe(1);
}, 60_000);

it('negative control: without the lock on the grid several keep it', async () => {
  expect(await withoutLock(/^SELECT g\.scope_id FROM grid g JOIN scope s/, appointAll)).toBeGreaterThan(1);
}, 60_000);

it('leaves one kind of matter where twelve were retired at once', async () => {
  expect(await retireAll()).toBe(1);
}, 60_000);

it('negative control: without the lock on the list none is left', async () => {
  expect(await withoutLock(/^SELECT \* FROM ticket_category/, retireAll)).toBe(0);
}, 60_000);
