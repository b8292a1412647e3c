/** Sends one statement on the connection behind a transaction: straight to the driver, since TypeORM's own way costs as much again. */
import type { PoolConnection } from 'mysql2';
import type { EntityManager } from 'typeorm';

const BEHIND = new WeakMap<EntityManager, PoolConnection>();

/** From here on the statements of `tx` go over this connection. */
export const open = (tx: EntityManager, connection: PoolConnection): void => void BEHIND.set(tx, connection);

/** From here on there are none: a statement that somebody forgot to wait for must not land in another transaction. */
export const close = (tx: EntityManager): void => void BEHIND.delete(tx);

/** @throws the driver's own error, with the stack of whoever sent the statement. */
export async function send<T>(tx: EntityManager, sql: string, params: readonly unknown[] = []): Promise<T> {
  const connection = BEHIND.get(tx);
  if (!connection) return tx.query<T>(sql, [...params]);
  tx.dataSource.logger.logQuery(sql, params as unknown[], tx.queryRunner);
  try {
    return await new Promise<T>((resolve, reject) => {
      connection.query(sql, params as unknown[], (error, answer) => (error ? reject(error) : resolve(answer as T)));
    });
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, send);
    throw error;
  }
}
