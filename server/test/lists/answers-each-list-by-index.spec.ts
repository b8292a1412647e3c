/** Every list is answered by an index, whatever else its tables hold: asked over HTTP, its statements explained by the database. */
import type { Route } from '@sevengrid/shared/kernel/route';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import { replySchemas } from '../../src/platform/http/reply-schemas';
import { startApp, type Sent, type TestApp } from '../actors/start-app';
import { buildCity, type City } from './city';
import { explain, type Reading } from './explained';
import { LISTS, SMALL, type List } from './lists';

/** Fewer rows would be read whole by any optimiser in its senses. */
const ENOUGH = 200;

let app: TestApp;
let city: City;
/** Of each list the statements of its first page and its second. */
const pages = new Map<List, Sent[][]>();

interface Schema {
  $ref?: string;
  properties?: Readonly<Record<string, unknown>>;
}

function hasItems(name: string): boolean {
  const schema = replySchemas()[name] as Schema | undefined;
  const other = schema?.$ref && decodeURIComponent(schema.$ref.split('/').at(-1) ?? '');
  return other ? hasItems(other) : schema?.properties?.items !== undefined;
}

function routeOf({ route }: List): Route {
  const found = ALL_ROUTES.find(({ name }) => name === route);
  if (!found) throw new Error(`${route} is no route`);
  return found;
}

/** Its pages, at most two. @throws when the first of them is empty. */
async function ask(list: List): Promise<Sent[][]> {
  const caller = await city.cast.as(list.who);
  const asked: Sent[][] = [];
  let input = city.inputs.get(list) ?? {};
  for (let cursor: string | null | undefined; asked.length < 2 && cursor !== null;) {
    const sent = await app.sent(async () => {
      const { reply } = await caller.send(routeOf(list), input);
      const { items, nextCursor = null } = reply as { items: unknown[]; nextCursor?: string | null };
      if (items.length === 0) throw new Error(`${list.name}: nothing to show`);
      cursor = nextCursor;
      input = { ...input, query: { ...input.query, cursor: nextCursor ?? undefined } };
    });
    asked.push(sent.filter(({ sql }) => /^\s*\(?SELECT/i.test(sql)));
  }
  return asked;
}

const nameOf = ({ table, key }: Reading): string => (key === 'PRIMARY' ? `${table}.PRIMARY` : (key ?? ''));

/** What is wrong with how the database would answer the list now. */
async function problemsOf(list: List): Promise<string[]> {
  const problems = new Set<string>();
  for (const page of pages.get(list) ?? []) {
    const read: Reading[] = [];
    for (const statement of page)
      read.push(...(await explain(app, statement).catch((error: Error) => (problems.add(error.message), []))));
    for (const { table, type } of read)
      if (['ALL', 'index'].includes(type) && !(table in SMALL)) problems.add(`${list.name}: all of ${table} is read`);
    const used = new Set(read.map(nameOf));
    for (const key of list.keys) if (!used.has(key)) problems.add(`${list.name}: ${key} is not used`);
  }
  return [...problems];
}

beforeAll(async () => {
  app = await startApp();
  city = await buildCity(app, LISTS);
  for (const list of LISTS) pages.set(list, await ask(list));
}, 180_000);
afterAll(() => app.close());

it('has every list in its table, and no other', () => {
  const lists = ALL_ROUTES.filter(({ method, reply }) => method === 'GET' && hasItems(reply.name));
  expect(lists.length).toBeGreaterThan(30);
  expect([...new Set(LISTS.map(({ route }) => route))].sort()).toEqual(lists.map(({ name }) => name).sort());
});

it.each(LISTS.map((list) => [list.name, list] as const))('%s', async (_, list) => {
  expect(await problemsOf(list)).toEqual([]);
});

it('asks where the tables are long enough for an index to be worth it', async () => {
  const tables = new Set<string>();
  for (const sent of [...pages.values()].flat(2)) for (const { table } of await explain(app, sent)) tables.add(table);
  const short: string[] = [];
  for (const table of [...tables].filter((name) => !(name in SMALL))) {
    const [{ n }] = await app.dataSource.query<[{ n: string }]>(`SELECT COUNT(*) AS n FROM \`${table}\``);
    if (Number(n) < ENOUGH) short.push(`${table}: ${n}`);
  }
  expect(short).toEqual([]);
});

/** Runs `work` while the optimiser may not use the key, which is what it has after somebody drops it. */
async function without(key: string, work: () => Promise<void>): Promise<void> {
  const [found] = await app.dataSource.query<{ t: string }[]>(
    'SELECT table_name AS t FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = ?',
    [key],
  );
  const alter = (to: string) => app.dataSource.query(`ALTER TABLE \`${found?.t}\` ALTER INDEX \`${key}\` ${to}`);
  await alter('IGNORED');
  try {
    await work();
  } finally {
    await alter('NOT IGNORED');
  }
}

describe('notices that there is no more', () => {
  const keys = [...new Set(LISTS.flatMap((list) => list.keys))].filter((key) => !key.endsWith('.PRIMARY'));

  it.each(keys)('%s', async (key) => {
    await without(key, async () => {
      for (const list of LISTS.filter((of) => of.keys.includes(key)))
        expect(await problemsOf(list)).toContain(`${list.name}: ${key} is not used`);
    });
  });

  it('and that a table is read whole for it', async () => {
    const stations = LISTS.find(({ route }) => route === 'stationSetUp.list');
    await without('station_community', async () => {
      expect(stations && (await problemsOf(stations))).toContain('stationSetUp.list by admin: all of station is read');
    });
  });
});
