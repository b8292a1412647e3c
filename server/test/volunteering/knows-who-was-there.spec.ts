/** Who was there is told by a scan before log-in, by the organiser's call, or by hand with a reason; what is doubtful is scored, never in the way. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import type { ScanCode } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { CodeView, PresenceTicketView } from '@sevengrid/shared/volunteering/presence.views';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { newId } from '../../src/platform/database/new-id';
import type { Answer } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, HOUR, MINUTE, oneOf, type Member } from './at-activities';

const SECOND = 1000;
const HERE = { lng: 91.1, lat: 29.65, radius: 100 };
const AT_THE_PLACE = { lng: 91.1, lat: 29.65, accuracy: 20 };
const FAR_AWAY = { lng: 91.2, lat: 29.65, accuracy: 20 };

let app: TestApp;
let cast: Cast;
let at: AtActivities;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
});
beforeEach(() => app.setTime(Date.now()));
afterAll(() => app.close());

async function codes(id: string, point: CodePoint = 'in'): Promise<CodeView> {
  return (await (await cast.as('central')).call(presenceRoutes.code, { ...oneOf(id), query: { point } })).reply;
}

const scan = (code: string, more: Partial<ScanCode> = {}): Promise<Answer<PresenceTicketView>> =>
  app.as(null).call(presenceRoutes.scan, { body: { code, device: newId(), ...more } });

const use = (
  { caller }: Member,
  id: string,
  point: CodePoint,
  ticket: string,
  device: string,
): Promise<Answer<ActivityView>> =>
  caller.call(point === 'in' ? presenceRoutes.checkIn : presenceRoutes.checkOut, {
    ...oneOf(id),
    body: { ticket, device },
  });

/** Scans the present code and uses the ticket at once, on a phone of one's own. */
async function pass(
  member: Member,
  id: string,
  point: CodePoint,
  more: Partial<ScanCode> = {},
): Promise<Answer<ActivityView>> {
  const device = more.device ?? newId();
  const { ticket } = (await scan((await codes(id, point)).codes[0]?.code ?? '', { ...more, device })).reply;
  return use(member, id, point, ticket, device);
}

const standing = async (id: string, { id: personId }: Member): Promise<string> =>
  (await at.attendanceOf(id, personId)).standing;

it('shows the present code and the four that follow, each taken when its time has come and for 45 seconds at most', async () => {
  const id = await at.running([]);
  const shown = await codes(id);
  expect(shown.codes).toHaveLength(5);
  expect(new Set(shown.codes.map(({ code }) => code)).size).toBe(5);
  const [now, next] = shown.codes as [CodeView['codes'][0], CodeView['codes'][0]];
  expect((await scan(now.link)).status).toBe(201);
  expect((await scan(next.code)).code).toBe('CHECK_IN_CODE_OLD');
  app.setTime(Date.parse(next.from) + SECOND);
  expect([(await scan(now.code)).status, (await scan(next.code)).status]).toEqual([201, 201]);
  app.setTime(Date.parse(now.from) + 44 * SECOND);
  expect((await scan(now.code)).status).toBe(201);
  app.setTime(Date.parse(now.from) + 45 * SECOND);
  expect((await scan(now.code)).code).toBe('CHECK_IN_CODE_OLD');
});

it('takes no code that was changed by a letter, made for another activity, or is a member’s own', async () => {
  const other = (await at.open()).id;
  const id = await at.running([]);
  const [code = ''] = (await codes(id)).codes.map((shown) => shown.code);
  const { caller } = await at.member();
  const own = (await caller.call(presenceRoutes.myCode, {})).reply.code;
  const last = code.endsWith('A') ? 'B' : 'A';
  for (const wrong of [`${code.slice(0, -1)}${last}`, code.replace(id, other), code.replace('.in.', '.out.'), own])
    expect((await scan(wrong)).code).toBe('CHECK_IN_CODE_UNKNOWN');
});

