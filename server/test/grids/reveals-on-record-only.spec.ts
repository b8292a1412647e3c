/** Registers are masked, searched within one's own scopes, and revealed with a reason, on record, thirty times a day. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { CentralHouseholds, TooManyHouseholds } from '../../src/grids/central-households';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from './at-the-community';
import type { Caller } from '../actors/caller';
import type { ResidentView } from '@sevengrid/shared/grids/views';

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

async function somebodyWithPhone(caller: Caller, n: number): Promise<ResidentView> {
  const params = { id: here.demo.households[n]?.id ?? '' };
  const { people } = (await caller.call(gridRoutes.household, { params })).reply;
  const found = people.find((person) => person.phone !== null);
  if (!found) throw new Error('nobody with a phone');
  return found;
}

const reveal = { field: 'phone', reason: 'visit', note: '上门前先打电话' } as const;

it('shows a household masked and notes who looked', async () => {
  const worker = await here.as('worker');
  const id = here.demo.households[3]?.id ?? '';
  const detail = (await worker.call(gridRoutes.household, { params: { id } })).reply;
  expect(detail.people.length).toBe(detail.residents);
  for (const person of detail.people) {
    expect(person.name).toMatch(/\*$/);
    if (person.phone) expect(person.phone).toMatch(/^154\*{4}\d{4}$/);
  }
  expect(detail.centralHousehold?.displayName).toBe('边巴曲珍');
  const sql = "SELECT actor_id FROM audit_log WHERE action = 'household.read' AND subject_id = ?";
  expect(await app.dataSource.query(sql, [id])).toEqual([{ actor_id: here.demo.grids[0]?.workerId }]);
});

it('reveals a phone with a reason, on the audit log', async () => {
  const worker = await here.as('worker');
  const person = await somebodyWithPhone(worker, 5);
  const params = { id: person.id };
  const shown = await worker.call(gridRoutes.revealResident, { params, body: reveal });
  expect(shown.reply.value).toMatch(/^154\d{8}$/);
  const sql = "SELECT actor_id, reason_ref, detail FROM audit_log WHERE action = 'resident.revealed'";
  const [row] = await app.dataSource.query<[{ actor_id: string; reason_ref: string | null; detail: unknown }]>(sql);
  expect(row.actor_id).toBe(here.demo.grids[0]?.workerId);
  expect(row.reason_ref).not.toBeNull();
  expect(JSON.stringify(row.detail)).toContain('visit');
});

it('is refused elsewhere as if nobody were there, and on a stale log-in', async () => {
  const worker = await here.as('worker');
  const person = await somebodyWithPhone(worker, 6);
  const input = { params: { id: person.id }, body: reveal };
  expect((await (await here.as('worker2')).call(gridRoutes.revealResident, input)).code).toBe('NOT_FOUND');
  expect((await (await here.as('auditor')).call(gridRoutes.revealResident, input)).code).toBe('NOT_ALLOWED');
  app.moveTime(31 * 60_000);
  expect((await worker.call(gridRoutes.revealResident, input)).code).toBe('LOG_IN_NOT_FRESH');
  expect((await (await here.as('worker')).call(gridRoutes.revealResident, input)).status).toBe(201);
});

it('makes its checks and its mark again when a reveal is sent again, and counts it again after ten minutes', async () => {
  const worker = await here.as('worker');
  const person = await somebodyWithPhone(worker, 8);
  const input = { params: { id: person.id }, body: reveal };
  const marks = async (): Promise<number[]> => {
    const ask = async (sql: string): Promise<number> =>
      Number((await app.dataSource.query<[{ n: number }]>(sql, [person.id]))[0].n);
    return [
      await ask("SELECT COUNT(*) AS n FROM audit_log WHERE action = 'resident.revealed' AND subject_id = ?"),
      await ask('SELECT COUNT(*) AS n FROM reveal WHERE subject_id = ?'),
    ];
  };
  const send = (caller: Caller) => caller.call(gridRoutes.revealResident, input, { key: 'key-of-one-reveal' });
  for (let i = 0; i < 2; i++) expect((await send(worker)).status).toBe(201);
  expect(await marks()).toEqual([2, 1]);
  app.moveTime(11 * 60_000);
  expect((await send(worker)).status).toBe(201);
  expect(await marks()).toEqual([3, 2]);
  app.moveTime(20 * 60_000);
  expect((await send(worker)).code).toBe('LOG_IN_NOT_FRESH');
  const grants = 'UPDATE role_grant SET ends_on = ? WHERE person_id = ?';
  const again = await here.as('worker');
  await app.dataSource.query(grants, ['2020-01-01', here.demo.grids[0]?.workerId]);
  expect((await send(again)).status).toBe(403);
  await app.dataSource.query(grants, [null, here.demo.grids[0]?.workerId]);
  expect(await marks()).toEqual([3, 2]);
});

it('stops after thirty a day', async () => {
  const staff = await here.as('staff');
  const person = await somebodyWithPhone(staff, 7);
  const input = { params: { id: person.id }, body: reveal };
  for (let i = 0; i < 30; i++) expect((await staff.call(gridRoutes.revealResident, input)).status).toBe(201);
  const refused = await staff.call(gridRoutes.revealResident, input);
  expect([refused.code, refused.headers.get('retry-after') !== null]).toEqual(['TOO_OFTEN', true]);
});

it('lists households of one’s own grids by address, page by page', async () => {
  const worker = await here.as('worker');
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = (await worker.call(gridRoutes.households, { query: { limit: 20, cursor } })).reply;
    page.items.forEach((item) => seen.add(item.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  const mine = here.demo.households.filter((one) => one.gridId === here.demo.grids[0]?.id);
  expect([...seen].sort()).toEqual(mine.map((one) => one.id).sort());
  const found = (await worker.call(gridRoutes.households, { query: { q: mine[9]?.address } })).reply.items;
  expect(found.map((one) => one.id)).toEqual([mine[9]?.id]);
  expect((await worker.call(gridRoutes.households, { query: { q: '%' } })).reply.items).toEqual([]);
  const other = here.demo.grids[5]?.id;
  expect((await worker.call(gridRoutes.households, { query: { gridId: other } })).code).toBe('NOT_FOUND');
  expect((await worker.call(gridRoutes.grid, { params: { id: other ?? '' } })).code).toBe('NOT_FOUND');
});

it('finds 3号楼 before 13号楼, page by page', async () => {
  const staff = await here.as('staff');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = (await staff.call(gridRoutes.households, { query: { q: '3号楼', limit: 7, cursor } })).reply;
    seen.push(...page.items.map((item) => item.address));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  const all = here.demo.households.map((one) => one.address).filter((address) => address.includes('3号楼'));
  expect([...seen].sort()).toEqual(all.sort());
  expect(seen.some((address) => address.startsWith('13号楼'))).toBe(true);
  const exact = all.filter((address) => address.startsWith('3号楼'));
  expect(exact.length).toBeGreaterThan(7);
  expect(seen.slice(0, exact.length).every((address) => address.startsWith('3号楼'))).toBe(true);
});

it('gives nobody a twenty-first household, even when many are given at one time', async () => {
  const keeper = here.demo.people.residents[3]?.id ?? '';
  const homes = here.demo.households.slice(100, 130);
  const outcomes = await Promise.allSettled(
    homes.map((home) => app.get(UnitOfWork).run((tx) => app.get(CentralHouseholds).assign(tx, keeper, home.id))),
  );
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(10);
  expect(refused.every((outcome) => outcome.reason instanceof TooManyHouseholds)).toBe(true);
  const sql = 'SELECT COUNT(*) AS n FROM central_service WHERE person_id = ?';
  const [row] = await app.dataSource.query<[{ n: number }]>(sql, [keeper]);
  expect(row.n).toBe(20);
});

it('shows a central household the doors it looks after', async () => {
  const central = await here.as('central');
  const { items } = (await central.call(gridRoutes.servedHouseholds, {})).reply;
  expect(items.length).toBeGreaterThanOrEqual(10);
  expect(items.every((item) => item.gridId === here.demo.grids[0]?.id)).toBe(true);
});
