/** kill -9 of server and of database amid 200 submissions with photos: none acknowledged is lost or doubled, and no file is nobody's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Guests } from '../../src/identity/guests';
import { Sessions } from '../../src/identity/sessions';
import { Audits } from '../../src/platform/audit/audits';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { testFolder } from '../actors/test-config';
import { Cast } from '../contract/cast';
import { noise } from '../media/pictures';
import { DatabaseProcess } from './database-process';
import { PhotoIntent } from './photo-intent';
import { ServerProcess } from './server-process';

const SUBMISSIONS = 200;
/** As many phones at once as a community has in a bad hour. */
const AT_ONCE = 40;

const database = new DatabaseProcess();
let app: TestApp;
let server: ServerProcess;
let intents: PhotoIntent[] = [];

beforeAll(async () => {
  if (!existsSync(join(__dirname, '../../dist/main.js')))
    throw new Error('server/dist is missing: npm run build first');
  await database.start();
  process.env.TEST_DATABASE_ADMIN_URL = database.adminUrl;
  const mediaDir = testFolder('media');
  app = await startApp({ env: { MEDIA_DIR: mediaDir } });
  server = new ServerProcess(app.config.databaseUrl, mediaDir);
  const cast = await new Cast(app).gather();
  intents = await app.get(UnitOfWork).run(async (tx) => {
    const made: PhotoIntent[] = [];
    for (let n = 0; n < SUBMISSIONS; n++) {
      const guest = await app.get(Guests).open(tx, { cardId: cast.home.cardId, scopeId: cast.place.gridId });
      const { token } = await app.get(Sessions).openForGuest(tx, guest);
      const body = {
        categoryId: cast.place.categoryId,
        words: `第 ${n} 件：墙裂了`,
        consent: 'self',
        channel: 'card_scan',
      };
      made.push(
        new PhotoIntent(() => server.url, { token, address: `192.0.2.${n}`, photo: await noise(160 + n, 120), body }),
      );
    }
    return made;
  });
}, 120_000);

afterAll(async () => {
  for (const intent of intents) intent.stopped = true;
  await server.kill();
  await app.close();
  await database.stop();
});

const acknowledged = (): number => intents.filter(({ told }) => told.size > 0).length;

/** All of them, so many at a time. */
async function submitAll(): Promise<void> {
  const waiting = [...intents];
  const phone = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.submit();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, phone));
}

const count = async (sql: string): Promise<number> =>
  Number((await app.dataSource.query<{ n: number | string }[]>(sql))[0]?.n);

it(`files ${SUBMISSIONS} appeals with their photos exactly once through kills of server and database`, async () => {
  await server.start();
  const work = submitAll();
  const kills: string[] = [];
  for (const [victim, after] of [
    ['server', 30],
    ['database', 70],
    ['server', 110],
    ['database', 150],
  ] as const) {
    while (acknowledged() < after) await Promise.race([pause(5), work]);
    const process = victim === 'server' ? server : database;
    await process.kill();
    kills.push(`${victim} at ${acknowledged()}, back after ${await process.start()} ms`);
  }
  await work;
  const attempts = intents.reduce((sum, of) => sum + of.attempts, 0);
  process.stdout.write(`kill -9: ${SUBMISSIONS} submissions with photos, ${attempts} requests; ${kills.join('; ')}\n`);
  expect(intents.filter(({ told }) => told.size !== 1)).toEqual([]);
  expect(new Set(intents.flatMap(({ told }) => [...told])).size).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(*) AS n FROM ticket')).toBe(SUBMISSIONS);
}, 240_000);

it('left each its one photo, no photo without a ticket, and no file without a photo', async () => {
  const attached =
    "SELECT COUNT(DISTINCT subject_id) AS n FROM media WHERE state = 'stored' AND subject_id IS NOT NULL";
  expect(await count(attached)).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(*) AS n FROM media')).toBe(SUBMISSIONS);
  for (const result of await app.get(Audits).run()) expect(result).toMatchObject({ broken: null });
});
