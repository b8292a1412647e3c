/** The scheduler and the outbox on two instances at once: each job on one of them, each event with one effect. */
import { startApp, type TestApp } from '../actors/start-app';
import { newId } from '../../src/platform/database/new-id';
import { change, one } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Leases } from '../../src/platform/jobs/leases';
import { Outbox } from '../../src/platform/jobs/outbox';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { DUMMY_TABLE, DummyModule } from './dummy';

let one1: TestApp;
let two2: TestApp;
const ran: string[] = [];
const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

beforeAll(async () => {
  one1 = await startApp({ modules: [DummyModule] });
  two2 = await startApp({ modules: [DummyModule], beside: one1 });
  await one1.dataSource.query(DUMMY_TABLE);
  for (const app of [one1, two2]) {
    app.get(Outbox).on('dummy.made', 'write-it-down', async (tx, { word }) => {
      await change(tx, 'INSERT INTO dummy (id, word) VALUES (?, ?)', [newId(), word]);
      if (word === 'bad') throw new Error('bad news');
    });
  }
});
afterAll(async () => {
  await two2.close();
  await one1.close();
});

const written = async (word: string): Promise<number> => {
  const row = await one<{ n: number }>(one1.dataSource.manager, 'SELECT COUNT(*) AS n FROM dummy WHERE word = ?', [
    word,
  ]);
  return Number(row?.n);
};
const publish = (word: string): Promise<void> =>
  one1.get(UnitOfWork).run((tx) => one1.get(Outbox).publish(tx, 'dummy.made', { word }));

describe('a job', () => {
  it('runs on one instance, and again only when it is due', async () => {
    for (const [app, name] of [
      [one1, 'one'],
      [two2, 'two'],
    ] as const) {
      app.get(Scheduler).register({
        name: 'slow',
        everyMs: 60_000,
        run: async () => {
          ran.push(name);
          await pause(200);
        },
      });
    }
    await Promise.all([one1.get(Scheduler).tick(), two2.get(Scheduler).tick()]);
    await Promise.all([one1.get(Scheduler).tick(), two2.get(Scheduler).tick()]);
    expect(ran).toHaveLength(1);
    one1.moveTime(61_000);
    await one1.get(Scheduler).tick();
    one1.moveTime(-61_000);
    expect(ran).toHaveLength(2);
  });

  it('goes on elsewhere when its holder hangs, and what the holder then writes is refused', async () => {
    const [mine, others] = [one1.get(Leases), two2.get(Leases)];
    await mine.prepare('hangs');
    const fence = await mine.take('hangs');
    expect(await others.take('hangs')).toBeNull();
    await one1.dataSource.query("UPDATE lease SET until = '2000-01-01' WHERE name = 'hangs'");
    const taken = await others.take('hangs', true);
    expect(taken?.number).toBe((fence?.number ?? 0) + 1);
    await expect(one1.get(UnitOfWork).run((tx) => fence?.hold(tx) ?? Promise.resolve())).rejects.toThrow('hangs');
  });
});

describe('an event', () => {
  it('has one effect though both instances drain', async () => {
    for (let i = 0; i < 60; i++) await publish('news');
    await Promise.all([one1.get(Outbox).settle(), two2.get(Outbox).settle()]);
    await one1.get(Outbox).settle();
    expect(await written('news')).toBe(60);
  });

  it('is not told of work that was undone', async () => {
    const undone = one1.get(UnitOfWork).run(async (tx) => {
      await one1.get(Outbox).publish(tx, 'dummy.made', { word: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await one1.get(Outbox).settle();
    expect(await written('undone')).toBe(0);
  });

  it('that fails leaves nothing, waits, and stands in nobody’s way', async () => {
    await publish('bad');
    await publish('good');
    await one1.get(Outbox).settle();
    expect([await written('bad'), await written('good')]).toEqual([0, 1]);
    const row = await one<{ tries: number; error: string }>(
      one1.dataSource.manager,
      'SELECT tries, error FROM outbox WHERE done_at IS NULL',
    );
    expect(row).toEqual({ tries: 1, error: 'Error' });
    expect(one1.log.join('')).toContain('event failed');
  });

  it('is heard at once when the scheduler runs', async () => {
    one1.get(Scheduler).start();
    await publish('quick');
    for (let i = 0; i < 40 && (await written('quick')) === 0; i++) await pause(50);
    expect(await written('quick')).toBe(1);
  });
});
