/** Things to do once a transaction is committed, such as waking the outbox; they are lost when the process dies. */
import type { EntityManager } from 'typeorm';

const WAITING = new WeakMap<EntityManager, (() => void)[]>();

/** Runs `act` when `tx` has committed, and never when it rolls back. */
export function afterCommit(tx: EntityManager, act: () => void): void {
  const waiting = WAITING.get(tx);
  if (waiting) waiting.push(act);
  else WAITING.set(tx, [act]);
}

export function committed(tx: EntityManager): void {
  for (const act of WAITING.get(tx) ?? []) act();
  WAITING.delete(tx);
}
