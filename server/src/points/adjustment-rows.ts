/** All SQL of corrections that are asked for and decided. */
import type { AdjustmentState } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { change, one, rows } from '../platform/database/sql';
import { and } from '../platform/database/where';

export interface AdjustmentRow {
  id: string;
  communityId: string;
  personId: string;
  delta: number;
  reasonRef: string;
  state: AdjustmentState;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answerRef: string | null;
}

const COLUMNS = `id, community_id AS communityId, person_id AS personId, delta, reason_ref AS reasonRef, state,
  asked_by AS askedBy, asked_at AS askedAt, decided_by AS decidedBy, decided_at AS decidedAt, answer_ref AS answerRef`;

export interface Sought {
  communityId?: string;
  state?: AdjustmentState;
  /** Older than this one. */
  before?: string;
  ids?: readonly string[];
}

/** Newest first. */
export async function findAdjustments(
  tx: EntityManager,
  { communityId, state, before, ids }: Sought,
  limit: number,
): Promise<AdjustmentRow[]> {
  if (ids?.length === 0) return [];
  const { sql, params } = and(
    communityId === undefined ? null : { sql: 'community_id = ?', params: [communityId] },
    state === undefined ? null : { sql: 'state = ?', params: [state] },
    before === undefined ? null : { sql: 'id < ?', params: [before] },
    ids === undefined ? null : { sql: 'id IN (?)', params: [ids] },
  );
  return rows(tx, `SELECT ${COLUMNS} FROM point_adjustment WHERE ${sql} ORDER BY id DESC LIMIT ?`, [...params, limit]);
}

export const lockAdjustment = (tx: EntityManager, id: string): Promise<AdjustmentRow | null> =>
  one(tx, `SELECT ${COLUMNS} FROM point_adjustment WHERE id = ? FOR UPDATE`, [id]);

export async function insertAdjustment(
  tx: EntityManager,
  row: Pick<AdjustmentRow, 'id' | 'communityId' | 'personId' | 'delta' | 'reasonRef' | 'askedBy'> & {
    reasonDigest: string;
  },
): Promise<void> {
  await change(
    tx,
    `INSERT INTO point_adjustment (id, community_id, person_id, delta, reason_ref, reason_digest, state, asked_by, asked_at)
     VALUES (?, ?, ?, ?, ?, ?, 'asked', ?, NOW(3))`,
    [row.id, row.communityId, row.personId, row.delta, row.reasonRef, row.reasonDigest, row.askedBy],
  );
}

export async function decideAdjustment(
  tx: EntityManager,
  { id, state, decidedBy, answerRef }: Pick<AdjustmentRow, 'id' | 'state' | 'decidedBy' | 'answerRef'>,
): Promise<void> {
  await change(
    tx,
    `UPDATE point_adjustment SET state = ?, decided_by = ?, decided_at = NOW(3), answer_ref = ?
     WHERE id = ? AND state = 'asked'`,
    [state, decidedBy, answerRef, id],
  );
}
