/** The bulk seed goes round the API, and still leaves what the audit finds whole. */
import { seedMany } from '../../src/demo/seed-many';
import { Audits } from '../../src/platform/audit/audits';
import { startApp, type TestApp } from '../actors/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ demo: true });
  await seedMany(app.nest, 700);
}, 120_000);
afterAll(() => app.close());

it('writes exactly as many tickets as were asked for', async () => {
  const [{ n }] = await app.dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM ticket');
  expect(Number(n)).toBe(700);
});

it('leaves chains, rows, words and numbers that the audit finds whole', async () => {
  const results = await app.get(Audits).run();
  expect(results.filter((result) => result.broken !== null)).toEqual([]);
  const chain = results.find((result) => result.name === 'chain of ticket_event');
  expect(chain?.walked).toBeGreaterThan(2000);
});

it('numbers the next ticket after those it wrote', async () => {
  const behind = await app.dataSource.query<unknown[]>(
    `SELECT t.day FROM ticket t LEFT JOIN ticket_number n ON n.community_id = t.community_id AND n.day = t.day
     GROUP BY t.community_id, t.day HAVING COALESCE(MAX(n.last), 0) <> MAX(t.serial)`,
  );
  expect(behind).toEqual([]);
});

it('does nothing where a community is already', async () => {
  expect(await seedMany(app.nest, 1)).toBeNull();
});
