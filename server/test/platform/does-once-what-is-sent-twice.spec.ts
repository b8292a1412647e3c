/** UnitOfWork: one effect for one key, the whole closure again after a conflict, nothing kept of what failed. */
import type { PoolConnection } from 'mysql2';
import { newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Clock } from '../../src/platform/clock/clock';
import { afterCommit } from '../../src/platform/database/after-commit';
import { change, one, rows } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { DUMMY_TABLE, DummyModule, dummyRoutes, tokenOf } from './dummy';

const { make } = dummyRoutes;
const [first, second] = [tokenOf('P1'), tokenOf('P2')];

let app: TestApp;
let work: UnitOfWork;
beforeAll(async () => {
  app = await startApp({ modules: [DummyModule] });
  work = app.get(UnitOfWork);
  await app.dataSource.query(DUMMY_TABLE);
  await app.dataSource.query('CREATE TABLE counter (id INT PRIMARY KEY, n INT NOT NULL)');
  await app.dataSource.query('INSERT INTO counter VALUES (1, 0), (2, 0)');
  await app.dataSource.query('INSERT INTO person (id, created_at) VALUES (?, NOW(3)), (?, NOW(3))', [first, second]);
});
afterAll(() => app.close());

async function made(word: string): Promise<number> {
  const row = await one<{ n: number }>(app.dataSource.manager, 'SELECT COUNT(*) AS n FROM dummy WHERE word = ?', [
    word,
  ]);
  return Number(row?.n);
}

/** The same connection, but that the answer to a COMMIT gets lost when `loses` says so. */
function losing(connection: PoolConnection, loses: () => boolean): PoolConnection {
  type Done = (error: Error | null, answer?: unknown) => void;
  const gone = Object.assign(new Error('lost'), { code: 'PROTOCOL_CONNECTION_LOST' });
  const query = (sql: string, params: unknown[], done: Done): unknown =>
    connection.query(sql, params, (error, answer) => (sql === 'COMMIT' && loses() ? done(gone) : done(error, answer)));
  return new Proxy(connection, {
    get: (of, name) => (name === 'query' ? query : (Reflect.get(of, name, of) as unknown)),
  });
}

describe('a key', () => {
  it('gives one effect for twenty repeats at once', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => app.as(first).call(make, { body: { word: 'twenty' } }, { key })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(await made('twenty')).toBe(1);
  });

  it('is refused with other input, and is another one for another actor', async () => {
    const key = newKey();
    await app.as(first).call(make, { body: { word: 'mine' } }, { key });
    expect((await app.as(first).call(make, { body: { word: 'other' } }, { key })).code).toBe('KEY_REUSED');
    expect((await app.as(second).call(make, { body: { word: 'other' } }, { key })).status).toBe(201);
    expect(await made('other')).toBe(1);
  });

  it('is not spent by work that failed', async () => {
    const actor = { id: first, lock: { table: 'person' as const, id: first } };
    const request = { actor, key: newKey(), operation: 'test', fingerprint: 'f'.repeat(64) };
    const broken = work.once(request, async (tx) => {
      await change(tx, "INSERT INTO dummy (id, word) VALUES ('x', 'half')");
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await made('half')).toBe(0);
    expect(await work.once(request, () => Promise.resolve({ id: 'y' }))).toEqual({ id: 'y' });
    expect(await work.once(request, () => Promise.resolve({ id: 'z' }))).toEqual({ id: 'y' });
  });

  it('answers for a COMMIT whose answer was lost', async () => {
    const actor = { id: first, lock: { table: 'person' as const, id: first } };
    const request = { actor, key: newKey(), operation: 'test', fingerprint: 'a'.repeat(64) };
    const makeRunner = app.dataSource.createQueryRunner.bind(app.dataSource);
    let lost = 0;
    jest.spyOn(app.dataSource, 'createQueryRunner').mockImplementation((...args) => {
      const runner = makeRunner(...args);
      const connect = runner.connect.bind(runner);
      runner.connect = async () => losing((await connect()) as PoolConnection, () => lost++ === 0);
      return runner;
    });
    let ran = 0;
    const ids = await work.once(request, async (tx) => {
      await change(tx, 'INSERT INTO dummy (id, word) VALUES (?, ?)', [`r${++ran}`, 'lost-commit']);
      return { ran };
    });
    jest.restoreAllMocks();
    expect(ids).toEqual({ ran: 1 });
    expect([lost, ran, await made('lost-commit')]).toEqual([2, 1, 1]);
  });
});

describe('a transaction', () => {
  it('runs again as a whole after a deadlock', async () => {
    let tries = 0;
    const cross = (a: number, b: number) =>
      work.run(async (tx) => {
        tries++;
        await change(tx, 'UPDATE counter SET n = n + 1 WHERE id = ?', [a]);
        await new Promise((go) => setTimeout(go, 50));
        await change(tx, 'UPDATE counter SET n = n + 1 WHERE id = ?', [b]);
      });
    await Promise.all([cross(1, 2), cross(2, 1), cross(1, 2), cross(2, 1)]);
    expect(await rows(app.dataSource.manager, 'SELECT n FROM counter')).toEqual([{ n: 4 }, { n: 4 }]);
    expect(tries).toBeGreaterThan(4);
  });

  it('survives the loss of its connection', async () => {
    let tries = 0;
    await work.run(async (tx) => {
      await change(tx, 'UPDATE counter SET n = 100 WHERE id = 1');
      if (tries++ > 0) return;
      const own = await one<{ id: number }>(tx, 'SELECT CONNECTION_ID() AS id');
      await app.dataSource.query(`KILL ${own?.id}`);
      await one(tx, 'SELECT 1');
    });
    expect(tries).toBe(2);
    expect(await one(app.dataSource.manager, 'SELECT n FROM counter WHERE id = 1')).toEqual({ n: 100 });
  });

  it('does what follows it only once it is committed', async () => {
    const done: string[] = [];
    await work.run((tx) => Promise.resolve(afterCommit(tx, () => void done.push('committed'))));
    await work
      .run((tx) =>
        Promise.resolve(afterCommit(tx, () => void done.push('undone'))).then(() => Promise.reject(new Error('no'))),
      )
      .catch(() => undefined);
    expect(done).toEqual(['committed']);
  });

  it('is in UTC and READ COMMITTED, and in the time that a test has moved to', async () => {
    const facts = 'SELECT @@session.time_zone AS zone, @@session.tx_isolation AS isolation';
    expect(await work.run((tx) => one(tx, facts))).toEqual({ zone: '+00:00', isolation: 'READ-COMMITTED' });
    const hour = 3_600_000;
    app.moveTime(hour);
    const moved = await work.run((tx) => app.get(Clock).now(tx));
    app.moveTime(-hour);
    const back = await work.run((tx) => app.get(Clock).now(tx));
    expect(Math.abs(moved.getTime() - Date.now() - hour)).toBeLessThan(5000);
    expect(Math.abs(back.getTime() - Date.now())).toBeLessThan(5000);
  });
});
