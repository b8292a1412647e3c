/** An administrator hands in who works in the community: accounts, roles and central households, each row told before it is taken over. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { startApp, type TestApp } from '../actors/start-app';
import { newBuilding, Register, small } from './at-the-register';
import { accountNamed, comesIn, newAccount, newGrid, passwordsOf, rolesOf } from './of-people';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

/** An account that the set-up page opens. */
async function opened(displayName: string): Promise<{ id: string; account: string; version: number }> {
  const role = { role: 'staff' as const, scopeId: here.cast.place.communityId };
  const body = { account: newAccount(), displayName, role };
  return (await here.admin.call(accountRoutes.open, { body })).reply.account;
}

it('opens accounts with their roles, in the same workbook as the doors that are looked after', async () => {
  const [grid, building] = [await newGrid(here), newBuilding()];
  const [worker, staff, central] = [newAccount(), newAccount(), newAccount()];
  const view = await here.looked({
    ...small(building),
    roles: [
      [worker, '小格', '网格员', grid.name],
      [staff, '小杨', '社区工作人员', ''],
      [staff, '小杨', '社区负责人', ''],
      [central, '卓玛', '党员中心户', ''],
    ],
    services: [
      [central, building, '1单元101'],
      [central, building, '1单元102'],
    ],
  });
  expect(view.counts.slice(3, 5)).toEqual([
    { sheet: 'role', new: 3, changed: 1, same: 0, wrong: 0, held: 0 },
    { sheet: 'central', new: 2, changed: 0, same: 0, wrong: 0, held: 0 },
  ]);
  expect(await accountNamed(here, worker)).toBeUndefined();
  expect(await here.apply(view.id)).toMatchObject({ state: 'applied', done: 12, skipped: 0, newcomers: 3 });
  expect(await rolesOf(here, worker)).toEqual([`grid_worker ${grid.name}`]);
  expect(await rolesOf(here, staff)).toEqual(['lead 测试试', 'staff 测试试']);
  const { items } = (await here.admin.call(gridSetUpRoutes.list, { query: {} })).reply;
  expect(items.find(({ id }) => id === grid.id)?.team).toMatchObject([{ displayName: '小格', as: 'worker' }]);

  const passwords = await passwordsOf(here, view.id);
  expect([...passwords.keys()]).toEqual([worker, staff, central]);
  const zhuoma = await comesIn(here, central, passwords.get(central) ?? '');
  const served = (await zhuoma.call(gridRoutes.servedHouseholds, {})).reply.items;
  expect(served.map(({ address }) => address).sort()).toEqual([`${building} 1单元101`, `${building} 1单元102`]);
  const again = await here.looked({
    roles: [[worker, '小格', '网格员', grid.name]],
    services: [[central, building, '1单元101']],
  });
  expect(again.counts.slice(3, 5)).toMatchObject([{ same: 1 }, { same: 1 }]);
});

it('tells every wrong row by what is wrong with it, and takes none of them over', async () => {
  const [grid, other, building] = [await newGrid(here), await newGrid(here), newBuilding()];
  await here.imported(small(building));
  const [busy, known, shut] = [await newGrid(here), await opened('小李'), await opened('小关')];
  await here.imported({ roles: [[newAccount(), '先来的', '网格员', busy.name]] });
  const shutting = { version: shut.version, displayName: '小关', disabled: true };
  void (await here.admin.call(accountRoutes.write, { params: { id: shut.id }, body: shutting })).reply;
  const far = here.cast.person('farAdmin').account;
  const [one, two, lost, central] = [newAccount(), newAccount(), newAccount(), newAccount()];
  const rows = {
    roles: [
      [one, '甲', '网格员', grid.name],
      [two, '乙', '网格员', grid.name],
      [one, '甲', '后备网格员', grid.name],
      [one, '甲', '网格员', grid.name],
      [one, '不是甲', '社区工作人员', ''],
      [newAccount(), '丙', '网格员', busy.name],
      [newAccount(), '丁', '书记', ''],
      [newAccount(), '戊', '协办单位', ''],
      [newAccount(), '己', '网格员', ''],
      [newAccount(), '庚', '网格员', '第九百网格'],
      [newAccount(), '辛', '管理员', other.name],
      ['有汉字', '壬', '管理员', ''],
      [known.account, '别人', '社区负责人', ''],
      [far, '小admin', '社区负责人', ''],
      [shut.account, '小关', '社区负责人', ''],
      [here.cast.person('admin').account, '小admin', '社区负责人', ''],
      [lost, '等', '书记', ''],
      [central, '中心', '党员中心户', ''],
      [newAccount(), '', '管理员', ''],
    ],
    services: [
      ['nobody-at-all', building, '1单元101'],
      [lost, building, '1单元101'],
      [known.account, building, '1单元101'],
      [central, building, '9单元901'],
      [central, building, '1单元101'],
      [central, building, '１单元 101'],
    ],
  };
  const before = await here.checksums();
  const view = await here.looked(rows);
  expect(await here.told(view.id)).toEqual([
    'role 3 grid TEAM_TAKEN_IN_FILE 2',
    'role 4 grid TEAM_BOTH',
    'role 5 - ROW_TWICE 2',
    'role 6 display ROW_CONTRADICTS 2',
    'role 7 grid TEAM_TAKEN',
    'role 8 role ROLE_UNKNOWN',
    'role 9 role ROLE_UNKNOWN',
    'role 10 grid GRID_NEEDED',
    'role 11 grid GRID_UNKNOWN',
    'role 12 grid GRID_NOT_WANTED',
    'role 13 account ACCOUNT_WRONG',
    'role 14 account ACCOUNT_TAKEN',
    'role 15 account ACCOUNT_TAKEN',
    'role 16 account ACCOUNT_SHUT',
    'role 17 account ACCOUNT_OWN',
    'role 18 role ROLE_UNKNOWN',
    'role 20 display CELL_MISSING',
    'central 2 account ACCOUNT_UNKNOWN',
    'central 4 account NOT_CENTRAL',
    'central 5 door HOUSEHOLD_UNKNOWN',
    'central 7 door ROW_TWICE 6',
  ]);
  expect(await here.told(view.id, 'held')).toEqual(['central 3 - WAITS_FOR_ROW 18']);
  expect(await here.checksums()).toEqual(before);
  expect(await here.apply(view.id, true)).toMatchObject({ done: 3, skipped: 22, newcomers: 2 });
  expect(await rolesOf(here, known.account)).toEqual(['staff 测试试']);
});

