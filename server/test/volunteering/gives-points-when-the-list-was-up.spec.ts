/** Points are given when the list was up for its days and nobody's objection waits: to the member and the unit together, once, and never to oneself. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { MOVE_JOB } from '../../src/volunteering/move-activities';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, DAY, HOUR, MINUTE, oneOf, type Member } from './at-activities';
import { postedOf, unitTotals } from './at-the-ledger';

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

const posted = (of: Member) => postedOf(app, of.id);
const stageOf = async (id: string): Promise<string> =>
  (await (await cast.as('staff')).call(activityRoutes.one, oneOf(id))).reply.stage;

/** Whoever belongs to a work unit of their own. */
async function ofUnit(): Promise<{ member: Member; unitId: string }> {
  const member = await at.member();
  return { member, unitId: await at.join(member) };
}

it('puts the list up for three whole days, with masked names, units, minutes and points, for everybody here', async () => {
  const { member } = await ofUnit();
  const id = await at.over([member]);
  const announced = (await (await cast.as('central')).call(awardRoutes.announce, oneOf(id))).reply;
  const offset = 8 * HOUR;
  const today = Math.floor((app.now + offset) / DAY);
  expect(Date.parse(announced.noticeUntil ?? '') + offset).toBe((today + 4) * DAY);
  const notice = (await (await cast.as('resident')).call(awardRoutes.notice, oneOf(id))).reply;
  expect(notice.lines).toEqual([
    {
      ...{
        attendanceId: expect.any(String) as string,
        displayName: '罗桑**',
        unit: { zh: expect.any(String) as string },
      },
      ...{ minutes: 119, points: 2, cappedPoints: 0, mine: false },
    },
  ]);
  expect((await (await cast.as('farAdmin')).call(awardRoutes.notice, oneOf(id))).code).toBe('NOT_FOUND');
});

it('puts no list up while somebody is not decided about', async () => {
  const member = await at.member();
  const id = await at.running([member]);
  await at.call(id, 'in', [member]);
  app.moveTime(3 * HOUR);
  const announce = async () => (await cast.as('central')).call(awardRoutes.announce, oneOf(id));
  expect((await announce()).problem).toMatchObject({ code: 'CONFIRMATIONS_OPEN', facts: { open: 1 } });
  await at.tick(id, [(await at.attendanceOf(id, member.id)).id], true);
  expect((await announce()).status).toBe(200);
});

it('gives nothing before the list was up long enough; then by the clock, once, to member and unit alike', async () => {
  const { member, unitId } = await ofUnit();
  const id = await at.announced([member]);
  app.moveTime(2 * DAY);
  expect((await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).code).toBe('NOTICE_RUNS');
  await app.get(Scheduler).runNow(MOVE_JOB);
  expect([await stageOf(id), await posted(member)]).toEqual(['public_notice', { points: 0, minutes: 0 }]);
  app.moveTime(2 * DAY);
  await app.get(Scheduler).runNow(MOVE_JOB);
  expect([await stageOf(id), await posted(member)]).toEqual(['settled', { points: 2, minutes: 119 }]);
  expect(await unitTotals(app, unitId)).toEqual({ points: 2, minutes: 119 });
  await app.get(Scheduler).runNow(MOVE_JOB);
  expect((await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).code).toBe('ACTIVITY_WRONG_STAGE');
  expect(await posted(member)).toEqual({ points: 2, minutes: 119 });
});

it('gives the unit of the day of service, whatever unit the member is of when it is given', async () => {
  const { member, unitId } = await ofUnit();
  const id = await at.due([member]);
  const later = await at.join(member);
  void (await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).reply;
  expect([await unitTotals(app, unitId), await unitTotals(app, later)]).toEqual([
    { points: 2, minutes: 119 },
    { points: 0, minutes: 0 },
  ]);
});

it('gives minutes and no points for service that was too short', async () => {
  const member = await at.member();
  const id = await at.running([member], { lasts: 2 * HOUR });
  await at.call(id, 'in', [member]);
  app.moveTime(20 * MINUTE);
  await at.call(id, 'out', [member]);
  app.moveTime(2 * HOUR);
  void (await (await cast.as('central')).call(awardRoutes.announce, oneOf(id))).reply;
  app.moveTime(4 * DAY);
  void (await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).reply;
  expect(await posted(member)).toEqual({ points: 0, minutes: 20 });
});

it('gives six points for the services of one day at the most, and keeps what the cap took off', async () => {
  const member = await at.member();
  app.setTime(Math.ceil(Date.now() / DAY) * DAY + DAY - 8 * HOUR + 4 * HOUR);
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) ids.push(await at.announced([member], { startsIn: 2 * HOUR, lasts: HOUR }));
  app.moveTime(5 * DAY);
  for (const id of ids) void (await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).reply;
  const { caller } = await at.again(member);
  const { items } = (await caller.call(activityRoutes.mine, { query: {} })).reply;
  expect(items.map(({ attendance }) => [attendance?.points, attendance?.cappedPoints]).reverse()).toEqual([
    [2, 0],
    [2, 0],
    [2, 0],
    [0, 2],
  ]);
  expect((await posted(member)).points).toBe(6);
});

