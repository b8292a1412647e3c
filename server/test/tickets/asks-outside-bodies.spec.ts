/** Rows 8 and 9: an outside body is asked for its part, sees no more than it needs, answers or returns it once; the ticket's own time runs on. */
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { PartnerRequestView } from '@sevengrid/shared/tickets/views';
import type { Answer, Caller } from '../actors/caller';
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

const bodyId = (account: string): string =>
  week.here.demo.people.partners.find((of) => of.account === account)?.organisationId ?? '';
const ask = async (id: string, account = 'police', more: object = {}): Promise<string> => {
  const body = { organisationId: bodyId(account), words: '请看看这条路', withContact: false, ...more };
  return (await week.step(week.here.staff, 'coordinate', id, body)).requests[0]?.id ?? '';
};
const one = (by: Caller, id: string): Promise<Answer<PartnerRequestView>> =>
  by.call(coordinationRoutes.one, { params: { id } });
const reply = (by: Caller, id: string, key?: string): Promise<Answer<PartnerRequestView>> =>
  by.call(coordinationRoutes.reply, { params: { id }, body: { words: '改成单行了' } }, { key });
const sendBack = (by: Caller, id: string): Promise<Answer<PartnerRequestView>> =>
  by.call(coordinationRoutes.sendBack, { params: { id }, body: { reason: 'no_powers', words: '依法不归我们管' } });
const open = async (by: Caller): Promise<string[]> =>
  (await by.call(coordinationRoutes.list, { query: {} })).reply.items.map(({ id }) => id);

it('asks with words of its own, shows the body nothing of the requester, and notes that it read', async () => {
  const { here, app } = week;
  const { id } = await here.open(here.resident, { words: '我家门口的路堵得出不去' });
  await week.step(here.worker, 'accept', id);
  const requestId = await ask(id);
  const seen = (await one(here.police, requestId)).reply;
  expect(seen).toMatchObject({ words: '请看看这条路', state: 'waiting', contact: null, moves: ['reply', 'return'] });
  expect(week.shown(seen.dueAt)).toBe('2 18:00');
  const household = here.demo.households.find((door) => door.id === here.demo.people.residents[0]?.householdId);
  const shown = JSON.stringify(seen);
  for (const secret of ['我家门口', '扎西卓玛', here.demo.people.residents[0]?.phone ?? '', household?.address ?? ''])
    expect(shown).not.toContain(secret);
  expect((await here.see(here.police, id)).status).toBe(404);
  const [read] = await app.dataSource.query<{ n: number }[]>(
    "SELECT COUNT(*) AS n FROM audit_log WHERE action = 'coordination.read' AND subject_id = ?",
    [requestId],
  );
  expect(Number(read?.n)).toBe(1);
  expect((await week.told(here.police, requestId)).map(({ type }) => type)).toEqual(['coordination.asked']);
});

it('shows name and phone only where the body has to reach the requester, and only while it is open', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  const requestId = await ask(id, 'police', { withContact: true });
  const phone = here.demo.people.residents[0]?.phone;
  expect((await one(here.police, requestId)).reply.contact).toEqual({ name: '扎西卓玛', phone });
  expect(JSON.stringify((await here.police.call(coordinationRoutes.list, { query: {} })).reply)).not.toContain(phone);
  expect((await reply(here.police, requestId)).reply).toMatchObject({ state: 'answered', contact: null });
  expect((await one(here.police, requestId)).reply.contact).toBeNull();
});

it('is for the body that is asked alone; another one finds nothing there', async () => {
  const { here } = week;
  const requestId = await ask(await here.openUpTo('accept'));
  for (const answer of [
    await one(here.power, requestId),
    await reply(here.power, requestId),
    await sendBack(here.power, requestId),
  ])
    expect(answer.status).toBe(404);
  expect(await open(here.power)).not.toContain(requestId);
  expect(await open(here.police)).toContain(requestId);
});

it('lets the ticket’s own time run on, and tells the answer to whoever asked and whoever holds it', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact');
  const requestId = await ask(id);
  expect(await week.seen(id)).toMatchObject({ stage: 'working', phase: 'waiting_partner' });
  await week.reach('1 10:00');
  const twice = await Promise.all([1, 2].map(() => reply(here.police, requestId, `key-of-${requestId}`)));
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  const after = await week.seen(id);
  expect(after.phase).toBe('active');
  expect(week.due(after)).toBe('resolve 3 18:00');
  expect(after.timeline.filter(({ action }) => action === 'reply')).toHaveLength(1);
  expect(after.timeline.at(-1)).toMatchObject({
    action: 'reply',
    words: '改成单行了',
    facts: { organisationName: '交警大队（演示）' },
  });
  for (const by of [here.staff, here.worker])
    expect((await week.told(by, id)).at(-1)).toMatchObject({
      type: 'ticket.partner_moved',
      facts: { action: 'reply' },
    });
  expect((await reply(here.police, requestId)).code).toBe('COORDINATION_OVER');
  // The requester sees that a body was asked and answered, and not what was written between offices.
  const { timeline } = await week.seen(id, here.resident);
  expect(timeline.filter(({ action }) => ['coordinate', 'reply'].includes(action)).map(({ words }) => words)).toEqual([
    null,
    null,
  ]);
});

