/** kill -9 of the server while it reads, applies and takes back an import: it goes on where it broke off, and nothing is there twice. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportState, ImportView } from '@sevengrid/shared/grids/imports.views';
import { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { filled, Register } from '../grids/at-the-register';
import { ServerProcess } from './server-process';

const HOUSEHOLDS = 1500;

let app: TestApp;
let here: Register;
let server: ServerProcess;
let admin: Caller;

beforeAll(async () => {
  if (!existsSync(join(__dirname, '../../dist/main.js')))
    throw new Error('server/dist is missing: npm run build first');
  app = await startApp();
  here = await Register.open(app);
  server = new ServerProcess(app.config.databaseUrl);
}, 60_000);
afterAll(async () => {
  await server.kill();
  await app.close();
});

const doorOf = (n: number): [string, string] => [`${Math.floor(n / 50) + 1}栋`, `${100 + (n % 50)}`];

const workbook = (): Promise<Buffer> => {
  const all = Array.from({ length: HOUSEHOLDS }, (_, n) => n);
  return filled({
    buildings: all.filter((n) => n % 50 === 0).map((n) => ['测试1', doorOf(n)[0]]),
    households: all.map((n) => [...doorOf(n), '']),
    residents: all.flatMap((n) =>
      [0, 1].map((i) => [...doorOf(n), `居民${n}之${i}`, `154${String(n * 2 + i).padStart(8, '0')}`]),
    ),
  });
};

async function start(): Promise<void> {
  // Whoever was killed holds its lease for half a minute more; that is waited for elsewhere.
  await here.sql("UPDATE lease SET until = '1970-01-02', due_at = '1970-01-02'");
  await server.start();
  admin = new Caller(server.url, await here.cast.token('admin'));
}

const look = async (id: string): Promise<ImportView> => (await admin.call(importRoutes.one, { params: { id } })).reply;

/** Kills the server once the import has done `part` of `state`, and starts it again; answers how far it was. */
async function killAmid(id: string, state: ImportState, part: number): Promise<number> {
  for (;;) {
    const view = await look(id);
    if (view.state !== state) return Promise.reject(new Error(`the import is ${view.state} already`));
    if (view.total > 0 && view.done >= view.total * part) break;
    await pause(5);
  }
  await server.kill();
  const [row] = await here.sql<{ done: number }>('SELECT done FROM register_import WHERE id = ?', [id]);
  await start();
  return row?.done ?? 0;
}

async function until(id: string, state: ImportState): Promise<ImportView> {
  for (;;) {
    const view = await look(id);
    if (view.state === state) return view;
    await pause(50);
  }
}

const count = async (table: string): Promise<number> =>
  Number((await here.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

it('goes on after every kill, and leaves nothing out and nothing double', async () => {
  const before = await here.checksums();
  const [homes, people] = [await count('household'), await count('resident')];
  await start();
  const bytes = new Uint8Array(await workbook());
  const { id } = (await admin.callWithBytes(importRoutes.upload, { query: { name: '住户.xlsx' } }, bytes)).reply;
  const seen = [await killAmid(id, 'reading', 0.2)];
  const ready = await until(id, 'ready');
  expect(ready).toMatchObject({ total: 30 + HOUSEHOLDS * 3, done: 30 + HOUSEHOLDS * 3 });
  expect(await count('register_import_row')).toBe(ready.total);
  void (await admin.call(importRoutes.apply, { params: { id }, body: { skipWrong: false } })).reply;
  seen.push(await killAmid(id, 'applying', 0.1), await killAmid(id, 'applying', 0.5));
  expect(await until(id, 'applied')).toMatchObject({ done: ready.total, skipped: 0 });
  expect(await count('household')).toBe(homes + HOUSEHOLDS);
  expect(await count('resident')).toBe(people + HOUSEHOLDS * 2);
  const doubles = `SELECT COUNT(*) AS n FROM (SELECT household_id, phone_idx FROM resident WHERE phone_idx IS NOT NULL
    GROUP BY household_id, phone_idx HAVING COUNT(*) > 1) d`;
  expect(await here.sql(doubles)).toEqual([{ n: 0 }]);
  void (await admin.call(importRoutes.undo, { params: { id } })).reply;
  seen.push(await killAmid(id, 'undoing', 0.3));
  expect(await until(id, 'undone')).toMatchObject({ done: ready.total, kept: 0 });
  expect(await here.checksums()).toEqual(before);
  process.stdout.write(`kill -9: an import of ${ready.total} rows, killed when ${seen.join(', ')} were done\n`);
}, 180_000);
