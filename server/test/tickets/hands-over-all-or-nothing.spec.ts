/** Leave and hand-over: all open work of one person in one action, or none of it; and the backup answers meanwhile. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { Caller } from '../actors/caller';
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

const grid = (n = 0) => {
  const found = week.here.demo.grids[n];
  if (!found) throw new Error(`there is no grid ${n}`);
  return found;
};
const handOver = (by: Caller, body: object, key?: string) =>
  by.send(ticketRoutes.handOver, { body: { words: '调到别的岗位', ...body } }, { key });
const wallDay = (when: string): string => new Date(week.instant(`${when} 12:00`)).toISOString().slice(0, 10);
const holders = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await week.seen(id)).holder?.displayName ?? null));

/** Open work of the first grid's worker at every stage where somebody holds it, and what is done already. */
async function work(): Promise<{ open: string[]; done: string[] }> {
  const { here } = week;
  const submitted = await here.openUpTo();
  await week.step(here.staff, 'reassign', submitted, { holderId: grid().workerId, words: '请接单' });
  const ways = [['accept'], ['accept', 'contact'], ['accept', 'contact', 'ask'], ['accept', 'coordinate']] as const;
  const open = [submitted];
  for (const way of ways) open.push(await here.openUpTo(...way));
  open.push(await here.openUpTo('accept', 'contact', 'resolve', 'reopen'));
  const done = [await here.openUpTo('accept', 'contact', 'resolve'), await here.openUpTo('accept', 'withdraw')];
  return { open, done };
}

it('moves all that is open in one transaction, tells everybody, and leaves alone what is done', async () => {
  const { here } = week;
  const { open, done } = await work();
  const body = { fromId: grid().workerId, toId: grid().backupId };
  let moved = 0;
  const statements = await week.app.statements(async () => {
    moved = (await handOver(here.staff, body, 'key-of-the-hand-over')).reply.moved;
  });
  expect(moved).toBe(open.length);
  const writes = statements.filter((sql) => /^(UPDATE ticket SET|COMMIT)/.test(sql));
  const first = writes.findIndex((sql) => sql.startsWith('UPDATE'));
  expect(writes.slice(first, first + open.length).every((sql) => sql.startsWith('UPDATE'))).toBe(true);
  expect(new Set(await holders(open))).toEqual(new Set(['达娃卓玛']));
  expect(new Set(await holders(done))).toEqual(new Set(['格桑顿珠']));
  for (const id of open) {
    expect((await week.told(here.backup, id)).at(-1)?.facts.action).toBe('reassign');
    expect((await week.told(here.resident, id)).at(-1)?.facts).toMatchObject({ holderName: '达娃卓玛' });
  }
  expect((await handOver(here.staff, body, 'key-of-the-hand-over')).reply.moved).toBe(open.length);
  expect((await handOver(here.staff, body)).reply.moved).toBe(0);
  for (const id of open) await week.end(id);
});

it('moves nothing where one of them could not go to that person', async () => {
  const { here } = week;
  const near = await here.openUpTo();
  await week.step(here.staff, 'accept', near);
  const householdId = here.demo.households.find((door) => door.gridId === grid(4).id)?.id;
  const far = (await here.open(here.staff2, { consent: 'verbal', channel: 'phone', householdId })).id;
  await week.step(here.staff, 'accept', far);
  const fromId = here.demo.people.staff[0]?.id;
  expect((await handOver(here.lead, { fromId, toId: grid().backupId })).code).toBe('HOLDER_UNSUITABLE');
  expect((await handOver(here.lead, { fromId, toId: fromId })).code).toBe('HOLDER_UNSUITABLE');
  expect(await holders([near, far])).toEqual(['曲珍', '曲珍']);
  expect((await handOver(here.lead, { fromId, toId: here.demo.people.staff[1]?.id })).reply.moved).toBe(2);
  expect(await holders([near, far])).toEqual(['张丽华', '张丽华']);
  await week.end(near);
});

it('records the leave with it, and moves nothing where nobody would be there', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  const leave = { from: wallDay('1'), to: wallDay('3') };
  const away = { params: { id: grid().backupId }, body: { from: wallDay('2'), to: wallDay('2') } };
  const taken = (await here.staff.call(gridRoutes.recordLeave, away)).reply.id;
  const body = { fromId: grid().workerId, toId: here.demo.people.staff[0]?.id, leave };
  expect((await handOver(here.staff, body)).code).toBe('NO_BACKUP');
  expect(await holders([id])).toEqual(['格桑顿珠']);
  await here.staff.call(gridRoutes.cancelLeave, { params: { id: taken } });
  expect((await handOver(here.staff, body)).reply.moved).toBe(1);
  expect(await holders([id])).toEqual(['曲珍']);
  const { items } = (await here.staff.call(gridRoutes.leaves, { params: { id: grid().id } })).reply;
  expect(items).toContainEqual(expect.objectContaining(leave));
  await week.end(id);
});

it('lets the backup hold it while the holder is on leave, and not a day longer', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  const body = { from: wallDay('1'), to: wallDay('1') };
  await here.worker.call(gridRoutes.recordLeave, { params: { id: grid().workerId }, body });
  expect((await here.try(here.backup, 'contact', id)).code).toBe('NOT_ALLOWED');
  await week.reach('1 10:00');
  expect((await week.seen(id, here.backup)).moves).toContain('contact');
  const { items } = (await here.backup.call(ticketRoutes.queue, { query: { queue: 'to_do' } })).reply;
  expect(items.map((row) => row.id)).toContain(id);
  expect((await here.try(here.backup, 'contact', id)).status).toBe(200);
  // Who stood in handled it, and does not verify; nor does anybody of the grid's team.
  await week.reach('2 10:00');
  expect((await here.try(here.backup, 'contact', id)).code).toBe('NOT_ALLOWED');
  expect((await here.try(here.worker, 'contact', id)).status).toBe(200);
  await week.end(id);
});

it('is for staff, of people where they work', async () => {
  const { here } = week;
  const body = { fromId: grid().workerId, toId: grid().backupId };
  for (const by of [here.worker, here.street, here.resident]) expect((await handOver(by, body)).status).toBe(403);
  const nobody = here.demo.people.residents[0]?.id;
  expect((await handOver(here.staff, { fromId: nobody, toId: grid().backupId })).code).toBe('NOT_FOUND');
  const { items } = (await here.staff.call(ticketRoutes.holders, {})).reply;
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([grid().workerId, grid().backupId]));
});
