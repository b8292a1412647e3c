/** kill -9 of the server amid 200 submissions at once: none acknowledged is lost, none doubled, none half-done. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Guests } from '../../src/identity/guests';
import { Sessions } from '../../src/identity/sessions';
import { newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { ServerProcess } from './server-process';

const SUBMISSIONS = 200;
const KILLS = 2;

interface Intent {
  token: string;
  key: string;
  words: string;
  attempts: number;
  /** Ids of every acknowledgement that arrived. */
  told: Set<string>;
}

let app: TestApp;
let cast: Cast;
let server: ServerProcess;
let stopping = false;

beforeAll(async () => {
  if (!existsSync(join(__dirname, '../../dist/main.js')))
    throw new Error('server/dist is missing: npm run build first');
  app = await startApp();
  cast = await new Cast(app).gather();
  server = new ServerProcess(app.config.databaseUrl);
}, 60_000);
afterAll(async () => {
  stopping = true;
  await server.kill();
  await app.close();
});

/** Each from a guest of its own, as a community full of phones would be. */
async function intents(): Promise<Intent[]> {
  return app.get(UnitOfWork).run(async (tx) => {
    const made: Intent[] = [];
    for (let n = 0; n < SUBMISSIONS; n++) {
      const guest = await app.get(Guests).open(tx, { cardId: cast.home.cardId, scopeId: cast.place.gridId });
      const { token } = await app.get(Sessions).openForGuest(tx, guest);
      made.push({ token, key: newKey(), words: `第 ${n} 件：楼道灯不亮`, attempts: 0, told: new Set() });
    }
    return made;
  });
}

async function attempt(intent: Intent): Promise<boolean> {
  intent.attempts += 1;
  try {
    const answer = await fetch(`${server.url}/api/v1/tickets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${intent.token}`,
        'content-type': 'application/json',
        'idempotency-key': intent.key,
      },
      body: JSON.stringify({
        categoryId: cast.place.categoryId,
        words: intent.words,
        place: '三楼',
        consent: 'self',
        channel: 'card_scan',
        requester: { name: '测试', phone: '13900000000' },
      }),
    });
    if (answer.status !== 201) return false;
    intent.told.add(((await answer.json()) as OpenedTicketView).id);
    return true;
  } catch {
    return false;
  }
}

/** Tries again with the same key until it is acknowledged, and then once more, as a phone that lost the answer would. */
async function submit(intent: Intent): Promise<void> {
  while (!stopping && !(await attempt(intent))) await pause(100 + Math.random() * 200);
  await attempt(intent);
}

const count = async (sql: string): Promise<number> =>
  Number((await app.dataSource.query<{ n: number | string }[]>(sql))[0]?.n);

it(`files ${SUBMISSIONS} appeals exactly once each through ${KILLS} kills`, async () => {
  const all = await intents();
  await server.start();
  const work = Promise.all(all.map(submit));
  const acknowledged: number[] = [];
  const restarts: number[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = Math.floor((SUBMISSIONS * kill) / (KILLS + 2));
    while (all.filter(({ told }) => told.size > 0).length < enough) await pause(2);
    await server.kill();
    acknowledged.push(all.filter(({ told }) => told.size > 0).length);
    restarts.push(await server.start());
  }
  await work;
  const attempts = all.reduce((sum, of) => sum + of.attempts, 0);
  process.stdout.write(
    `kill -9: ${SUBMISSIONS} submissions, ${attempts} attempts; acknowledged at each kill ${acknowledged.join(', ')}; ` +
      `ready again after ${restarts.join(', ')} ms; tickets ${await count('SELECT COUNT(*) AS n FROM ticket')}\n`,
  );
  for (const at of acknowledged) expect(at).toBeLessThan(SUBMISSIONS);
  expect(all.filter(({ told }) => told.size !== 1)).toEqual([]);
  expect(new Set(all.flatMap(({ told }) => [...told])).size).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(*) AS n FROM ticket')).toBe(SUBMISSIONS);
}, 120_000);

it('left none of them half-done', async () => {
  const one = 'SELECT COUNT(*) AS n FROM ticket t WHERE';
  expect(await count(`${one} (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket_id = t.id) <> 1`)).toBe(0);
  expect(await count(`${one} (SELECT COUNT(*) FROM ticket_party p WHERE p.ticket_id = t.id) <> 1`)).toBe(0);
  expect(await count(`${one} (SELECT COUNT(*) FROM ticket_guest g WHERE g.ticket_id = t.id) <> 1`)).toBe(0);
  expect(await count(`${one} (SELECT COUNT(*) FROM texts x WHERE x.id IN (t.text_ref, t.place_ref)) <> 2`)).toBe(0);
  // Nothing of what was rolled back stayed behind either.
  expect(await count('SELECT COUNT(*) AS n FROM ticket_event')).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(*) AS n FROM ticket_party')).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(*) AS n FROM texts')).toBe(SUBMISSIONS * 2);
  expect(await count("SELECT COUNT(*) AS n FROM idempotency WHERE operation = 'tickets.open'")).toBe(SUBMISSIONS);
  expect(await count('SELECT COUNT(DISTINCT number) AS n FROM ticket')).toBe(SUBMISSIONS);
});
