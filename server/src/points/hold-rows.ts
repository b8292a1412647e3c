/** All SQL of holds: what is reserved, out of which lots, until when, and what became of it. */
import type { LotPart } from '@sevengrid/shared/points/lots';
import type { HoldState } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change, insertMany, one, rows } from '../platform/database/sql';
import type { Posting } from './posting';

/** What of a hold never changes. */
export interface HoldFacts {
  id: string;
  accountId: string;
  communityId: string;
  points: number;
  causeType: string;
}

export const findHold = (tx: EntityManager, id: string): Promise<HoldFacts | null> =>
  one<HoldFacts>(
    tx,
    `SELECT id, account_id AS accountId, community_id AS communityId, points, cause_type AS causeType
     FROM point_hold WHERE id = ?`,
    [id],
  );

export async function stateOf(tx: EntityManager, holdId: string): Promise<HoldState> {
  const row = await one<{ state: HoldState }>(tx, 'SELECT state FROM point_hold WHERE id = ?', [holdId]);
  if (!row) throw new Error(`no hold ${holdId}`);
  return row.state;
}

export const partsOf = (tx: EntityManager, holdId: string): Promise<LotPart[]> =>
  rows<LotPart>(tx, 'SELECT lot_id AS lotId, quantity FROM point_hold_lot WHERE hold_id = ? ORDER BY lot_id', [holdId]);

/** The merchant to whom a captured hold's points went; empty for what was free. */
export async function merchantOf(tx: EntityManager, holdId: string): Promise<string> {
  const row = await one<{ id: string | null }>(
    tx,
    `SELECT t.credit_id AS id FROM point_hold_event e JOIN point_transfer t ON t.journal_id = e.journal_id
     WHERE e.hold_id = ? AND e.state = 'captured'`,
    [holdId],
  );
  return row?.id ?? '';
}

export async function insertHold(
  tx: EntityManager,
  hold: HoldFacts & { personId: string; madeAt: Date; expiresAt: Date },
  parts: readonly LotPart[],
): Promise<void> {
  await change(
    tx,
    `INSERT INTO point_hold (id, account_id, person_id, community_id, points, cause_type, state, made_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, 'reserved', ?, ?)`,
    [
      ...[hold.id, hold.accountId, hold.personId, hold.communityId, hold.points, hold.causeType],
      ...[hold.madeAt, hold.expiresAt],
    ],
  );
  if (parts.length === 0) return;
  await insertMany(
    tx,
    'INSERT INTO point_hold_lot (hold_id, lot_id, quantity)',
    parts.map(({ lotId, quantity }) => [hold.id, lotId, quantity]),
  );
}

/** How a hold leaves the state it is in: compared and set by one statement. */
const LEAVING: Readonly<Record<Exclude<HoldState, 'reserved'>, string>> = {
  captured: `SET state = 'captured', captured_at = :at WHERE id = :id AND state = 'reserved' AND expires_at > :at`,
  released: `SET state = 'released', ended_at = :at WHERE id = :id AND state = 'reserved'`,
  expired: `SET state = 'expired', ended_at = :at WHERE id = :id AND state = 'reserved' AND expires_at <= :at`,
  uncaptured: `SET state = 'uncaptured', ended_at = :at WHERE id = :id AND state = 'captured'`,
};

/** True when the hold was where it may come from, and is now in `state`. */
export async function leave(
  tx: EntityManager,
  holdId: string,
  state: Exclude<HoldState, 'reserved'>,
  at: Date,
): Promise<boolean> {
  const params: (string | Date)[] = [];
  const sql = LEAVING[state].replace(/:(at|id)/g, (_, name: string) => {
    params.push(name === 'at' ? at : holdId);
    return '?';
  });
  return (await change(tx, `UPDATE point_hold ${sql}`, params)) === 1;
}

export async function writeHoldEvents(tx: EntityManager, { holdEvents, act, at }: Posting): Promise<void> {
  if (holdEvents.length === 0) return;
  await insertMany(
    tx,
    `INSERT INTO point_hold_event (id, hold_id, account_id, state, points, posted_after, held_after, actor_id,
       journal_id, at)`,
    holdEvents.map((of) => [
      ...[newId(), of.holdId, of.account.id, of.state, of.points, of.postedAfter, of.heldAfter],
      ...[act.actorId, of.journalId, at],
    ]),
  );
}