it('lets nobody give points to themself: whoever is on the list cannot settle it', async () => {
  const second = { id: cast.id('second'), caller: await cast.as('second') };
  await at.appoint(second.id, 'member');
  const id = await at.due([second]);
  expect((await (await cast.as('second')).call(awardRoutes.settle, oneOf(id))).code).toBe('POINTS_OF_ONESELF');
  expect((await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).status).toBe(200);
});

it('waits for the answer to an objection, and leaves out the line of one that is upheld', async () => {
  const [right, wrong] = await at.members(2);
  if (!right || !wrong) throw new Error('two');
  const id = await at.announced([right, wrong]);
  const line = (await at.attendanceOf(id, wrong.id)).id;
  const body = { attendanceId: line, words: '那天他不在拉萨' };
  const objection = (await (await cast.as('neighbour')).call(awardRoutes.object, { ...oneOf(id), body })).reply;
  app.moveTime(4 * DAY);
  expect((await (await cast.as('staff')).call(awardRoutes.settle, oneOf(id))).code).toBe('OBJECTIONS_OPEN');
  await app.get(Scheduler).runNow(MOVE_JOB);
  expect(await stageOf(id)).toBe('public_notice');
  const answer = { params: { id: objection.id }, body: { upheld: true, words: '核实属实' } };
  expect((await (await cast.as('staff')).call(awardRoutes.judge, answer)).reply).toMatchObject({ upheld: true });
  expect((await (await cast.as('lead')).call(awardRoutes.judge, answer)).code).toBe('OBJECTION_ANSWERED');
  await app.get(Scheduler).runNow(MOVE_JOB);
  expect(await stageOf(id)).toBe('settled');
  expect([await posted(right), await posted(wrong)]).toMatchObject([{ points: 2 }, { points: 0 }]);
  const { items } = (await (await cast.as('neighbour')).call(awardRoutes.objections, oneOf(id))).reply;
  expect(items).toMatchObject([{ words: '那天他不在拉萨', upheld: true, answer: '核实属实' }]);
  expect((await (await cast.as('resident')).call(awardRoutes.objections, oneOf(id))).reply.items).toEqual([]);
});

it('takes back what was given by two people, the unit’s part with it, and once', async () => {
  const { member, unitId } = await ofUnit();
  const id = await at.settled([member]);
  const { id: attendanceId } = await at.attendanceOf(id, member.id);
  const ask = { ...oneOf(attendanceId), body: { reason: '替别人签的到' } };
  const [staff, lead] = [await cast.as('staff'), await cast.as('lead')];
  const asked = (await staff.call(awardRoutes.askTakeBack, ask)).reply;
  expect((await lead.call(awardRoutes.askTakeBack, ask)).code).toBe('TAKE_BACK_ASKED');
  const decide = { ...oneOf(asked.id), body: { agreed: true } };
  expect((await staff.call(awardRoutes.decideTakeBack, decide)).code).toBe('TAKE_BACK_SECOND');
  expect((await lead.call(awardRoutes.decideTakeBack, decide)).reply).toMatchObject({ agreed: true, points: 2 });
  expect((await lead.call(awardRoutes.decideTakeBack, decide)).code).toBe('TAKE_BACK_DECIDED');
  expect([await posted(member), await unitTotals(app, unitId)]).toEqual([
    { points: 0, minutes: 0 },
    { points: 0, minutes: 0 },
  ]);
  expect(await at.attendanceOf(id, member.id)).toMatchObject({ standing: 'taken_back' });
  const { items } = (await staff.call(awardRoutes.takeBacks, { query: {} })).reply;
  expect(items[0]).toMatchObject({ id: asked.id, reason: '替别人签的到', own: true });
});

it('may be asked for again where it was refused', async () => {
  const member = await at.member();
  const id = await at.settled([member]);
  const ask = { ...oneOf((await at.attendanceOf(id, member.id)).id), body: { reason: '再查一查' } };
  const [staff, lead] = [await cast.as('staff'), await cast.as('lead')];
  const first = (await staff.call(awardRoutes.askTakeBack, ask)).reply;
  void (await lead.call(awardRoutes.decideTakeBack, { ...oneOf(first.id), body: { agreed: false } })).reply;
  expect((await posted(member)).points).toBe(2);
  expect((await lead.call(awardRoutes.askTakeBack, ask)).status).toBe(201);
});

it('tells me my year: activities, minutes and points by month', async () => {
  const member = await at.member();
  await at.settled([member]);
  const { caller } = await at.again(member);
  const year = (await caller.call(activityRoutes.myYear, { query: {} })).reply;
  expect(year).toMatchObject({
    activities: 1,
    minutes: 119,
    points: 2,
    months: [{ activities: 1, minutes: 119, points: 2 }],
  });
  expect((await caller.call(activityRoutes.myYear, { query: { year: 2001 } })).reply).toMatchObject({
    months: [],
    points: 0,
  });
});
