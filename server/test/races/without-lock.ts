/** Takes one lock out of the running server for as long as a test wants to see what it is good for. */
import { Connection } from 'mysql2';

/** Long enough that everybody has read before anybody writes; milliseconds. */
const THINKING = 30;

type Done = (...answer: unknown[]) => void;
interface Driver {
  query(this: unknown, sql: string, params: unknown, done: Done): unknown;
}

/** What every connection sends its statements by, those of the pool as well. */
const driver = Object.getPrototypeOf((Connection as unknown as { prototype: object }).prototype) as Driver;

const LOCK = / (FOR UPDATE|LOCK IN SHARE MODE)\s*$/;

/** The lock of the statements that begin like `reading`; they then read, and wait a little, without it. */
export async function withoutLock<T>(reading: RegExp, work: () => Promise<T>): Promise<T> {
  const real = Object.getOwnPropertyDescriptor(driver, 'query')?.value as Driver['query'];
  let removed = 0;
  driver.query = function unlocked(sql, params, done) {
    if (!reading.test(sql) || !LOCK.test(sql)) return real.call(this, sql, params, done);
    removed += 1;
    const later: Done = (...answer) => void setTimeout(() => done(...answer), THINKING);
    return real.call(this, sql.replace(LOCK, ''), params, later);
  };
  try {
    const done = await work();
    if (removed === 0) throw new Error('there was no such lock to remove');
    return done;
  } finally {
    driver.query = real;
  }
}
