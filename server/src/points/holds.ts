/** Holds as other domains read them: a redemption has no state of its own, it is what its hold is. */
import type { HoldState } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';

/**
 * To be joined by the redemption's id: `JOIN ${HOLD} h ON h.id = r.id`. It has `state` (a {@link HoldState}), `points`,
 * `person_id`, `made_at`, `expires_at`, `captured_at` and `ended_at`. Nothing but the ledger writes to it.
 */
export const HOLD = 'point_hold';

export interface HoldStanding {
  id: string;
  personId: string;
  points: number;
  /** `reserved` as well after its end, until it is swept. */
  state: HoldState;
  expiresAt: Date;
  capturedAt: Date | null;
  /** When it was released, ended or given back. */
  endedAt: Date | null;
}

/** By id; one that is not known is left out. */
export async function holdsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, HoldStanding>> {
  if (ids.length === 0) return new Map();
  const found = await rows<HoldStanding>(
    tx,
    `SELECT id, person_id AS personId, points, state, expires_at AS expiresAt, captured_at AS capturedAt,
       ended_at AS endedAt FROM ${HOLD} WHERE id IN (?)`,
    [ids],
  );
  return new Map(found.map((hold) => [hold.id, hold]));
}

/** Ids of what is reserved although its time is over, those longest over first. */
export async function dueHolds(tx: EntityManager, causeType: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `SELECT id FROM ${HOLD} WHERE state = 'reserved' AND expires_at <= NOW(3) AND cause_type = ?
     ORDER BY expires_at, id LIMIT ?`,
    [causeType, limit],
  );
  return found.map(({ id }) => id);
}
