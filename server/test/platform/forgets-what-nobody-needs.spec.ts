/** What is kept no longer is gone when its time is over, and not a day before; history and audit stay whole without the words. */
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { ClockShift } from '../../src/platform/clock/clock-shift';
import { Audits } from '../../src/platform/audit/audits';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { upload } from '../media/uploading';
import { picture } from '../media/pictures';
import { desk, type Desk } from '../tickets/at-the-desk';

const DAY = 86_400_000;

let app: TestApp;
let here: Desk;
beforeEach(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterEach(() => app.close());

const sql = <T>(statement: string, values: unknown[] = []): Promise<T[]> =>
  app.dataSource.query<T[]>(statement, values);
const count = async (what: string, values: unknown[] = []): Promise<number> =>
  Number((await sql<{ n: string }>(`SELECT COUNT(*) AS n FROM ${what}`, values))[0]?.n);

/** As it would be after so many days, counted from the beginning of the test. */
async function after(days: number, job: string): Promise<void> {
  app.get(ClockShift).ms = days * DAY;
  await app.get(Scheduler).runNow(job);
}

/** Every check of the audit that does not hold. */
async function broken(): Promise<(string | null)[]> {
  app.get(ClockShift).ms = 0;
  await app.settle();
  return (await app.get(Audits).run()).flatMap((result) => (result.broken === null ? [] : [result.broken]));
}

it('forgets sessions thirty days after they ended, by log-out or by time', async () => {
  const staff = await here.as('staff');
  await sql('UPDATE session SET ended_at = NOW(3) WHERE person_id = (SELECT id FROM person WHERE account = ?)', [
    'staff',
  ]);
  expect(staff.token).not.toBeNull();
  const ended = (): Promise<number> => count('session WHERE ended_at IS NOT NULL');
  const before = await ended();
  expect(before).toBeGreaterThan(0);
  await after(29, 'forget-old-sessions');
  expect(await ended()).toBe(before);
  await after(31, 'forget-old-sessions');
  expect(await ended()).toBe(0);
  expect(await count('session')).toBeGreaterThan(0);
  await after(180 + 31, 'forget-old-sessions');
  expect(await count('session')).toBe(0);
});

it('forgets what was done once by a key after thirty days', async () => {
  await here.open(here.resident);
  expect(await count('idempotency')).toBe(1);
  await after(29, 'forget-old-keys');
  expect(await count('idempotency')).toBe(1);
  await after(31, 'forget-old-keys');
  expect(await count('idempotency')).toBe(0);
});

it('forgets guests who left nothing, and keeps whom a ticket or a binding names', async () => {
  const [one, two, three] = here.demo.households;
  const idle = await here.guestOf(one?.id ?? '');
  const filing = await here.guestOf(two?.id ?? '');
  const { followCode, number } = await here.open(filing, { channel: 'card_scan' });
  const asking = await here.guestOf(three?.id ?? '');
  const cardToken = await here.tokenOf(three?.id ?? '');
  const body = { name: '次仁', phone: '13800000000', cardToken };
  expect((await asking.call(gridRoutes.requestBinding, { body })).code).toBeNull();
  expect((await app.as(null).call(ticketRoutes.follow, { body: { number, code: followCode ?? '' } })).code).toBeNull();
  expect(idle.token).not.toBeNull();
  expect(await count('guest')).toBe(4);
  await after(45, 'forget-old-sessions');
  await after(59, 'forget-guests');
  expect(await count('guest')).toBe(4);
  await after(61, 'forget-old-sessions');
  await after(61, 'forget-guests');
  // Who filed and who asked; whoever only scanned or only followed is gone, with the mark that they followed.
  expect(await count('guest')).toBe(2);
  expect(await count('ticket_guest WHERE guest_id NOT IN (SELECT id FROM guest)')).toBe(0);
  expect(await broken()).toEqual([]);
});

it('forgets the sealed link of a card thirty days after it ended; a scan is still told that it is over', async () => {
  const [home] = here.demo.households;
  const token = await here.tokenOf(home?.id ?? '');
  await here.staff.call(cardRoutes.end, { params: { id: home?.cardId ?? '' }, body: { because: 'lost' } });
  const sealed = (): Promise<number> => count("card WHERE id = ? AND token_enc <> ''", [home?.cardId]);
  await after(29, 'forget-ended-cards');
  expect(await sealed()).toBe(1);
  await after(31, 'forget-ended-cards');
  expect(await sealed()).toBe(0);
  expect(await count("card WHERE status = 'active' AND token_enc = ''")).toBe(0);
  app.get(ClockShift).ms = 0;
  const list = await here.staff.call(cardRoutes.cards, { query: { householdId: home?.id } });
  expect(list.reply.items[0]?.status).toBe('lost');
  expect((await app.as(null).call(cardRoutes.scan, { body: { token } })).code).toBe('CARD_REVOKED');
});

it('relieves a closed ticket of words, names, phones and photos when its years are over; what happened stays', async () => {
  const id = await here.openUpTo('accept', 'contact', 'coordinate');
  const [request] = await sql<{ id: string }>('SELECT id FROM coordination WHERE ticket_id = ?', [id]);
  await here.walk(id, 'resolve', 'confirm');
  expect(request).toBeDefined();
  const open = await here.openUpTo('accept');
  const photo = await upload(here.resident, 'photo', await picture(80, 60).jpeg().toBuffer());
  await sql("UPDATE media SET subject_kind = 'ticket', subject_id = ?, attached_at = NOW(3) WHERE id = ?", [
    id,
    photo.id,
  ]);
  const words = (): Promise<number> => count('texts WHERE erased_at IS NULL');
  const before = await words();
  await after(1094, 'forget-closed-tickets');
  expect(await words()).toBe(before);
  await after(1096, 'forget-closed-tickets');
  expect(await count('ticket_forgotten WHERE ticket_id = ?', [id])).toBe(1);
  expect(
    await count('ticket_party WHERE ticket_id = ? AND (name_enc IS NOT NULL OR phone_idx IS NOT NULL)', [id]),
  ).toBe(0);
  expect(await count("media WHERE id = ? AND state = 'stored'", [photo.id])).toBe(0);
  app.get(ClockShift).ms = 0;
  const told = (await here.see(here.staff, id)).reply;
  expect(told).toMatchObject({ words: null, stage: 'confirmed', number: expect.stringMatching(/^幸-/) as string });
  expect(JSON.stringify(told)).not.toMatch(/楼道灯坏了|上门看过了|修好了|线路/);
  expect((await here.see(here.staff, open)).reply.words).toBe('楼道灯坏了');
  expect(await broken()).toEqual([]);
});

it('forgets what was said after a forgotten ticket was reopened, when that is old too', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve', 'confirm');
  await after(1096, 'forget-closed-tickets');
  const [lead, worker] = [await here.as('lead'), await here.as('worker')];
  void (await here.try(lead, 'reopen', id, { words: '三年后又坏了' })).reply;
  for (const step of ['contact', 'resolve'] as const) void (await here.try(worker, step, id)).reply;
  void (await here.try(await here.as('resident'), 'confirm', id)).reply;
  const words = (): Promise<number> => count('texts WHERE erased_at IS NULL');
  const said = await words();
  expect(said).toBeGreaterThan(0);
  await after(1096 + 1094, 'forget-closed-tickets');
  expect(await words()).toBe(said);
  await after(1096 + 1096, 'forget-closed-tickets');
  expect(await words()).toBe(0);
  expect(await count('ticket_forgotten WHERE ticket_id = ?', [id])).toBe(2);
  await after(1096 + 1100, 'forget-closed-tickets');
  expect(await count('ticket_forgotten WHERE ticket_id = ?', [id])).toBe(2);
  expect(await broken()).toEqual([]);
});

