/** Awards as the ledger has them, for the domain that caused them to hold its own rows against. Nothing here writes. */
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';

/** What one journal gave. */
export interface Awarded {
  journalId: string;
  causeId: string;
  /** Null: the system. */
  actorId: string | null;
  ruleVersion: number | null;
  personId: string | null;
  points: number;
  minutes: number;
  unitId: string | null;
  unitPoints: number;
  unitMinutes: number;
  /** The journal that took it back. */
  reversedBy: string | null;
}

/** A person's points are those credited and those netted against a debt. */
const AWARDED = `SELECT j.id AS journalId, j.cause_id AS causeId, j.actor_id AS actorId, j.rule_version AS ruleVersion,
    MAX(IF(t.credit_kind IN ('person', 'debt'), t.credit_id, NULL)) AS personId,
    CAST(COALESCE(SUM(IF(t.ledger = 'PT', t.amount, 0)), 0) AS SIGNED) AS points,
    CAST(COALESCE(SUM(IF(t.ledger = 'MIN', t.amount, 0)), 0) AS SIGNED) AS minutes,
    MAX(IF(t.credit_kind = 'unit', t.credit_id, NULL)) AS unitId,
    CAST(COALESCE(SUM(IF(t.ledger = 'UPT', t.amount, 0)), 0) AS SIGNED) AS unitPoints,
    CAST(COALESCE(SUM(IF(t.ledger = 'UMIN', t.amount, 0)), 0) AS SIGNED) AS unitMinutes,
    (SELECT r.id FROM point_journal r WHERE r.reverses_id = j.id) AS reversedBy
  FROM point_journal j LEFT JOIN point_transfer t ON t.journal_id = j.id
  WHERE j.kind = 'award' AND j.cause_type = ? AND j.cause_id > ?
  GROUP BY j.id, j.cause_id, j.actor_id, j.rule_version ORDER BY j.cause_id LIMIT ?`;

/** At most `limit` of them, in the order of their causes, after the cause `after`. */
export const awardedAfter = (tx: EntityManager, causeType: string, after: string, limit: number): Promise<Awarded[]> =>
  rows<Awarded>(tx, AWARDED, [causeType, after, limit]);