it('keeps a scan good for five minutes while somebody logs in, and counts from the scan', async () => {
  const member = await at.member();
  const id = await at.running([member]);
  const device = newId();
  const scanned = (await scan((await codes(id)).codes[0]?.code ?? '', { device })).reply;
  app.moveTime(4 * MINUTE);
  const seen = (await use(member, id, 'in', scanned.ticket, device)).reply;
  expect(seen.myAttendance).toMatchObject({ standing: 'present', outAt: null });
  expect(Date.parse(seen.myAttendance?.inAt ?? '')).toBe(Date.parse(scanned.now));
});

it('takes a ticket once, within its five minutes, on the phone that scanned, from whoever scanned', async () => {
  const [one, other] = await at.members(2);
  if (!one || !other) throw new Error('two');
  const id = await at.running([one, other]);
  const [code = ''] = (await codes(id)).codes.map((shown) => shown.code);
  const device = newId();
  const { ticket } = (await scan(code, { device })).reply;
  expect((await use(one, id, 'in', ticket, newId())).code).toBe('PRESENCE_TICKET_UNKNOWN');
  expect((await use(one, id, 'in', ticket, device)).status).toBe(201);
  expect((await use(other, id, 'in', ticket, device)).code).toBe('PRESENCE_TICKET_OVER');
  const mine = (await one.caller.call(presenceRoutes.scan, { body: { code, device } })).reply.ticket;
  expect((await use(other, id, 'in', mine, device)).code).toBe('PRESENCE_TICKET_UNKNOWN');
  const late = (await scan(code, { device })).reply.ticket;
  app.moveTime(5 * MINUTE);
  expect((await use(other, id, 'in', late, device)).code).toBe('PRESENCE_TICKET_OVER');
});

it('tells whoever is early from when, and lets them in then with the same scan', async () => {
  const member = await at.member();
  const { id, startsAt } = await at.open({ startsIn: 3 * HOUR });
  await at.signUp(id, member);
  expect((await (await cast.as('central')).call(presenceRoutes.code, { ...oneOf(id), query: {} })).code).toBe(
    'CHECK_IN_TOO_EARLY',
  );
  app.moveTime(2 * HOUR + 20 * MINUTE);
  const device = newId();
  const early = (await scan((await codes(id)).codes[0]?.code ?? '', { device })).reply;
  expect(Date.parse(early.opensAt)).toBe(Date.parse(startsAt) - 30 * MINUTE);
  // The doors have opened for nobody yet: the activity has not begun.
  expect((await use(member, id, 'in', early.ticket, device)).code).toBe('ACTIVITY_WRONG_STAGE');
  app.moveTime(11 * MINUTE);
  expect((await use(member, id, 'in', early.ticket, device)).status).toBe(201);
  expect(await at.attendanceOf(id, member.id)).toMatchObject({ signals: ['early'], standing: 'present' });
});

it('lets in whoever has a place, and nobody else', async () => {
  const [placed, waiting, stranger] = await at.members(3);
  if (!placed || !waiting || !stranger) throw new Error('three');
  const id = await at.running([placed, waiting], { capacity: 1 });
  expect((await pass(placed, id, 'in')).status).toBe(201);
  for (const member of [waiting, stranger]) expect((await pass(member, id, 'in')).code).toBe('SIGN_UP_MISSING');
  expect((await pass(placed, id, 'in')).code).toBe('ATTENDANCE_ALREADY');
});

it('lets nobody be in two places, but lets them go from one to the next', async () => {
  const member = await at.member();
  const first = await at.running([member], { startsIn: 3 * HOUR, lasts: 2 * HOUR });
  const second = (await at.open({ startsIn: HOUR, signUpEnds: 30 * MINUTE + SECOND, lasts: 2 * HOUR })).id;
  await at.signUp(second, member);
  expect((await pass(member, first, 'in')).status).toBe(201);
  app.moveTime(40 * MINUTE);
  expect((await pass(member, second, 'in')).code).toBe('ATTENDANCE_OVERLAPS');
  expect((await pass(member, first, 'out')).status).toBe(200);
  expect((await pass(member, second, 'in')).status).toBe(201);
  expect((await at.attendanceOf(first, member.id)).minutes).toBe(40);
});

