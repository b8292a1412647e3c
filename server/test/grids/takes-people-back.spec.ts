/** A whole import of people is taken back: accounts that nobody came in with go without a trace, and who came in or has work stays. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { startApp, type TestApp } from '../actors/start-app';
import { newBuilding, Register } from './at-the-register';
import { accountNamed, comesIn, newAccount, newGrid, passwordsOf, rolesOf } from './of-people';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

/** `role 2 HAS_LOGGED_IN`, sorted. */
const keptOf = async (id: string): Promise<string[]> =>
  (await here.rows(id, 'kept')).map(({ sheet, row, keptBecause }) => `${sheet} ${row} ${keptBecause}`).sort();

it('leaves everything as it was, to the byte, where nobody came in', async () => {
  const [grid, building, known] = [await newGrid(here), newBuilding(), newAccount()];
  await here.imported({ roles: [[known, '旧人', '社区工作人员', '']] });
  const before = await here.checksums();
  const [worker, central] = [newAccount(), newAccount()];
  const { id } = await here.imported({
    buildings: [['测试1', building]],
    households: [[building, '101', '']],
    roles: [
      [worker, '小格', '网格员', grid.name],
      [known, '旧人', '后备网格员', grid.name],
      [worker, '小格', '社区负责人', ''],
      [central, '卓玛', '党员中心户', ''],
    ],
    services: [[central, building, '101']],
  });
  await passwordsOf(here, id);
  expect(await here.checksums()).not.toEqual(before);
  expect(await here.undo(id)).toMatchObject({ state: 'undone', done: 7, kept: 0, newcomers: 0 });
  expect(await here.checksums()).toEqual(before);
  expect(await accountNamed(here, worker)).toBeUndefined();
  expect(await rolesOf(here, known)).toEqual(['staff 测试试']);
  const lead = await here.cast.as('lead');
  const { items } = (await lead.call(identityRoutes.auditLog, { query: { limit: 100 } })).reply;
  const taken = items.filter(({ action }) => ['account.removed', 'role.taken_back'].includes(action));
  expect(taken.map(({ action, actorName }) => `${action} ${actorName}`).sort()).toEqual([
    'account.removed 小admin',
    'account.removed 小admin',
    'role.taken_back 小admin',
    'role.taken_back 小admin',
  ]);
});

it('keeps who has logged in, with role and households, and says so', async () => {
  const [grid, building] = [await newGrid(here), newBuilding()];
  const [worker, central, idle] = [newAccount(), newAccount(), newAccount()];
  const { id } = await here.imported({
    buildings: [['测试1', building]],
    households: [[building, '101', '']],
    roles: [
      [worker, '小格', '网格员', grid.name],
      [central, '卓玛', '党员中心户', ''],
      [idle, '没来', '社区工作人员', ''],
    ],
    services: [[central, building, '101']],
  });
  const passwords = await passwordsOf(here, id);
  const came = await comesIn(here, worker, passwords.get(worker) ?? '');
  const zhuoma = await comesIn(here, central, passwords.get(central) ?? '');
  expect(await here.undo(id)).toMatchObject({ done: 6, kept: 5 });
  expect(await keptOf(id)).toEqual([
    'building 2 HAS_DOORS',
    'central 2 HAS_LOGGED_IN',
    'household 2 IS_SERVED',
    'role 2 HAS_LOGGED_IN',
    'role 3 HAS_LOGGED_IN',
  ]);
  expect((await came.call(gridRoutes.grids, {})).reply.items.map(({ name }) => name)).toEqual([grid.name]);
  expect((await zhuoma.call(gridRoutes.servedHouseholds, {})).reply.items).toHaveLength(1);
  expect(await accountNamed(here, idle)).toBeUndefined();
});

