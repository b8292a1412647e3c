/** Whoever keeps a community in order sees what is kept of people, how long, and that it is really forgotten; and chooses within bounds. */
import { FORGOTTEN } from '@sevengrid/shared/identity/retention';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import type { RetentionList } from '@sevengrid/shared/identity/retention.views';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
}, 60_000);
afterAll(() => app.close());

const read = async (by: Caller, communityId?: string): Promise<RetentionList> =>
  (await by.call(retentionRoutes.read, { query: { communityId } })).reply;

it('lists everything that is forgotten, by the number that the job works by, and when it last did', async () => {
  const admin = await cast.as('admin');
  const before = await read(admin);
  expect(before.always.map(({ what }) => what)).toEqual([...FORGOTTEN]);
  const hours = Object.fromEntries(before.always.map(({ what, hours: of }) => [what, of]));
  expect(hours).toMatchObject({ follow_tries: 1, imports_waiting: 24, log_in_attempts: 168, guests: 1440 });
  expect(before.always.every(({ ranAt }) => ranAt === null)).toBe(true);
  for (const job of ['forget-guests', 'forget-closed-tickets']) await app.get(Scheduler).runNow(job);
  const after = await read(admin);
  const ran = [...after.items, ...after.always].filter(({ ranAt }) => ranAt !== null);
  expect(ran.map(({ what }) => what)).toEqual(['ticket_words', 'guests']);
  expect(Math.abs(Date.parse(ran[0]?.ranAt ?? '') - Date.now())).toBeLessThan(60_000);
});

it('says nothing of a job that broke off', async () => {
  await cast.place.sql('ALTER TABLE ticket_follow_try RENAME TO gone_for_a_while');
  await app.get(Scheduler).runNow('forget-follow-tries');
  await cast.place.sql('ALTER TABLE gone_for_a_while RENAME TO ticket_follow_try');
  const { always } = await read(await cast.as('admin'));
  expect(always.find(({ what }) => what === 'follow_tries')?.ranAt).toBeNull();
});

it('is chosen for one community, by who sets its rules, and seen by who works there', async () => {
  const [above, staff, far] = [await cast.as('above'), await cast.as('staff'), await cast.as('farAdmin')];
  const { communityId, farCommunityId } = cast.place;
  const body = { communityId: farCommunityId, what: 'ticket_words' as const, days: 400 };
  expect((await above.call(retentionRoutes.write, { body })).reply.items[0]).toMatchObject({ days: 400, usual: 1095 });
  expect((await read(far)).items[0]?.days).toBe(400);
  expect((await read(staff)).items[0]?.days).toBe(1095);
  expect([(await read(staff)).editable, (await read(far)).editable]).toEqual([false, true]);
  const answers = [
    await far.call(retentionRoutes.read, { query: { communityId } }),
    await far.call(retentionRoutes.write, { body: { ...body, communityId } }),
    await above.call(retentionRoutes.read, { query: { communityId: cast.place.gridId } }),
    await above.call(retentionRoutes.write, { body: { ...body, days: 100 } }),
  ];
  expect(answers.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'RETENTION_OUT_OF_BOUNDS']);
});
