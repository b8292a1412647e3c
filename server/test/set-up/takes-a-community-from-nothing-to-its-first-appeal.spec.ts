/** From an empty database to an appeal: one administrator sets everything up over HTTP, and a guest files by a card. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridSetUpRoutes, stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { accountRoutes, setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { SetUpStep, SetUpStepView } from '@sevengrid/shared/identity/set-up.views';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { newId } from '../../src/platform/database/new-id';
import { startApp, type TestApp } from '../actors/start-app';
import { BEGINNING, DUTY, begin, newCommunity, type Newcomers } from './a-new-community';

let app: TestApp;
let here: Newcomers;
beforeAll(async () => {
  app = await startApp();
  here = await newCommunity(app);
});
afterAll(() => app.close());

const checklist = async (): Promise<Record<SetUpStep, SetUpStepView>> => {
  const { steps } = (await here.admin.call(setUpRoutes.checklist, { query: {} })).reply;
  return Object.fromEntries(steps.map((step) => [step.step, step])) as Record<SetUpStep, SetUpStepView>;
};

const missing = async (): Promise<string[]> =>
  Object.values(await checklist())
    .filter(({ state }) => state === 'missing')
    .map(({ step }) => step);

/** The register comes by import; here one door is enough. */
async function addHousehold(gridId: string): Promise<string> {
  const [building, household] = [newId(), newId()];
  await app.dataSource.query('INSERT INTO building (id, grid_id, name) VALUES (?, ?, ?)', [building, gridId, '1号楼']);
  const sql = 'INSERT INTO household (id, building_id, grid_id, door) VALUES (?, ?, ?, ?)';
  await app.dataSource.query(sql, [household, building, gridId, '1单元101']);
  return household;
}

it('begins with an account that can do nothing before its password is changed, and is made once', async () => {
  expect(await begin(app)).toBe('');
  const again = await app
    .as(null)
    .call(identityRoutes.logInPassword, { body: { account: BEGINNING.account, password: here.first } });
  expect(again.code).toBe('CREDENTIALS_WRONG');
  expect((await here.admin.call(identityRoutes.me, {})).reply.roles).toEqual(['admin']);
});

it('says what is missing until a resident can file, and then nothing any more', async () => {
  const { admin, communityId, logIn } = here;
  expect(await missing()).toEqual(['grids', 'workers', 'categories', 'households', 'cards']);
  const grid = { code: 'G1', name: '第一网格', branchName: '第一网格党支部', dutyPhone: '08916000101', duty: DUTY };
  const { id } = (await admin.call(gridSetUpRoutes.add, { body: grid })).reply;
  const appoint = {
    params: { id },
    body: { as: 'worker', newcomer: { account: 'yangjin', displayName: '央金' } },
  } as const;
  const { password } = (await admin.call(gridSetUpRoutes.appoint, appoint)).reply;
  void (await admin.call(categoryRoutes.takeUsual, { body: {} })).reply;
  expect(await missing()).toEqual(['households', 'cards']);

  const householdId = await addHousehold(id);
  const { url } = (await admin.call(cardRoutes.issue, { body: { householdId } })).reply;
  expect(await missing()).toEqual([]);

  const scan = await app.as(null).call(cardRoutes.scan, { body: { token: url.split('/').at(-1) ?? '' } });
  const guest = app.as(scan.reply.token);
  const { items } = (await guest.call(ticketRoutes.categories, { query: {} })).reply;
  expect(items).toHaveLength(10);
  const filing = {
    categoryId: items[0]?.id ?? '',
    words: '楼道灯不亮',
    consent: 'self',
    channel: 'card_scan',
  } as const;
  const filed = (await guest.call(ticketRoutes.open, { body: filing })).reply;
  expect(filed.number).toMatch(/^新-\d{8}-0001$/);

  const worker = await logIn('yangjin', password ?? '');
  const queue = (await worker.call(ticketRoutes.queue, { query: {} })).reply.items;
  expect(queue.map(({ number }) => number)).toEqual([filed.number]);
  expect((await worker.call(setUpRoutes.checklist, { query: {} })).code).toBe('NOT_ALLOWED');
  const audited = await app.dataSource.query<{ action: string }[]>(
    'SELECT action FROM audit_log WHERE scope_id IN (?) ORDER BY id',
    [[id, communityId]],
  );
  expect(audited.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['grid.added', 'account.opened', 'role.given', 'category.usual', 'card.issued']),
  );
});

it('advises what makes work better, and no longer once it is there', async () => {
  const { admin, communityId } = here;
  const advised = Object.values(await checklist()).filter(({ state }) => state === 'advised');
  expect(advised.map(({ step }) => step)).toEqual([
    ...['backups', 'leads', 'verifiers', 'deadlines', 'calendar', 'stations', 'bodies'],
  ]);
  const [grid] = (await admin.call(gridSetUpRoutes.list, { query: {} })).reply.items;
  const newcomer = { account: 'dawa', displayName: '达娃' };
  const params = { id: grid?.id ?? '' };
  void (await admin.call(gridSetUpRoutes.appoint, { params, body: { as: 'backup', newcomer } })).reply;
  const role = { role: 'lead', scopeId: communityId } as const;
  void (await admin.call(accountRoutes.open, { body: { account: 'laba', displayName: '拉巴', role } })).reply;
  const { year } = { year: new Date().getUTCFullYear() };
  const days = [{ day: `${year}-10-01`, kind: 'off' as const, name: '国庆节' }];
  void (await admin.call(deadlineRoutes.writeDays, { body: { days } })).reply;
  const line = { zh: '1号楼一层' };
  const station = { name: { zh: '便民站' }, address: line, hours: { zh: '每天' }, services: [{ zh: '量血压' }] };
  void (await admin.call(stationSetUpRoutes.add, { body: station })).reply;
  const after = await checklist();
  const states = (['backups', 'leads', 'verifiers', 'calendar', 'stations'] as const).map((step) => after[step].state);
  expect(states).toEqual(Array(5).fill('done'));
  expect(after.backups).toMatchObject({ n: 1, of: 1 });
});
