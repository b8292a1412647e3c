/** The table of Idempotency-Keys: what each actor already did, and what came of it. */
import type { EntityManager } from 'typeorm';
import { fail } from '../http/fail';
import { change, json, one } from './sql';

/** What `once` keeps: ids and plain facts from which the reply is rendered again; never words of people. */
export type JsonIds = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** The row whose lock makes the requests of one actor follow one another. */
export interface ActorRow {
  id: string;
  lock: { table: 'person' | 'guest'; id: string };
}

export interface OnceFor {
  actor: ActorRow;
  /** The Idempotency-Key: 8 to 64 printable ASCII characters. */
  key: string;
  /** Name of the route. */
  operation: string;
  /** {@link inputFingerprint} of the input. */
  fingerprint: string;
}

interface KeptRow {
  operation: string;
  fingerprint: string;
  result: string | object;
}

/** First in the order of locks. */
export async function lockActor(tx: EntityManager, { lock }: ActorRow): Promise<void> {
  const table = lock.table === 'person' ? 'person' : 'guest';
  const found = await one(tx, `SELECT id FROM ${table} WHERE id = ? FOR UPDATE`, [lock.id]);
  if (!found) fail('SESSION_EXPIRED');
}

export async function lookUpKey<T>(
  tx: EntityManager,
  { actor, key, operation, fingerprint }: OnceFor,
): Promise<T | null> {
  const kept = await one<KeptRow>(
    tx,
    'SELECT operation, fingerprint, result FROM idempotency WHERE actor_id = ? AND idempotency_key = ?',
    [actor.id, key],
  );
  if (!kept) return null;
  if (kept.operation !== operation || kept.fingerprint !== fingerprint) fail('KEY_REUSED');
  return json(kept.result) as T;
}

export async function keepKey(
  tx: EntityManager,
  { actor, key, operation, fingerprint }: OnceFor,
  ids: JsonIds,
): Promise<void> {
  await change(
    tx,
    `INSERT INTO idempotency (actor_id, idempotency_key, operation, fingerprint, result, at)
     VALUES (?, ?, ?, ?, ?, NOW(3))`,
    [actor.id, key, operation, fingerprint, JSON.stringify(ids)],
  );
}
