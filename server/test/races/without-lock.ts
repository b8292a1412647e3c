/** Takes one lock out of the running server for as long as a test wants to see what it is good for. */
import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from 'typeorm';

/** Long enough that everybody has read before anybody writes. */
const THINKING = 30;

/** The ` FOR UPDATE` of the statements that begin like `reading`; they then read, and wait a little, without it. */
export async function withoutLock<T>(reading: RegExp, work: () => Promise<T>): Promise<T> {
  const real = Object.getOwnPropertyDescriptor(EntityManager.prototype, 'query')?.value as EntityManager['query'];
  let removed = 0;
  const spy = jest.spyOn(EntityManager.prototype, 'query').mockImplementation(async function unlocked<R>(
    this: EntityManager,
    sql: string,
    params?: object,
  ): Promise<R> {
    if (!reading.test(sql) || !/ FOR UPDATE\s*$/.test(sql)) return real.call(this, sql, params) as Promise<R>;
    removed += 1;
    const found = (await real.call(this, sql.replace(/ FOR UPDATE\s*$/, ''), params)) as R;
    await pause(THINKING);
    return found;
  });
  try {
    const done = await work();
    if (removed === 0) throw new Error('there was no such lock to remove');
    return done;
  } finally {
    spy.mockRestore();
  }
}