it('scores what speaks against a scan and stands in nobody’s way; what weighs much wants a tick', async () => {
  const [honest, far, shy, faked] = await at.members(4);
  if (!honest || !far || !shy || !faked) throw new Error('four');
  const id = await at.running([honest, far, shy, faked], { spot: HERE });
  expect((await pass(honest, id, 'in', { place: AT_THE_PLACE })).status).toBe(201);
  expect((await pass(far, id, 'in', { place: FAR_AWAY })).status).toBe(201);
  expect((await pass(shy, id, 'in')).status).toBe(201);
  expect((await pass(faked, id, 'in', { place: { ...AT_THE_PLACE, mock: true } })).status).toBe(201);
  const signals = async ({ id: personId }: Member) => (await at.attendanceOf(id, personId)).signals;
  expect(await Promise.all([honest, far, shy, faked].map(signals))).toEqual([[], ['far'], ['no_place'], ['mock']]);
  app.moveTime(HOUR);
  for (const member of [honest, far, shy, faked])
    expect((await pass(member, id, 'out', { place: AT_THE_PLACE })).status).toBe(200);
  const stand = await Promise.all([honest, far, shy, faked].map((member) => standing(id, member)));
  expect(stand).toEqual(['counts', 'needs_tick', 'counts', 'needs_tick']);
});

it('marks one phone for two people', async () => {
  const [one, other] = await at.members(2);
  if (!one || !other) throw new Error('two');
  const id = await at.running([one, other]);
  const device = newId();
  expect((await pass(one, id, 'in', { device })).status).toBe(201);
  expect((await pass(other, id, 'in', { device })).status).toBe(201);
  expect((await at.attendanceOf(id, one.id)).signals).toEqual([]);
  expect((await at.attendanceOf(id, other.id)).signals).toEqual(['shared_device']);
});

it('closes whoever did not check out at the planned end, and counts it only with a tick', async () => {
  const member = await at.member();
  const id = await at.running([member], { lasts: 2 * HOUR });
  void (await pass(member, id, 'in')).reply;
  app.moveTime(3 * HOUR);
  await at.tick(id, [], true);
  const closed = await at.attendanceOf(id, member.id);
  expect(closed).toMatchObject({ autoOut: true, standing: 'needs_tick', minutes: 119 });
  await at.tick(id, [closed.id], true);
  expect(await standing(id, member)).toBe('counts');
  await at.tick(id, [closed.id], false);
  expect(await standing(id, member)).toBe('refused');
});

it('calls people from the list, and by their own code; answers what became of each', async () => {
  const [placed, stranger, busy] = await at.members(3);
  if (!placed || !stranger || !busy) throw new Error('three');
  const elsewhere = await at.running([busy]);
  await at.call(elsewhere, 'in', [busy]);
  const id = await at.running([placed, busy]);
  const outcomes = async (point: CodePoint, people: readonly Member[]) =>
    (await at.call(id, point, people)).map(({ outcome }) => outcome);
  expect(await outcomes('in', [placed, stranger])).toEqual(['in', 'not_signed_up']);
  expect(await outcomes('in', [placed])).toEqual(['already']);
  expect(await outcomes('out', [placed, stranger])).toEqual(['out', 'not_there']);
  const { code } = (await busy.caller.call(presenceRoutes.myCode, {})).reply;
  const organiser = await cast.as('central');
  const shown = await organiser.call(presenceRoutes.call, { ...oneOf(id), body: { point: 'in', code } });
  expect(shown.reply.items).toMatchObject([{ personId: busy.id, outcome: 'in' }]);
  app.moveTime(MINUTE);
  expect((await organiser.call(presenceRoutes.call, { ...oneOf(id), body: { point: 'out', code } })).code).toBe(
    'CHECK_IN_CODE_OLD',
  );
});