it('keeps a central household to twenty doors', async () => {
  const [building, central] = [newBuilding(), newAccount()];
  const doors = Array.from({ length: 22 }, (_, i) => `${101 + i}`);
  const view = await here.looked({
    buildings: [['测试1', building]],
    households: doors.map((door) => [building, door, '']),
    roles: [[central, '次央', '党员中心户', '']],
    services: doors.map((door) => [central, building, door]),
  });
  expect(await here.told(view.id)).toEqual([
    'central 22 account SERVES_TOO_MANY',
    'central 23 account SERVES_TOO_MANY',
  ]);
  await here.apply(view.id, true);
  const more = await here.looked({ services: [[central, building, '121']] });
  expect(await here.told(more.id)).toEqual(['central 2 account SERVES_TOO_MANY']);
});

it('gives nothing by the hand of a lead, who may import doors and no accounts', async () => {
  const lead = await here.cast.as('lead');
  const building = newBuilding();
  const view = await here.looked({ ...small(building), roles: [[newAccount(), '小杨', '管理员', '']] }, lead);
  expect(await here.told(view.id)).toEqual(['role 2 - ROLE_NOT_YOURS']);
  const ofAdmin = await here.looked({ roles: [[newAccount(), '小赵', '管理员', '']] });
  const params = { id: ofAdmin.id };
  const answers = [
    await lead.call(importRoutes.apply, { params, body: { skipWrong: false } }),
    await lead.call(importRoutes.passwords, { params }),
  ];
  await here.apply(ofAdmin.id);
  answers.push(await lead.call(importRoutes.undo, { params }));
  expect(answers.map(({ code }) => code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
  const own = { params: { id: view.id }, body: { skipWrong: true } };
  expect((await lead.call(importRoutes.apply, own)).status).toBe(200);
  await here.settle();
  expect(await here.one(view.id)).toMatchObject({ state: 'applied', done: 6, skipped: 1 });
});

it('passes over, at the moment of taking over, a place that was given and a right that was lost meanwhile', async () => {
  const grid = await newGrid(here);
  const [account, displayName] = [newAccount(), '小先'];
  const waiting = await here.looked({ roles: [[newAccount(), '小后', '网格员', grid.name]] });
  const body = { as: 'worker' as const, newcomer: { account, displayName } };
  void (await here.admin.call(gridSetUpRoutes.appoint, { params: { id: grid.id }, body })).reply;
  await here.apply(waiting.id);
  expect(await here.told(waiting.id)).toEqual(['role 2 - CHANGED_MEANWHILE']);

  const last = await here.looked({ roles: [[newAccount(), '小末', '管理员', '']] });
  void (await here.admin.call(importRoutes.apply, { params: { id: last.id }, body: { skipWrong: false } })).reply;
  const admin = [here.cast.id('admin')];
  await here.sql('UPDATE role_grant SET ends_on = NOW() - INTERVAL 2 DAY WHERE person_id = ?', admin);
  await here.settle();
  await here.sql('UPDATE role_grant SET ends_on = NULL WHERE person_id = ?', admin);
  expect(await here.one(last.id)).toMatchObject({ state: 'applied', skipped: 1, newcomers: 0 });
});