it('erases nothing of a ticket that is being reopened just then', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve', 'confirm');
  const before = await count('texts WHERE erased_at IS NULL');
  const reopening = app.dataSource.createQueryRunner();
  await reopening.startTransaction();
  await reopening.query("UPDATE ticket SET phase = 'active', closed_at = NULL WHERE id = ?", [id]);
  // It is closed still for whoever looks, and its row is taken.
  const forgotten = after(1096, 'forget-closed-tickets');
  await new Promise((done) => setTimeout(done, 400));
  await reopening.commitTransaction();
  await reopening.release();
  await forgotten;
  expect(await count('ticket_forgotten')).toBe(0);
  expect(await count('texts WHERE erased_at IS NULL')).toBe(before);
});

it('forgets who asked to be bound ninety days after it was decided, with the reason; and lets lapse what nobody decided', async () => {
  const [one, two, three] = here.demo.households;
  const ask = async (by: Caller, household: string | undefined, phone: string) => {
    const body = { name: '索朗', phone, cardToken: await here.tokenOf(household ?? '') };
    return by.call(gridRoutes.requestBinding, { body });
  };
  const [guest, other] = [await here.guestOf(one?.id ?? ''), await here.guestOf(three?.id ?? '')];
  const refused = (await ask(guest, one?.id, '13800000001')).reply.id;
  const confirmed = (await ask(other, three?.id, '13800000003')).reply.id;
  const waiting = (await ask(here.resident, two?.id, '13800000002')).reply.id;
  const reason = '登记的不是这一户';
  await here.staff.call(gridRoutes.refuseBinding, { params: { id: refused }, body: { reason } });
  await here.staff.call(gridRoutes.confirmBinding, { params: { id: confirmed } });
  const known = (id: string): Promise<number> =>
    count("binding WHERE id = ? AND name_enc <> '' AND phone_enc <> '' AND phone_idx <> ''", [id]);
  const knownOf = async () => [await known(refused), await known(confirmed), await known(waiting)];
  await after(89, 'forget-bindings');
  expect(await knownOf()).toEqual([1, 1, 1]);
  // A guest who may still log in takes what they are bound to along, name and phone with it.
  await after(91, 'forget-bindings');
  expect(await knownOf()).toEqual([1, 1, 1]);
  await sql('DELETE FROM session WHERE guest_id IS NOT NULL');
  await after(91, 'forget-bindings');
  expect(await knownOf()).toEqual([0, 0, 1]);
  expect(
    await count('binding b JOIN texts x ON x.id = b.refused_ref WHERE b.id = ? AND x.erased_at IS NULL', [refused]),
  ).toBe(0);
  await after(179, 'forget-bindings');
  expect(await known(waiting)).toBe(1);
  await after(181, 'forget-bindings');
  expect(await known(waiting)).toBe(0);
  app.get(ClockShift).ms = 0;
  await app.settle();
  expect((await here.resident.call(gridRoutes.myBinding, {})).reply.binding).toMatchObject({
    state: 'lapsed',
    name: null,
  });
  const { items } = (await here.resident.call(noticeRoutes.inbox, { query: {} })).reply;
  expect(items.find(({ subject }) => subject.id === waiting)?.facts).toMatchObject({ confirmed: false, lapsed: true });
  const list = await here.staff.call(gridRoutes.bindings, { query: { state: 'refused' } });
  expect(list.reply.items.find(({ id }) => id === refused)).toMatchObject({
    name: null,
    phone: null,
    refusedBecause: null,
  });
  expect((await ask(here.resident, two?.id, '13800000002')).status).toBe(201);
  expect(await broken()).toEqual([]);
});