it('calls nobody who is elsewhere at that time', async () => {
  const member = await at.member();
  const one = await at.running([member], { startsIn: 3 * HOUR, lasts: 6 * HOUR });
  await at.call(one, 'in', [member]);
  const other = (await at.open({ startsIn: HOUR, signUpEnds: 40 * MINUTE })).id;
  await at.signUp(other, member);
  app.moveTime(HOUR);
  expect(await at.call(other, 'in', [member])).toMatchObject([{ outcome: 'elsewhere' }]);
});

it('writes down by hand with a reason; the fourth wants a second person, who is neither the first nor whom it is about', async () => {
  const people = await at.members(4);
  const id = await at.running([]);
  const organiser = await cast.as('central');
  const add = (personId: string) =>
    organiser.call(presenceRoutes.add, { ...oneOf(id), body: { personId, reason: '手机没电，当面点名' } });
  for (const { id: personId } of people) expect((await add(personId)).status).toBe(201);
  expect((await add(people[0]?.id ?? '')).code).toBe('ATTENDANCE_ALREADY');
  expect((await add(cast.id('resident'))).code).toBe('ATTENDANCE_PERSON_UNKNOWN');
  const { items } = await at.board(id);
  expect(items.map((item) => item.standing)).toEqual(['counts', 'counts', 'counts', 'needs_second']);
  expect(items[0]).toMatchObject({ how: 'manual', addedBecause: '手机没电，当面点名', minutes: 120 });
  const params = { id: items[3]?.id ?? '' };
  expect((await organiser.call(presenceRoutes.second, { params })).code).toBe('ATTENDANCE_OWN');
  expect((await (await cast.as('staff')).call(presenceRoutes.second, { params })).status).toBe(200);
  expect((await (await cast.as('lead')).call(presenceRoutes.second, { params })).code).toBe('ATTENDANCE_NO_SECOND');
  expect((await at.board(id)).open).toBe(0);
});

it('lets no organiser call, write down or tick themself; somebody else confirms them', async () => {
  const [organiser] = await at.members(1);
  if (!organiser) throw new Error('one');
  const id = await at.running([organiser], { organisers: [organiser.id, cast.id('central')] });
  const call = { ...oneOf(id), body: { point: 'in' as const, personIds: [organiser.id] } };
  const called = await organiser.caller.call(presenceRoutes.call, call);
  expect(called.reply.items).toMatchObject([{ outcome: 'own' }]);
  const added = await organiser.caller.call(presenceRoutes.add, {
    ...oneOf(id),
    body: { personId: organiser.id, reason: '我在' },
  });
  expect(added.code).toBe('ATTENDANCE_OWN');
  await at.call(id, 'in', [organiser]);
  app.moveTime(HOUR);
  await at.call(id, 'out', [organiser]);
  app.moveTime(2 * HOUR);
  const own = await at.attendanceOf(id, organiser.id);
  expect(own.standing).toBe('needs_tick');
  const tick = { ...oneOf(id), body: { attendanceIds: [own.id], counts: true } };
  expect((await organiser.caller.call(presenceRoutes.tick, tick)).code).toBe('ATTENDANCE_OWN');
  await at.tick(id, [own.id], true);
  expect(await standing(id, organiser)).toBe('counts');
});

it('cancels nothing that somebody came to', async () => {
  const member = await at.member();
  const id = await at.running([member]);
  await at.call(id, 'in', [member]);
  const cancel = await (
    await cast.as('staff')
  ).call(activityRoutes.cancel, { ...oneOf(id), body: { reason: '不办了' } });
  expect(cancel.code).toBe('ACTIVITY_ATTENDED');
});
