/**
 * The mission's arithmetic over HTTP: members serve in 17 activities each at 2 points, called in and out from the list by their
 * organiser; what the members have and what their units have is the same sum, and the audit finds nothing.
 *
 * A hundred members here, a thousand by `npm run test:long`.
 */
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { MOST_CALLED } from '@sevengrid/shared/volunteering/presence.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { Audits } from '../../src/platform/audit/audits';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { MOVE_JOB } from '../../src/volunteering/move-activities';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
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

it('and the audit finds nothing wrong', async () => {
  await app.settle();
  const results = await app.get(Audits).run();
  expect(results.flatMap(({ name, broken }) => (broken ? [`${name}: ${broken}`] : []))).toEqual([]);
  const awards = results.find(({ name }) => name.startsWith('awards are what attendances say'));
  expect(awards?.walked).toBe(MEMBERS * ACTIVITIES);
}, 300_000);
