/** The demo community has an activity of every stage, a member with a past, an organiser with something to confirm, and books that are in order. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { ACTIVITY_STAGES } from '@sevengrid/shared/volunteering/activity-flow';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { seedDemo } from '../../src/demo/seed-demo';
import { Audits } from '../../src/platform/audit/audits';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { oneOf } from './at-activities';
import { unitTotals } from './at-the-ledger';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ demo: true });
  await seedDemo(app.nest);
}, 120_000);
afterAll(() => app.close());

async function as(account: string): Promise<Caller> {
  const { token } = (await app.as(null).call(identityRoutes.logInDemo, { body: { account } })).reply;
  return app.as(token);
}

it('has one of every stage', async () => {
  const { items } = (await (await as('staff')).call(activityRoutes.list, { query: { list: 'all', limit: 100 } })).reply;
  expect([...new Set(items.map(({ stage }) => stage))].sort()).toEqual([...ACTIVITY_STAGES].sort());
  expect(items.some(({ waiting }) => waiting > 0)).toBe(true);
});

it('has a member with a past, whose unit earned as much beside', async () => {
  const member = await as('member');
  const { items } = (await member.call(activityRoutes.mine, { query: { limit: 100 } })).reply;
  const awarded = items.filter(({ attendance }) => attendance?.standing === 'awarded');
  expect(awarded.length).toBeGreaterThanOrEqual(7);
  for (const { attendance } of awarded) expect(attendance).toMatchObject({ points: 2, cappedPoints: 0 });
  const { points } = await unitTotals(app, null);
  const sums: unknown = await app.dataSource.query("SELECT SUM(posted) AS sum FROM point_account WHERE ledger = 'PT'");
  expect(Number((sums as [{ sum: string }])[0].sum)).toBe(points);
});

it('lets an organiser confirm what is doubtful, and everybody read the list that is up', async () => {
  const organiser = await as('central');
  const { items } = (await organiser.call(activityRoutes.list, { query: { list: 'organise', limit: 100 } })).reply;
  const confirming = items.find(({ stage }) => stage === 'confirming');
  const board = (await organiser.call(presenceRoutes.board, oneOf(confirming?.id ?? ''))).reply;
  expect(board.items.filter(({ standing }) => standing === 'needs_tick')).toHaveLength(2);
  const noticed = (await (await as('resident')).call(activityRoutes.list, { query: { list: 'notice' } })).reply.items;
  const notice = (await (await as('resident')).call(awardRoutes.notice, oneOf(noticed[0]?.id ?? ''))).reply;
  expect(notice.lines).toHaveLength(10);
  expect(notice.lines[0]?.unit).not.toBeNull();
});

it('is in order: the audit finds nothing', async () => {
  await app.settle();
  const results = await app.get(Audits).run();
  expect(results.flatMap(({ name, broken }) => (broken ? [`${name}: ${broken}`] : []))).toEqual([]);
});
