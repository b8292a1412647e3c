/** Typed hand-written SQL: rows, one row, or the number of rows changed. */
import type { EntityManager } from 'typeorm';
import { send } from './statement';

export type SqlValue = string | number | boolean | Date | Buffer | null | readonly (string | number)[];

/** All rows; `IN (?)` takes a non-empty array. */
export async function rows<T>(tx: EntityManager, sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
  return send<T[]>(tx, sql, params);
}

/** The first row, or null. */
export async function one<T>(tx: EntityManager, sql: string, params: readonly SqlValue[] = []): Promise<T | null> {
  return (await rows<T>(tx, sql, params))[0] ?? null;
}

/** A JSON column: MariaDB keeps it as text, MySQL answers it parsed. */
export const json = <T>(value: string | T): T => (typeof value === 'string' ? (JSON.parse(value) as T) : value);

/** Rows that the statement matched (an UPDATE that leaves a row as it was counts it too). */
export async function change(tx: EntityManager, sql: string, params: readonly SqlValue[] = []): Promise<number> {
  return (await send<{ affectedRows: number }>(tx, sql, params)).affectedRows;
}

/** Rows of one statement: a packet stays small, and so does what waits for its locks. */
const INSERTED_AT_ONCE = 500;

/** Adds many rows; `after` follows the values, as `ON DUPLICATE KEY …` would. */
export async function insertMany(
  tx: EntityManager,
  into: string,
  values: readonly (readonly SqlValue[])[],
  after = '',
): Promise<void> {
  for (let from = 0; from < values.length; from += INSERTED_AT_ONCE)
    await send(tx, `${into} VALUES ? ${after}`, [values.slice(from, from + INSERTED_AT_ONCE)]);
}
