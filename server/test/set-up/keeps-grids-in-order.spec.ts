/** Grids: one worker and one backup at a time, retired only when empty; stations and categories leave without taking history along. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { gridSetUpRoutes, stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { newId } from '../../src/platform/database/new-id';
import { startApp, type TestApp } from '../actors/start-app';
import { BEGINNING, DUTY, OWN, newCommunity, type Newcomers } from './a-new-community';

const MINUTE = 60_000;
const DAY = 86_400_000;

let app: TestApp;
let here: Newcomers;
let made = 0;
beforeAll(async () => {
  app = await startApp();
  here = await newCommunity(app);
});
afterAll(() => app.close());

const dayIn = (n: number): string => new Date(Date.now() + 480 * MINUTE + n * DAY).toISOString().slice(0, 10);
const newcomer = () => ({ account: `w-${++made}`, displayName: `员${made}` });

async function addGrid(): Promise<GridSetUpView> {
  const body = { code: `G${++made}`, name: `第${made}网格`, dutyPhone: '08916000101', duty: DUTY };
  return (await here.admin.call(gridSetUpRoutes.add, { body })).reply;
}

const write = (grid: GridSetUpView, change: object = {}) => {
  const { id, code, name, dutyPhone, duty, version, retired } = grid;
  return here.admin.send(gridSetUpRoutes.write, {
    params: { id },
    body: { version, code, name, dutyPhone, duty, retired, ...change },
  });
};

const appoint = (gridId: string, body: object) =>
  here.admin.send(gridSetUpRoutes.appoint, { params: { id: gridId }, body });

it('appoints a worker with the right to work there, and relieves the one before', async () => {
  const { id } = await addGrid();
  const first = (await appoint(id, { as: 'worker', newcomer: newcomer() })).reply;
  const worker = await here.logIn(first.account.account, first.password ?? '');
  expect((await worker.call(gridRoutes.grids, {})).reply.items.map((grid) => grid.id)).toEqual([id]);
  const second = (await appoint(id, { as: 'worker', newcomer: newcomer(), from: dayIn(2) })).reply;
  const terms = second.grid.team.map(({ displayName, from, to, state }) => [displayName, from, to, state]);
  expect(terms).toEqual([
    [first.account.displayName, dayIn(0), dayIn(1), 'now'],
    [second.account.displayName, dayIn(2), null, 'later'],
  ]);
  app.moveTime(3 * DAY);
  const later = await here.logIn(BEGINNING.account, OWN);
  const [grid] = (await later.call(gridSetUpRoutes.list, { query: {} })).reply.items;
  expect(grid?.team.map(({ displayName }) => displayName)).toEqual([second.account.displayName]);
  app.moveTime(-3 * DAY);
});

it('makes nobody worker and backup of one grid, nor the administrator either', async () => {
  const { id } = await addGrid();
  const { account } = (await appoint(id, { as: 'worker', newcomer: newcomer() })).reply;
  expect((await appoint(id, { as: 'backup', personId: account.id })).code).toBe('TEAM_TWICE');
  const self = (await here.admin.call(identityRoutes.me, {})).reply.id;
  expect((await appoint(id, { as: 'backup', personId: self })).code).toBe('ACCOUNT_OWN');
  expect((await appoint(id, { as: 'backup' })).code).toBe('TEAM_PERSON_UNKNOWN');
  expect((await appoint(id, { as: 'backup', personId: newId() })).code).toBe('NOT_FOUND');
});

it('ends a term with the role that came with it, and the role not without the term', async () => {
  const { id } = await addGrid();
  const { account, password, grid } = (await appoint(id, { as: 'worker', newcomer: newcomer() })).reply;
  const worker = await here.logIn(account.account, password ?? '');
  const role = { params: { id: account.roles[0]?.id ?? '' }, body: { lastDay: dayIn(-1) } };
  expect((await here.admin.call(accountRoutes.endRole, role)).code).toBe('TERM_OF_TEAM');
  const term = { params: { id: grid.team[0]?.id ?? '' }, body: { lastDay: dayIn(-1) } };
  expect((await here.admin.call(gridSetUpRoutes.endTerm, term)).reply.team).toEqual([]);
  expect((await worker.call(gridRoutes.grids, {})).code).toBe('NOT_ALLOWED');
  expect((await here.admin.call(gridSetUpRoutes.endTerm, term)).code).toBe('CHANGED_MEANWHILE');
});

it('retires a grid only when nobody lives or works there, and takes it back', async () => {
  const grid = await addGrid();
  const { grid: staffed } = (await appoint(grid.id, { as: 'worker', newcomer: newcomer() })).reply;
  expect((await write(grid, { retired: true })).code).toBe('GRID_IN_USE');
  const term = { params: { id: staffed.team[0]?.id ?? '' }, body: { lastDay: dayIn(-1) } };
  void (await here.admin.call(gridSetUpRoutes.endTerm, term)).reply;
  const building = newId();
  await app.dataSource.query('INSERT INTO building (id, grid_id, name) VALUES (?, ?, ?)', [building, grid.id, '楼']);
  const home = [newId(), building, grid.id, '101'];
  await app.dataSource.query('INSERT INTO household (id, building_id, grid_id, door) VALUES (?, ?, ?, ?)', home);
  expect((await write(grid, { retired: true })).code).toBe('GRID_IN_USE');
  await app.dataSource.query('DELETE FROM household WHERE id = ?', [home[0]]);
  const retired = (await write(grid, { retired: true })).reply;
  expect(retired.retired).toBe(true);
  expect((await here.admin.call(gridRoutes.grid, { params: { id: grid.id } })).code).toBe('NOT_FOUND');
  expect((await appoint(grid.id, { as: 'worker', newcomer: newcomer() })).code).toBe('NOT_FOUND');
  expect((await write(retired, { retired: false })).reply.retired).toBe(false);
  expect((await here.admin.call(gridRoutes.grid, { params: { id: grid.id } })).status).toBe(200);
});

it('tells the second of two who change one grid that the first was there, and keeps codes apart', async () => {
  const [one, two] = [await addGrid(), await addGrid()];
  const answers = await Promise.all([write(one, { name: '甲' }), write(one, { name: '乙' })]);
  expect(answers.map(({ code }) => code).sort()).toEqual(['CHANGED_MEANWHILE', null]);
  expect((await write(two, { code: one.code })).problem.fields).toEqual([{ field: 'body.code', rules: ['taken'] }]);
  expect((await write(two, { duty: { days: [1], from: 900, to: 600 } })).code).toBe('DUTY_BACKWARDS');
});

it('shows residents open stations only, in the order that was chosen', async () => {
  const line = { zh: '1号楼', bo: 'ཁང་པ་དང་པོ།' };
  const add = async (zh: string) => {
    const body = { name: { zh }, address: line, hours: line, services: [{ zh: '量血压' }] };
    return (await here.admin.call(stationSetUpRoutes.add, { body })).reply;
  };
  const [north, south] = [await add('北站'), await add('南站')];
  const put = ({ id, version, name, address, hours, services, position }: typeof north, change: object) =>
    here.admin.send(stationSetUpRoutes.write, {
      params: { id },
      body: { version, name, address, hours, services, position, retired: false, ...change },
    });
  const shown = async () =>
    (await here.admin.call(gridRoutes.stations, { query: {} })).reply.items.map(({ name }) => name.zh);
  expect(await shown()).toEqual(['北站', '南站']);
  const moved = (await put(north, { position: 9 })).reply;
  expect(await shown()).toEqual(['南站', '北站']);
  expect((await put(north, { position: 0 })).code).toBe('CHANGED_MEANWHILE');
  void (await put(south, { retired: true })).reply;
  expect(await shown()).toEqual(['北站']);
  expect(moved.phone).toBeNull();
});

it('begins with the usual matters once, retires one, and never the last', async () => {
  const usual = (await here.admin.call(categoryRoutes.takeUsual, { body: {} })).reply.items;
  expect((await here.admin.call(categoryRoutes.takeUsual, { body: {} })).reply.items).toHaveLength(usual.length);
  const own = { name: { zh: '供暖' }, hint: { zh: '暖气不热' }, grade: 'G1', danger: false } as const;
  const added = (await here.admin.call(categoryRoutes.add, { body: own })).reply;
  const put = ({ id, version, name, hint, grade, danger, position }: typeof added, retired: boolean) =>
    here.admin.send(categoryRoutes.write, {
      params: { id },
      body: { version, name, hint, grade, danger, position, retired },
    });
  for (const category of usual) expect((await put(category, true)).reply.retired).toBe(true);
  expect((await put(added, true)).code).toBe('LAST_CATEGORY');
  const offered = (await here.admin.call(ticketRoutes.categories, { query: {} })).reply.items;
  expect(offered.map(({ name }) => name.zh)).toEqual(['供暖']);
  const first = (await here.admin.call(categoryRoutes.list, { query: {} })).reply.items.at(-1);
  expect(first && (await put(first, false)).reply.retired).toBe(false);
});
