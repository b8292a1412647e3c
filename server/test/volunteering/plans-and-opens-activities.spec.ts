/** An activity is planned in private, opened to members, and led by time from sign-up to its end. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityPage } from '@sevengrid/shared/volunteering/activities.views';
import { MOVE_JOB } from '../../src/volunteering/move-activities';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, DAY, HOUR, MINUTE, oneOf } from './at-activities';

let app: TestApp;
let cast: Cast;
let at: AtActivities;
let staff: Caller;
let member: Caller;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
  [staff, member] = [await cast.as('staff'), await cast.as('member')];
});
afterAll(() => app.close());

const listed = async (caller: Caller, list: 'open' | 'all' | 'organise'): Promise<ActivityPage['items']> =>
  (await caller.call(activityRoutes.list, { query: { list, limit: 100 } })).reply.items;

it('shows a draft to those who plan and to its organiser, and to nobody else', async () => {
  const { id, stage, moves } = await at.draft();
  expect([stage, moves]).toEqual(['draft', ['write', 'publish', 'cancel']]);
  expect((await member.call(activityRoutes.one, oneOf(id))).code).toBe('NOT_FOUND');
  const organiser = await cast.as('central');
  expect((await organiser.call(activityRoutes.one, oneOf(id))).reply).toMatchObject({ leading: true, moves: [] });
  expect((await listed(organiser, 'organise')).map((row) => row.id)).toContain(id);
  expect((await listed(staff, 'all')).map((row) => row.id)).toContain(id);
  expect((await listed(member, 'open')).map((row) => row.id)).not.toContain(id);
});

it('opens it to members, the soonest first, with what it earns by the rule in force', async () => {
  const [later, sooner] = [await at.open({ startsIn: 9 * DAY }), await at.open({ startsIn: 8 * DAY })];
  const ids = (await listed(member, 'open')).map((row) => row.id);
  expect(ids.indexOf(sooner.id)).toBeLessThan(ids.indexOf(later.id));
  const seen = (await member.call(activityRoutes.one, oneOf(later.id))).reply;
  expect(seen).toMatchObject({ stage: 'open', points: 2, leading: false, moves: ['sign_up'], mySignUp: null });
  expect(seen.organisers).toEqual([{ personId: cast.id('central'), displayName: expect.any(String) as string }]);
});

it('refuses times that make no sense, an unknown kind and an organiser from elsewhere, and names the field', async () => {
  const body = await at.body();
  const late = new Date(Date.parse(body.startsAt) + 25 * HOUR).toISOString();
  const wrong = [
    [{ endsAt: body.startsAt }, 'ACTIVITY_TIMES_WRONG', 'body.endsAt'],
    [{ endsAt: late }, 'ACTIVITY_TIMES_WRONG', 'body.endsAt'],
    [{ signUpUntil: body.endsAt }, 'ACTIVITY_TIMES_WRONG', 'body.signUpUntil'],
    [
      { startsAt: '2020-01-01T00:00:00.000Z', signUpUntil: '2020-01-01T00:00:00.000Z' },
      'ACTIVITY_TIMES_WRONG',
      'body.startsAt',
    ],
    [{ kindId: body.organiserIds[0] }, 'ACTIVITY_KIND_UNKNOWN', 'body.kindId'],
    [{ organiserIds: [cast.id('farAdmin')] }, 'ACTIVITY_ORGANISER_UNKNOWN', 'body.organiserIds'],
  ] as const;
  for (const [change, code, field] of wrong) {
    const { problem } = await staff.send(activityRoutes.plan, { body: { ...body, ...change } });
    expect([problem.code, problem.fields?.map((one) => one.field)]).toEqual([code, expect.arrayContaining([field])]);
  }
});

it('does not overwrite what somebody else wrote meanwhile, and keeps places that are taken', async () => {
  const activity = await at.open({ capacity: 3 });
  await at.signUp(activity.id, ...(await at.members(2)));
  const { version } = (await staff.call(activityRoutes.one, oneOf(activity.id))).reply;
  const body = await at.body({ capacity: 1 });
  const write = (change: object) =>
    staff.send(activityRoutes.write, { ...oneOf(activity.id), body: { ...body, version, ...change } });
  expect((await write({})).code).toBe('ACTIVITY_PLACES_TAKEN');
  expect((await write({ capacity: 2 })).reply).toMatchObject({ capacity: 2, signedUp: 2, version: version + 1 });
  expect((await write({ capacity: 5 })).code).toBe('CHANGED_MEANWHILE');
});

it('gives new places to those who wait, in their turn', async () => {
  const activity = await at.open({ capacity: 1 });
  const [first, second, third] = await at.members(3);
  if (!first || !second || !third) throw new Error('three');
  await at.signUp(activity.id, first, second, third);
  const { version } = (await staff.call(activityRoutes.one, oneOf(activity.id))).reply;
  const body = { ...(await at.body({ capacity: 2 })), version };
  expect((await staff.call(activityRoutes.write, { ...oneOf(activity.id), body })).reply).toMatchObject({
    ...{ signedUp: 2, waiting: 1 },
  });
  const mine = async ({ caller }: typeof first) =>
    (await caller.call(activityRoutes.one, oneOf(activity.id))).reply.mySignUp;
  expect(await mine(second)).toEqual({ state: 'in', waitingPlace: null });
  expect(await mine(third)).toEqual({ state: 'waiting', waitingPlace: 1 });
});

it('is cancelled with a reason on the audit log, and takes nobody any more', async () => {
  const { id } = await at.open();
  const cancelled = await staff.call(activityRoutes.cancel, { ...oneOf(id), body: { reason: '下大雨，改期' } });
  expect(cancelled.reply).toMatchObject({ stage: 'cancelled', moves: [] });
  expect((await member.call(activityRoutes.signUp, oneOf(id))).code).toBe('ACTIVITY_WRONG_STAGE');
  const logged = (await cast.place.sql('SELECT action, reason_ref FROM audit_log WHERE subject_id = ? ORDER BY id', [
    id,
  ])) as {
    action: string;
    reason_ref: string | null;
  }[];
  expect(logged.map(({ action }) => action)).toEqual(['activity.publish', 'activity.cancel']);
  expect(logged[1]?.reason_ref).not.toBeNull();
});

it('is led by time: sign-up ends, the doors open, it ends; read the same before the clock’s job comes by and after', async () => {
  const { id } = await at.open({ startsIn: 3 * HOUR, signUpEnds: HOUR });
  const stage = async (): Promise<string> =>
    (await (await cast.as('staff')).call(activityRoutes.one, oneOf(id))).reply.stage;
  const seen: string[] = [await stage()];
  for (const wait of [2 * HOUR + MINUTE, 30 * MINUTE, 2 * HOUR + 30 * MINUTE]) {
    app.moveTime(wait);
    const before = await stage();
    await app.get(Scheduler).runNow(MOVE_JOB);
    const after = await stage();
    expect(before).toBe(after);
    seen.push(after);
  }
  expect(seen).toEqual(['open', 'closed', 'running', 'confirming']);
  const steps = (await cast.place.sql('SELECT action, actor_id FROM activity_event WHERE activity_id = ? ORDER BY id', [
    id,
  ])) as {
    action: string;
    actor_id: string | null;
  }[];
  expect(steps.filter(({ actor_id }) => actor_id === null).map(({ action }) => action)).toEqual([
    'close',
    'begin',
    'finish',
  ]);
  app.setTime(Date.now());
});
