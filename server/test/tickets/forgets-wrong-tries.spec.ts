/** Wrong follow-codes are remembered as long as they count, and no longer. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { startApp, type TestApp } from '../actors/start-app';
import { desk } from './at-the-desk';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ demo: true });
  await desk(app);
});
afterAll(() => app.close());

it('keeps nobody’s wrong tries longer than they count', async () => {
  const kept = async (): Promise<number> =>
    Number((await app.dataSource.query<[{ n: number }]>('SELECT COUNT(*) AS n FROM ticket_follow_try'))[0].n);
  await app.as(null).call(ticketRoutes.follow, { body: { number: '幸-20200101-0001', code: '0000000000' } });
  expect(await kept()).toBe(1);
  app.moveTime(3_600_001);
  await app.get(Scheduler).runNow('forget-follow-tries');
  expect(await kept()).toBe(0);
});
