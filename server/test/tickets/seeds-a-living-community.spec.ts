/** The demo's tickets: every stage to be seen, histories that replay, and a story told whole. */
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { APPEAL_STAGES } from '@sevengrid/shared/tickets/flows';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { seedDemo } from '../../src/demo/seed-demo';
import { Audits } from '../../src/platform/audit/audits';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';

let app: TestApp;
const as = async (account: string): Promise<Caller> =>
  app.as((await app.as(null).call(identityRoutes.logInDemo, { body: { account } })).reply.token);
const count = async (sql: string): Promise<number> => Number((await app.dataSource.query<[{ n: number }]>(sql))[0].n);

beforeAll(async () => {
  app = await startApp({ demo: true });
  await seedDemo(app.nest);
}, 300_000);
afterAll(() => app.close());

it('makes some three hundred tickets in every stage', async () => {
  const found = await app.dataSource.query<
    {
      stage: string;
      n: number;
    }[]
  >('SELECT stage, COUNT(*) AS n FROM ticket GROUP BY stage');
  expect(found.map((row) => row.stage).sort()).toEqual([...APPEAL_STAGES].sort());
  expect(found.reduce((sum, row) => sum + Number(row.n), 0)).toBeGreaterThan(290);
  const closed = await count("SELECT COUNT(*) AS n FROM ticket WHERE stage IN ('verified', 'confirmed')");
  const solved = await count("SELECT COUNT(*) AS n FROM ticket WHERE finding = 'solved' AND tier = 'grid'");
  expect(solved / closed).toBeGreaterThan(0.75);
  expect(solved / closed).toBeLessThan(0.95);
  expect(await count('SELECT COUNT(*) AS n FROM ticket WHERE due_at < NOW(3)')).toBeGreaterThan(2);
  expect(await count('SELECT COUNT(*) AS n FROM ticket_event WHERE at > NOW(3)')).toBe(0);
});

it('replays every row from its events', async () => {
  const results = await app.get(Audits).run();
  expect(results.filter((result) => result.broken !== null)).toEqual([]);
  expect(results.find((result) => result.name.startsWith('tickets are'))?.walked).toBeGreaterThan(290);
});

it('gives resident, worker and staff something to see', async () => {
  const resident = await as('resident');
  const mine = (await resident.call(ticketRoutes.mine, { query: {} })).reply.items;
  expect(mine.map((row) => row.stage)).toEqual(expect.arrayContaining(['working', 'resolved', 'confirmed']));
  expect((await resident.call(noticeRoutes.unread, {})).reply.unread).toBeGreaterThan(0);
  const worker = (await (await as('worker')).call(ticketRoutes.counts, { query: {} })).reply;
  expect(worker.toDo).toBeGreaterThan(3);
  const staff = (await (await as('staff')).call(ticketRoutes.counts, { query: {} })).reply;
  expect(staff.toVerify).toBeGreaterThan(3);
  expect(staff.dueSoon).toBeGreaterThan(2);
  const street = (await (await as('street')).call(ticketRoutes.queue, { query: { queue: 'all', limit: 100 } })).reply;
  expect(street.items).toHaveLength(100);
});

it('tells the parking story whole: one-way by the police, bays by a firm, solved in the grid', async () => {
  const resident = await as('resident');
  const { items } = (await resident.call(ticketRoutes.mine, { query: { state: 'closed' } })).reply;
  const row = items.find(({ title }) => title.startsWith('院门口这条路'));
  const story = (await (await as('staff')).call(ticketRoutes.ticket, { params: { id: row?.id ?? '' } })).reply;
  expect(story).toMatchObject({ stage: 'confirmed', tier: 'grid', outcome: 'solved', finding: 'solved', rated: true });
  expect(story.timeline.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['coordinate', 'reply', 'ask', 'answer', 'verify', 'confirm', 'rate']),
  );
  expect(story.requests.map(({ organisationName, state }) => [organisationName.slice(0, 4), state])).toEqual([
    ['安居物业', 'answered'],
    ['交警大队', 'answered'],
  ]);
  expect(story.timeline.some(({ words }) => words?.includes('仿照一篇报道'))).toBe(true);
  for (const account of ['police', 'property']) {
    const asked = (await (await as(account)).call(coordinationRoutes.list, { query: { state: 'ended' } })).reply.items;
    expect(asked.filter(({ number }) => number === story.number)).toHaveLength(1);
    expect(asked.every(({ words, answer }) => words !== null && answer !== null)).toBe(true);
    expect(JSON.stringify(asked)).not.toContain('扎西卓玛');
  }
});