it('takes one return from each body with a reason; the second return takes it to the street, and the holder stays', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  const first = await ask(id);
  expect(
    (await here.police.send(coordinationRoutes.sendBack, { params: { id: first }, body: { words: '不管' } })).status,
  ).toBe(422);
  expect((await sendBack(here.police, first)).reply).toMatchObject({ state: 'returned', returnReason: 'no_powers' });
  expect(await week.seen(id)).toMatchObject({ phase: 'active', tier: 'grid' });
  const again = await ask(id);
  expect((await sendBack(here.police, again)).code).toBe('PARTNER_RETURNS_ONCE');
  expect((await reply(here.police, again)).status).toBe(200);
  expect((await sendBack(here.power, await ask(id, 'power'))).status).toBe(200);
  const risen = await week.seen(id);
  expect(risen).toMatchObject({ tier: 'street', joined: [{ displayName: '周永福', tier: 'street' }] });
  expect(risen.holder?.displayName).toBe('格桑顿珠');
  expect(risen.timeline.at(-1)?.facts).toMatchObject({ trigger: 'partners_returned', joinedName: '周永福' });
  expect((await week.told(here.street, id)).map(({ type }) => type)).toEqual(['ticket.risen']);
});

it('says in the body’s inbox what it is asked about and where, and counts what was answered as read', async () => {
  const { here, app } = week;
  const asked = async (requestId: string) => {
    await app.settle();
    const { items } = (await here.police.call(noticeRoutes.inbox, { query: {} })).reply;
    return items.filter(({ subject }) => subject.id === requestId);
  };
  const id = await here.openUpTo('accept');
  const [first, { number, category }] = [await ask(id), await week.seen(id)];
  const [told] = await asked(first);
  expect(told).toMatchObject({ type: 'coordination.asked', read: false, facts: { number, category } });
  const building = (await one(here.police, first)).reply.address;
  expect(building).toBeTruthy();
  expect(told?.facts.place).toBe(building);
  await sendBack(here.police, first);
  const again = await ask(id);
  expect((await asked(first)).map(({ read }) => read)).toEqual([true]);
  expect((await asked(again)).map(({ read }) => read)).toEqual([false]);
  await reply(here.police, again);
  expect((await asked(again)).map(({ read }) => read)).toEqual([true]);
});

it('goes on without a body that lets its time pass, and still takes a late answer', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact');
  const requestId = await ask(id);
  await week.reach('2 12:30');
  await week.reach('2 18:01');
  const missed = await week.seen(id);
  expect(missed.phase).toBe('active');
  expect(missed.requests[0]?.state).toBe('missed');
  expect((await week.told(here.staff, id)).at(-1)?.facts.action).toBe('miss');
  expect((await week.told(here.police, requestId)).map(({ facts }) => facts.action)).toEqual([
    'coordinate',
    'warn',
    'miss',
  ]);
  expect((await reply(here.police, requestId)).reply.state).toBe('answered');
});

it('can be taken back, and ends with the ticket', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact');
  const recalled = await ask(id);
  await week.step(here.staff, 'recall', id, { requestId: recalled, words: '已经好了' });
  expect((await reply(here.police, recalled)).code).toBe('COORDINATION_OVER');
  expect((await here.try(here.staff, 'recall', id, { requestId: recalled, words: '再收' })).code).toBe(
    'TICKET_WRONG_STAGE',
  );
  const dropped = await ask(id);
  expect((await week.step(here.worker, 'resolve', id)).requests[0]?.state).toBe('dropped');
  expect(await open(here.police)).not.toContain(dropped);
  expect((await reply(here.police, dropped)).status).toBe(409);
});

it('asks only bodies of the community', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  const unknown = await here.try(here.staff, 'coordinate', id, {
    organisationId: id,
    words: '请看看',
    withContact: false,
  });
  expect(unknown.code).toBe('PARTNER_UNKNOWN');
  const { items } = (await here.staff.call(coordinationRoutes.partners, {})).reply;
  expect(items.map(({ id: of }) => of).sort()).toEqual(here.demo.people.partners.map((of) => of.organisationId).sort());
});
