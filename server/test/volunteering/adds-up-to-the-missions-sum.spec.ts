/**
 * The mission's arithmetic over HTTP: members serve in 17 activities each at 2 points, called in and out from the list by their
 * organiser; what the members have and what their units have is the same sum; one of them spends 30 of 34, and the audit finds nothing.
 *
 * A hundred members here, a thousand by `npm run test:long`.
 */
import { pointRoutes } from '@sevengrid/shared/points/routes';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { MOST_CALLED } from '@sevengrid/shared/volunteering/presence.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { Audits } from '../../src/platform/audit/audits';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { AuditLedger } from '../../src/points/audit-ledger';
import { MOVE_JOB } from '../../src/volunteering/move-activities';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { published } from '../contract/shops-of-place';
import { AtActivities, DAY, HOUR, MINUTE, oneOf, type Member } from './at-activities';
import { memberTotals, unitTotals } from './at-the-ledger';

const MEMBERS = process.env.LONG === '1' ? 1000 : 100;
const ACTIVITIES = 17;
const POINTS = 2;
/** Every tenth member is of the same work unit. */
const UNITS = 10;
const SIDE_BY_SIDE = 10;

let app: TestApp;
let cast: Cast;
let at: AtActivities;
let members: Member[];
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
  members = await at.members(MEMBERS);
  const units: string[] = [];
  for (const [i, member] of members.entries())
    if (i < UNITS) units.push(await at.join(member));
    else await at.join(member, units[i % UNITS]);
}, 300_000);
afterAll(() => app.close());

async function signUpAll(id: string): Promise<void> {
  for (let from = 0; from < members.length; from += SIDE_BY_SIDE)
    await Promise.all(members.slice(from, from + SIDE_BY_SIDE).map((member) => at.signUp(id, member)));
}

/** The whole list, in as many requests as it takes. */
async function callAll(id: string, point: 'in' | 'out'): Promise<void> {
  const organiser = await cast.as('central');
  for (let from = 0; from < members.length; from += MOST_CALLED) {
    const personIds = members.slice(from, from + MOST_CALLED).map((member) => member.id);
    const { items } = (await organiser.call(presenceRoutes.call, { ...oneOf(id), body: { point, personIds } })).reply;
    expect(items.map(({ outcome }) => outcome)).toEqual(personIds.map(() => point));
  }
}

async function serve(): Promise<void> {
  const { id } = await at.open({ capacity: MEMBERS, startsIn: 4 * HOUR, lasts: 2 * HOUR });
  await signUpAll(id);
  app.moveTime(4 * HOUR);
  await callAll(id, 'in');
  app.moveTime(2 * HOUR - MINUTE);
  await callAll(id, 'out');
  app.moveTime(2 * MINUTE);
  void (await (await cast.as('central')).call(awardRoutes.announce, oneOf(id))).reply;
  app.moveTime(4 * DAY);
  await app.get(Scheduler).runNow(MOVE_JOB);
}

it(`gives ${MEMBERS} members ${ACTIVITIES * POINTS} points each, and their units as many together`, async () => {
  const began = Date.now();
  for (let i = 0; i < ACTIVITIES; i++) {
    await serve();
    // Whoever was logged in a week ago logs in again.
    members = await Promise.all(members.map((member) => at.again(member)));
  }
  const [mine, theirs] = [await memberTotals(app), await unitTotals(app, null)];
  process.stdout.write(
    `${MEMBERS} members, ${ACTIVITIES} activities: ${mine.points} points of members, ${theirs.points} of units, ` +
      `${mine.minutes} and ${theirs.minutes} minutes, in ${Math.round((Date.now() - began) / 1000)} s\n`,
  );
  const sum = MEMBERS * ACTIVITIES;
  expect(mine).toEqual({ points: sum * POINTS, minutes: sum * 119 });
  expect(theirs).toEqual(mine);
  const each: unknown = await cast.place.sql(
    "SELECT DISTINCT posted FROM point_account WHERE ledger = 'PT' AND posted > 0",
  );
  expect(each).toEqual([{ posted: ACTIVITIES * POINTS }]);
}, 1_800_000);

interface Spending {
  member: Member;
  offerId: string;
}

/** Reserved, shown at the counter, looked up and given. */
async function redeem({ member, offerId }: Spending): Promise<void> {
  const { id } = (await member.caller.call(redemptionRoutes.redeem, oneOf(offerId))).reply;
  const { code } = (await member.caller.call(redemptionRoutes.code, oneOf(id))).reply;
  const shop = await cast.as('merchant');
  void (await shop.call(redemptionRoutes.lookUp, { body: { code } })).reply;
  void (await shop.call(redemptionRoutes.capture, { ...oneOf(id), body: {} })).reply;
}

it('lets a member spend 20 for a check-up and 5 for each of two cleanings, which leaves 4', async () => {
  const [first] = members;
  if (!first) throw new Error('nobody');
  const member = await at.again(first);
  const checkUp = await published(cast, { title: { zh: '健康体检' }, cost: 20, total: 50, faceValueFen: 120_000 });
  const cleaning = await published(cast, { title: { zh: '洁牙' }, cost: 5, total: 100 });
  for (const offerId of [checkUp, cleaning, cleaning]) await redeem({ member, offerId });
  const left = (await member.caller.call(pointRoutes.mine, { query: { limit: 100 } })).reply;
  expect(left).toMatchObject({ balance: 4, held: 0, available: 4, minutes: ACTIVITIES * 119 });
  const { entries } = left;
  expect(entries.filter(({ delta }) => delta > 0).map(({ reason }) => reason.title?.zh)).toEqual(
    Array.from({ length: ACTIVITIES }, () => '清扫河边'),
  );
  expect(entries.filter(({ delta }) => delta < 0).map(({ delta, reason }) => [delta, reason.title?.zh])).toEqual([
    [-5, '洁牙'],
    [-5, '洁牙'],
    [-20, '健康体检'],
  ]);
}, 120_000);

it('and the audit finds nothing wrong', async () => {
  await app.settle();
  const results = await app.get(Audits).run();
  expect(results.flatMap(({ name, broken }) => (broken ? [`${name}: ${broken}`] : []))).toEqual([]);
  const awards = (await app.get(AuditLedger).run({})).find(({ name }) => name.startsWith('I8, I14'));
  expect(awards?.walked).toBe(MEMBERS * ACTIVITIES);
}, 300_000);