it('keeps them as long as the community says, within bounds and on the audit log', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve', 'confirm');
  const write = (days: number) => here.lead.call(retentionRoutes.write, { body: { what: 'ticket_words', days } });
  expect((await write(179)).code).toBe('RETENTION_OUT_OF_BOUNDS');
  expect((await here.staff.call(retentionRoutes.write, { body: { what: 'ticket_words', days: 200 } })).code).toBe(
    'NOT_ALLOWED',
  );
  const [first] = (await write(200)).reply.items;
  expect(first).toMatchObject({ what: 'ticket_words', days: 200, least: 180, most: 3650, usual: 1095 });
  expect((await here.staff.call(retentionRoutes.read, { query: {} })).reply.items[0]?.days).toBe(200);
  expect(await count("audit_log WHERE action = 'retention.written'")).toBe(1);
  await after(199, 'forget-closed-tickets');
  expect(await count('ticket_forgotten')).toBe(0);
  await after(201, 'forget-closed-tickets');
  expect(await count('ticket_forgotten WHERE ticket_id = ?', [id])).toBe(1);
  await expect(sql('DELETE FROM retention_policy')).rejects.toThrow(/append-only/);
});

it('erases the reasons on the audit log when their years are over, and no row of it', async () => {
  const [home] = here.demo.households;
  const input = { params: { id: home?.cardId ?? '' }, body: { reason: '补印一张给老人' } };
  expect((await here.lead.call(cardRoutes.readLink, input)).code).toBeNull();
  const reasons = (): Promise<number> =>
    count('audit_log a JOIN texts x ON x.id = a.reason_ref WHERE x.erased_at IS NULL');
  const rows = await count('audit_log');
  expect(await reasons()).toBe(1);
  await after(1094, 'forget-reasons');
  expect(await reasons()).toBe(1);
  await after(1096, 'forget-reasons');
  expect(await reasons()).toBe(0);
  expect(await count('audit_log')).toBe(rows);
  expect(await broken()).toEqual([]);
});