it('keeps an account that something has been laid into the hands of, or that got another role, or was changed', async () => {
  const [grid, building] = [await newGrid(here), newBuilding()];
  const [worker, staff, renamed] = [newAccount(), newAccount(), newAccount()];
  const { id } = await here.imported({
    buildings: [[grid.name, building]],
    households: [[building, '101', '']],
    roles: [
      [worker, '小格', '网格员', grid.name],
      [staff, '小杨', '社区工作人员', ''],
      [renamed, '小改', '社区工作人员', ''],
    ],
  });
  const [home] = await here.sql<{ id: string }>(
    'SELECT h.id FROM household h JOIN building b ON b.id = h.building_id WHERE b.name = ?',
    [building],
  );
  const filing = { categoryId: here.cast.place.categoryId, words: '楼道灯不亮', householdId: home?.id ?? '' };
  const body = { ...filing, consent: 'verbal' as const, channel: 'phone' as const };
  expect((await (await here.cast.as('lead')).call(ticketRoutes.open, { body })).status).toBe(201);
  await app.settle();
  const more = { role: 'auditor' as const, scopeId: here.cast.place.communityId };
  const params = { id: (await accountNamed(here, staff))?.id ?? '' };
  void (await here.admin.call(accountRoutes.giveRole, { params, body: more })).reply;
  const other = await accountNamed(here, renamed);
  const change = { version: other?.version ?? 0, displayName: '小改改', disabled: false };
  void (await here.admin.call(accountRoutes.write, { params: { id: other?.id ?? '' }, body: change })).reply;
  await here.undo(id);
  expect(await keptOf(id)).toEqual([
    'building 2 HAS_DOORS',
    'household 2 HAS_TICKET',
    'role 2 HAS_WORK',
    'role 3 HAS_ROLES',
    'role 4 CHANGED_SINCE',
  ]);
  expect(await rolesOf(here, staff)).toEqual(['auditor 测试试', 'staff 测试试']);
});

it('ends the role of somebody who was here already and may have worked with it, but for one with work in hand', async () => {
  const [grid, busy, building] = [await newGrid(here), await newGrid(here), newBuilding()];
  const [calm, holding] = [newAccount(), newAccount()];
  const first = await here.imported({
    buildings: [[busy.name, building]],
    households: [[building, '101', '']],
    roles: [
      [calm, '旧人', '社区工作人员', ''],
      [holding, '忙人', '社区工作人员', ''],
    ],
  });
  const passwords = await passwordsOf(here, first.id);
  const calmOne = await comesIn(here, calm, passwords.get(calm) ?? '');
  const busyOne = await comesIn(here, holding, passwords.get(holding) ?? '');
  const { id } = await here.imported({
    roles: [
      [calm, '旧人', '网格员', grid.name],
      [holding, '忙人', '网格员', busy.name],
    ],
  });
  const [home] = await here.sql<{ id: string }>(
    'SELECT h.id FROM household h JOIN building b ON b.id = h.building_id WHERE b.name = ?',
    [building],
  );
  const filing = { categoryId: here.cast.place.categoryId, words: '楼道灯不亮', householdId: home?.id ?? '' };
  const body = { ...filing, consent: 'verbal' as const, channel: 'phone' as const };
  const ticket = (await (await here.cast.as('lead')).call(ticketRoutes.open, { body })).reply;
  void (await busyOne.call(ticketRoutes.accept, { params: { id: ticket.id }, body: { grade: 'G2' } })).reply;
  expect(await here.undo(id)).toMatchObject({ done: 2, kept: 1 });
  expect(await keptOf(id)).toEqual(['role 3 HAS_WORK']);
  expect(await rolesOf(here, calm)).toEqual(['staff 测试试']);
  expect(await rolesOf(here, holding)).toEqual([`grid_worker ${busy.name}`, 'staff 测试试']);
  const ended = (await accountNamed(here, calm))?.roles.filter(({ state }) => state === 'ended');
  expect(ended?.map(({ role }) => role)).toEqual(['grid_worker']);
  const { items } = (await here.admin.call(gridSetUpRoutes.list, { query: {} })).reply;
  expect(items.find((one) => one.id === grid.id)?.team).toEqual([]);
  expect((await calmOne.call(identityRoutes.me, {})).status).toBe(200);
});
