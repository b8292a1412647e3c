/** News of tickets and bindings reaches whom it concerns, once, and never whoever made it. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { NoticeView } from '@sevengrid/shared/notices/views';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from '../tickets/at-the-desk';

let app: TestApp;
let here: Desk;
beforeEach(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterEach(() => app.close());

const inbox = async (by: Caller): Promise<NoticeView[]> => {
  await app.settle();
  return (await by.call(noticeRoutes.inbox, { query: {} })).reply.items;
};
const told = async (by: Caller): Promise<string[]> =>
  (await inbox(by)).map((notice) => `${notice.type} ${notice.facts.action ?? ''}`).reverse();

it('tells requester, worker, verifiers and tiers what concerns them', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  await here.try(here.staff, 'verify', id, { finding: 'not_solved', how: 'call' });
  await here.try(here.worker, 'contact', id);
  await here.try(here.worker, 'resolve', id);
  await here.try(here.resident, 'reopen', id);
  const moved = ['accept', 'contact', 'resolve', 'verify', 'contact', 'resolve'].map(
    (action) => `ticket.moved ${action}`,
  );
  expect(await told(here.resident)).toEqual(moved);
  expect(await told(here.worker)).toEqual(['ticket.assigned open', 'ticket.assigned verify', 'ticket.assigned reopen']);
  expect(await told(here.backup)).toEqual([]);
  expect(await told(here.staff)).toEqual(['ticket.to_verify resolve', 'ticket.to_verify resolve']);
  // The first reopening is told to the community's lead; the second makes it the community's, told there again.
  expect((await told(here.lead)).filter((line) => line.startsWith('ticket.tier_told'))).toEqual([
    'ticket.tier_told verify',
    'ticket.tier_told reopen',
  ]);
  expect((await told(here.street)).filter((line) => line.startsWith('ticket.tier_told'))).toEqual([]);
  expect(await told(here.neighbour)).toEqual([]);
});

it('tells nothing twice, and a remark among staff not at all', async () => {
  const id = await here.openUpTo('accept', 'remark');
  await app.settle();
  await app.dataSource.query('UPDATE outbox SET done_at = NULL, next_at = NOW(3)');
  expect(await told(here.resident)).toEqual(['ticket.moved accept']);
  const holderId = here.demo.grids[0]?.backupId;
  await here.try(here.staff, 'reassign', id, { holderId, words: '换人' });
  const [newest] = await inbox(here.resident);
  expect(newest?.facts).toMatchObject({ action: 'reassign', holderName: '达娃卓玛' });
  expect(await told(here.backup)).toEqual(['ticket.assigned reassign']);
});

it('tells the central household of what it filed for somebody', async () => {
  const { id } = await here.open(here.central, {
    consent: 'verbal',
    channel: 'visit',
    householdId: here.demo.households[1]?.id,
  });
  await here.try(here.worker, 'accept', id);
  expect(await told(here.central)).toEqual(['ticket.moved accept']);
});

it('tells staff of what they typed for somebody, who will ring them up about it', async () => {
  const householdId = here.demo.households[1]?.id;
  const { id } = await here.open(here.staff2, { consent: 'verbal', channel: 'phone', householdId });
  await here.try(here.worker, 'accept', id);
  expect(await told(here.staff2)).toEqual(['ticket.moved accept']);
});

it('tells those above of an objection where nobody but the decliner could decide on it', async () => {
  await here.openUpTo('decline', 'contest');
  const objections = async (by: Caller): Promise<string[]> =>
    (await told(by)).filter((line) => line === 'ticket.tier_told contest');
  expect(await objections(here.lead)).toEqual([]);
  expect(await objections(here.street)).toEqual(['ticket.tier_told contest']);
});

it('counts what is unread, and marks it read', async () => {
  await here.openUpTo('accept', 'contact', 'resolve');
  const notices = await inbox(here.resident);
  const unread = async (): Promise<number> => (await here.resident.call(noticeRoutes.unread, {})).reply.unread;
  expect(await unread()).toBe(3);
  const some = await here.resident.call(noticeRoutes.markRead, { body: { ids: [notices[0]?.id ?? ''] } });
  expect(some.reply.unread).toBe(2);
  expect((await here.worker.call(noticeRoutes.markRead, { body: { ids: [notices[1]?.id ?? ''] } })).status).toBe(200);
  expect(await unread()).toBe(2);
  expect((await here.resident.call(noticeRoutes.markRead, { body: {} })).code).toBe('INPUT_INVALID');
  expect((await here.resident.call(noticeRoutes.inbox, { query: { only: 'unread' } })).reply.items).toHaveLength(2);
  expect((await here.resident.call(noticeRoutes.markRead, { body: { all: true } })).reply.unread).toBe(0);
  const first = (await here.resident.call(noticeRoutes.inbox, { query: { limit: 2 } })).reply;
  const rest = (await here.resident.call(noticeRoutes.inbox, { query: { cursor: first.nextCursor ?? '' } })).reply;
  expect([...first.items, ...rest.items].map((notice) => notice.id)).toEqual(notices.map((notice) => notice.id));
});

it('tells the worker of a wish to be bound', async () => {
  const home = here.demo.households[7]?.id ?? '';
  const guest = await here.guestOf(home);
  await guest.call(gridRoutes.requestBinding, { body: { name: '次仁', phone: '13812345678' } });
  const [asked] = await inbox(here.worker);
  expect(asked).toMatchObject({ type: 'binding.asked', subject: { kind: 'binding' } });
});
