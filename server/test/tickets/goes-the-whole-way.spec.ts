/** An appeal from the card to the requester's word that it is solved, as four people go it. */
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterAll(() => app.close());

it('goes from filing to confirming, each step told and each page true', async () => {
  const opened = await here.open(here.resident, { place: '三单元' });
  expect(opened.number).toMatch(/^幸-\d{8}-\d{4}$/);
  expect(opened).toMatchObject({ workerName: '格桑顿珠', followCode: null, due: { clock: 'accept' } });
  const { id } = opened;

  const accepted = (await here.try(here.worker, 'accept', id, { grade: 'G1' })).reply;
  expect(accepted).toMatchObject({ stage: 'accepted', phase: 'active', grade: 'G1', due: { clock: 'contact' } });
  expect(accepted.moves).toEqual(['contact', 'escalate', 'remark']);
  expect(
    (await here.try(here.worker, 'contact', id, { how: 'visit', words: '看了', place: '三楼' })).reply.due?.clock,
  ).toBe('resolve');
  const resolved = (await here.try(here.worker, 'resolve', id)).reply;
  expect(resolved).toMatchObject({ stage: 'resolved', outcome: 'solved', finding: null, due: { clock: 'follow_up' } });

  const verified = (await here.try(here.staff, 'verify', id)).reply;
  expect(verified).toMatchObject({ stage: 'verified', phase: 'closed', finding: 'solved', due: null });
  const confirmed = (await here.try(here.resident, 'confirm', id, { words: '谢谢' })).reply;
  expect(confirmed).toMatchObject({ stage: 'confirmed', outcome: 'solved', finding: 'solved', mine: true });
  expect(confirmed.moves).toEqual(['rate', 'reopen']);
  expect(confirmed.reopenUntil).not.toBeNull();
  expect(confirmed.requester.name).toBe('扎西卓玛');
  expect(confirmed.timeline.map((entry) => entry.action)).toEqual([
    'open',
    'accept',
    'contact',
    'resolve',
    'verify',
    'confirm',
  ]);
  expect(confirmed.timeline.map((entry) => entry.actor.side)).toEqual([
    'you',
    'handler',
    'handler',
    'handler',
    'verifier',
    'you',
  ]);
  expect(confirmed.timeline[1]?.facts).toMatchObject({ grade: 'G1', holderName: '格桑顿珠' });
  expect(confirmed.timeline[2]).toMatchObject({ words: '看了', facts: { how: 'visit', place: '三楼' } });

  await app.settle();
  const inbox = (await here.resident.call(noticeRoutes.inbox, { query: {} })).reply;
  expect(inbox.items.map((notice) => notice.facts.action)).toEqual(['verify', 'resolve', 'contact', 'accept']);
  expect(inbox.items[3]?.facts).toMatchObject({ number: opened.number, title: '楼道灯坏了', actorName: '格桑顿珠' });
});

it('lists it for the requester and in the queues, masked', async () => {
  const { id, number } = await here.open(here.resident, { words: '单元门关不上' });
  const mine = (await here.resident.call(ticketRoutes.mine, { query: { state: 'open' } })).reply;
  expect(mine.items[0]).toMatchObject({ id, number, title: '单元门关不上', stage: 'submitted' });
  const queue = (await here.worker.call(ticketRoutes.queue, { query: { queue: 'to_do' } })).reply;
  expect(queue.items.map((row) => row.id)).toContain(id);
  const found = (await here.staff.call(ticketRoutes.queue, { query: { q: String(Number(number.slice(-4))) } })).reply;
  expect(found.items.map((row) => row.id)).toEqual([id]);
  expect((await here.staff.call(ticketRoutes.queue, { query: { q: number } })).reply.items).toHaveLength(1);
  expect((await here.otherWorker.call(ticketRoutes.queue, { query: {} })).reply.items).toEqual([]);
  const counts = (await here.worker.call(ticketRoutes.counts, { query: {} })).reply;
  expect(counts.toDo).toBeGreaterThanOrEqual(1);
  expect(counts.byPhase.new).toBeGreaterThanOrEqual(1);
});

it('pages a queue by due time without gap or repeat', async () => {
  for (let n = 0; n < 7; n++) await here.open(here.resident);
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = (await here.staff.call(ticketRoutes.queue, { query: { limit: 3, cursor } })).reply;
    seen.push(...page.items.map((row) => row.id));
    cursor = page.nextCursor ?? undefined;
    more = cursor !== undefined;
  }
  const whole = (await here.staff.call(ticketRoutes.queue, { query: { limit: 100 } })).reply;
  expect(seen).toEqual(whole.items.map((row) => row.id));
});

it('files for somebody only with their consent, and only where the filer may', async () => {
  const [mine, far] = [here.demo.households[1], here.demo.households.at(-1)];
  const body = {
    categoryId: here.category('elders'),
    words: '要个助行器',
    channel: 'phone',
    requester: { name: '索朗', phone: '13800138000' },
  };
  const send = async (by: typeof here.staff, more: object) =>
    (await by.send(ticketRoutes.open, { body: { ...body, ...more } })).code;
  expect(await send(here.staff, { consent: 'self', householdId: mine?.id })).toBe('CONSENT_NEEDED');
  expect(await send(here.staff, { consent: 'verbal', householdId: mine?.id })).toBeNull();
  expect(await send(here.staff, { consent: 'verbal', gridId: mine?.gridId })).toBeNull();
  expect(await send(here.staff, { consent: 'verbal' })).toBe('TICKET_PLACE_UNKNOWN');
  expect(await send(here.worker, { consent: 'verbal', householdId: far?.id })).toBe('NOT_FOUND');
  expect(await send(here.central, { consent: 'verbal', householdId: mine?.id })).toBeNull();
  expect(await send(here.central, { consent: 'verbal', householdId: far?.id })).toBe('NOT_FOUND');
  expect(await send(here.resident, { consent: 'self', householdId: far?.id })).toBe('NOT_FOUND');
  expect(await send(here.auditor, { consent: 'self' })).toBe('NOT_ALLOWED');
  expect(await send(here.resident, { consent: 'self', beneficiary: { name: '妈妈' } })).toBe('CONSENT_NEEDED');
  const unknown = await here.resident.send(ticketRoutes.open, {
    body: { ...body, consent: 'self', categoryId: mine?.id },
  });
  expect(unknown.code).toBe('CATEGORY_UNKNOWN');
});

it('proposes the highest grade for danger to life', async () => {
  const opened = await here.open(here.resident, { categoryId: here.category('danger'), words: '煤气味很重' });
  expect(Date.parse(opened.due.at) - Date.parse(opened.due.startedAt)).toBe(15 * 60_000);
  expect((await here.see(here.worker, opened.id)).reply.grade).toBe('G0');
});
