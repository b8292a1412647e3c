/** What people see of points: their own with the reason of each, a community's equation, and corrections by two people. */
import { pointRoutes } from '@sevengrid/shared/points/routes';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { AccountUses } from '../../src/identity/account-uses';
import { PointCauses } from '../../src/points/point-causes';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast, type Who } from '../contract/cast';
import { AtTheLedger } from './at-the-ledger';

const TITLE: Bilingual = { zh: '七号楼大扫除', bo: 'ཁང་པ་བདུན་པ།' };

let app: TestApp;
let cast: Cast;
let here: AtTheLedger;
const as = (who: Who): Promise<Caller> => cast.as(who);

beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  here = new AtTheLedger(app, cast.place.communityId);
});
afterAll(() => app.close());

it('tells a person balance, held and available, and why each point came and went', async () => {
  const personId = cast.id('member');
  await here.award(personId, 2);
  await here.award(personId, 5);
  await here.capture(await here.hold(personId, 3));
  await here.hold(personId, 1);
  const member = await as('member');
  const { reply } = await member.call(pointRoutes.mine, { query: { limit: 2 } });
  expect(reply).toMatchObject({ balance: 4, held: 1, available: 3, owed: 0, minutes: 210 });
  expect(
    reply.entries.map(({ kind, delta, balanceAfter, reason }) => [kind, delta, balanceAfter, reason.type]),
  ).toEqual([
    ['capture', -3, 4, 'redemption'],
    ['award', 5, 7, 'attendance'],
  ]);
  const rest = (await member.call(pointRoutes.mine, { query: { limit: 2, cursor: reply.nextCursor ?? '' } })).reply;
  expect(rest.entries.map(({ delta }) => delta)).toEqual([2]);
  expect(rest.nextCursor).toBeNull();
  const minutes = (await member.call(pointRoutes.mine, { query: { of: 'minutes' } })).reply.entries;
  expect(minutes.map(({ delta }) => delta)).toEqual([150, 60]);
});

it('asks the domain that caused it what an entry was for', async () => {
  const type = 'test_cause';
  app.get(PointCauses).register(type, (_, ids) => Promise.resolve(new Map(ids.map((id) => [id, { title: TITLE }]))));
  const causeId = newId();
  const found = await app.get(UnitOfWork).read((tx) =>
    app.get(PointCauses).find(tx, [
      { causeType: type, causeId },
      { causeType: 'attendance', causeId },
    ]),
  );
  expect([...found]).toEqual(expect.arrayContaining([[`${type} ${causeId}`, { title: TITLE }]]));
});

it('shows a member to those who may read, and puts each look on record', async () => {
  const lead = await as('lead');
  const id = cast.id('member');
  const { reply } = await lead.call(pointRoutes.ofMember, { params: { id }, query: {} });
  expect(reply).toMatchObject({ person: { id }, balance: 4, held: 1, available: 3 });
  const looks = await here.sql("SELECT id FROM audit_log WHERE action = 'points.read' AND actor_id = ?", [
    cast.id('lead'),
  ]);
  expect(looks).toHaveLength(1);
});

it('corrects when another person grants it, in the words of whoever asked', async () => {
  const [staff, lead, member] = [await as('staff'), await as('lead'), await as('member')];
  const personId = cast.id('member');
  const body = { personId, points: -2, reason: '重复登记了一次' };
  const { id } = (await staff.call(pointRoutes.askAdjustment, { body })).reply;
  const decide = (who: Caller, granted: boolean) =>
    who.call(pointRoutes.decideAdjustment, { params: { id }, body: { granted } });
  expect((await decide(staff, true)).problem.code).toBe('ADJUSTMENT_NEEDS_ANOTHER');
  const listed = (await lead.call(pointRoutes.adjustments, { query: { state: 'asked' } })).reply.items;
  expect(listed).toMatchObject([{ id, points: -2, reason: body.reason, mayDecide: true }]);
  expect((await decide(lead, true)).reply).toMatchObject({ state: 'granted', mayDecide: false });
  expect((await decide(lead, false)).problem.code).toBe('ADJUSTMENT_ALREADY_DECIDED');
  const { balance, entries } = (await member.call(pointRoutes.mine, { query: {} })).reply;
  expect(balance).toBe(2);
  expect(entries[0]).toMatchObject({ kind: 'adjust', delta: -2, reason: { title: { zh: body.reason } } });
});

it('leaves a correction asked for that there are no points for', async () => {
  const [staff, lead] = [await as('staff'), await as('lead')];
  const body = { personId: cast.id('member'), points: -2, reason: '退回积分' };
  const { id } = (await staff.call(pointRoutes.askAdjustment, { body })).reply;
  const granted = await lead.call(pointRoutes.decideAdjustment, { params: { id }, body: { granted: true } });
  expect(granted.problem).toMatchObject({ code: 'POINTS_NOT_ENOUGH', facts: { available: 1 } });
  const refused = await lead.call(pointRoutes.decideAdjustment, {
    params: { id },
    body: { granted: false, answer: '余额不足' },
  });
  expect(refused.reply).toMatchObject({ state: 'refused', answer: '余额不足' });
});

it('sums a community to an equation', async () => {
  const other = new AtTheLedger(app);
  await other.award(cast.id('member'), 9);
  const journal = await here.award(cast.id('neighbour'), 4, { unit: { id: newId(), points: 4 } });
  await here.capture(await here.hold(cast.id('neighbour'), 3));
  await here.reverse(journal);
  const { reply } = await (await as('lead')).call(pointRoutes.totals, { query: {} });
  expect(reply).toMatchObject({ issued: 11, takenBack: 6, captured: 6, expired: 0, owed: 3, outstanding: 2, held: 1 });
  expect(reply).toMatchObject({ units: { points: 0, minutes: 0 }, minutes: 210 });
});

it('keeps the account of whoever earned, asked or decided', async () => {
  const who = ['member', 'staff', 'lead', 'street'] as const;
  const ids = who.map((one) => cast.id(one));
  const used = await app.get(UnitOfWork).read((tx) => app.get(AccountUses).find(tx, ids));
  expect(who.filter((one) => used.has(cast.id(one)))).toEqual(['member', 'staff', 'lead']);
});
