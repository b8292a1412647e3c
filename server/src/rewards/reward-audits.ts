/** What ties offers, limits, redemptions and statements to the ledger's holds: the invariants I5, I6, I7 and I11. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditResult } from '../platform/audit/audits';
import { one, rows } from '../platform/database/sql';
import { HOLD } from '../points/holds';
import { LedgerAudits } from '../points/ledger-audits';
import { hashOf, type DrawnLine } from './drawing-up';

/** Finds the first row that breaks the equation, with both of its sides. */
interface Equation {
  name: string;
  /** How many rows are looked at. */
  counts: string;
  /** Answers `id`, `says` of the first broken row. */
  finds: string;
}

const STATE = (state: string): string => `COALESCE(SUM(h.state = '${state}'), 0)`;

const EQUATIONS: readonly Equation[] = [
  {
    name: 'I5 stock of offers',
    counts: 'SELECT COUNT(*) AS n FROM offer',
    finds: `SELECT f.id, CONCAT('offer ', f.id, ': held ', f.held, ' and captured ', f.captured, ' of ', f.total,
        ', but ', ${STATE('reserved')}, ' are reserved and ', ${STATE('captured')}, ' captured') AS says
      FROM offer f LEFT JOIN redemption r ON r.offer_id = f.id LEFT JOIN ${HOLD} h ON h.id = r.id
      GROUP BY f.id, f.held, f.captured, f.total
      HAVING f.held <> ${STATE('reserved')} OR f.captured <> ${STATE('captured')} OR f.held + f.captured > f.total
      ORDER BY f.id LIMIT 1`,
  },
  {
    name: 'I6 limits per person',
    counts: 'SELECT COUNT(*) AS n FROM offer_quota',
    finds: `SELECT q.offer_id AS id, CONCAT('offer_quota of offer ', q.offer_id, ' and person ', q.person_id, ' in ', q.span,
        ': used ', q.used, ', but ', COUNT(h.id), ' are reserved or captured') AS says
      FROM offer_quota q JOIN offer f ON f.id = q.offer_id
        LEFT JOIN redemption r ON r.offer_id = q.offer_id AND r.person_id = q.person_id AND r.span = q.span
        LEFT JOIN ${HOLD} h ON h.id = r.id AND h.state IN ('reserved', 'captured')
      GROUP BY q.offer_id, q.person_id, q.span, q.used, f.per_person
      HAVING q.used <> COUNT(h.id) OR q.used > COALESCE(f.per_person, q.used) ORDER BY q.offer_id LIMIT 1`,
  },
  {
    name: 'I7 redemptions and their holds',
    counts: 'SELECT COUNT(*) AS n FROM redemption',
    finds: `SELECT r.id, CONCAT('redemption ', r.id, ': its hold is ', COALESCE(h.state, 'missing'), ' over ',
        COALESCE(h.points, 0), ' points, its capture ', IF(c.id IS NULL, 'missing', 'there'), ', its undo ',
        IF(u.id IS NULL, 'missing', 'there')) AS says
      FROM redemption r LEFT JOIN ${HOLD} h ON h.id = r.id
        LEFT JOIN redemption_capture c ON c.redemption_id = r.id LEFT JOIN redemption_undo u ON u.redemption_id = r.id
      WHERE h.id IS NULL OR h.points <> r.cost OR h.person_id <> r.person_id OR h.community_id <> r.community_id
        OR (h.state IN ('captured', 'uncaptured')) <> (c.id IS NOT NULL) OR (h.state = 'uncaptured') <> (u.id IS NOT NULL)
        OR h.captured_at >= h.expires_at OR c.points <> r.cost ORDER BY r.id LIMIT 1`,
  },
  {
    name: 'I11 what agreements are spent by',
    counts: 'SELECT COUNT(*) AS n FROM agreement',
    finds: `SELECT a.id, CONCAT('agreement ', a.id, ': used ', a.used_pt, ' points and ', a.used_fen, ' fen, but ',
        COALESCE(SUM(IF(u.id IS NULL, c.points, 0)), 0), ' and ', COALESCE(SUM(IF(u.id IS NULL, c.value_fen, 0)), 0),
        ' were given') AS says
      FROM agreement a LEFT JOIN redemption_capture c ON c.agreement_id = a.id
        LEFT JOIN redemption_undo u ON u.redemption_id = c.redemption_id
      GROUP BY a.id, a.used_pt, a.used_fen
      HAVING a.used_pt <> COALESCE(SUM(IF(u.id IS NULL, c.points, 0)), 0)
        OR a.used_fen <> COALESCE(SUM(IF(u.id IS NULL, c.value_fen, 0)), 0) ORDER BY a.id LIMIT 1`,
  },
  {
    name: 'I11 lines of statements',
    counts: 'SELECT COUNT(*) AS n FROM statement_line',
    finds: `SELECT l.redemption_id AS id, CONCAT('statement_line of ', l.kind, ' ', l.redemption_id, ': ', l.points,
        ' points, but the redemption ', IF(c.id IS NULL, 'was never given', CONCAT('gave ', c.points))) AS says
      FROM statement_line l JOIN statement s ON s.id = l.statement_id
        LEFT JOIN redemption_capture c ON c.redemption_id = l.redemption_id
        LEFT JOIN redemption_undo u ON u.redemption_id = l.redemption_id
      WHERE c.id IS NULL OR c.merchant_id <> s.merchant_id OR c.community_id <> s.community_id
        OR l.points <> IF(l.kind = 'undo', -c.points, c.points) OR l.value_fen <> IF(l.kind = 'undo', -c.value_fen, c.value_fen)
        OR (l.kind = 'undo' AND u.id IS NULL) ORDER BY l.redemption_id LIMIT 1`,
  },
];

interface HeadRow {
  id: string;
  number: string;
  merchant_id: string;
  community_id: string;
  month: string;
  quantity: number;
  points: number;
  value_fen: number;
  hash: string;
}

@Injectable()
export class RewardAudits implements OnModuleInit {
  constructor(private readonly audits: LedgerAudits) {}

  onModuleInit(): void {
    for (const { name, counts, finds } of EQUATIONS)
      this.audits.register({ name, run: (tx) => this.check(tx, counts, finds) });
    this.audits.register({ name: 'I11 proofs of statements', run: (tx) => this.prove(tx) });
  }

  private async check(tx: EntityManager, counts: string, finds: string): Promise<AuditResult> {
    const walked = Number((await one<{ n: number }>(tx, counts))?.n ?? 0);
    return { walked, broken: (await one<{ says: string }>(tx, finds))?.says ?? null };
  }

  /** Recomputes what both sides confirmed, and the totals from the lines. */
  private async prove(tx: EntityManager): Promise<AuditResult> {
    const heads = await rows<HeadRow>(tx, 'SELECT * FROM statement ORDER BY id');
    for (const head of heads) {
      const lines = await rows<DrawnLine>(
        tx,
        `SELECT kind, redemption_id, offer_id, points, value_fen, bill_fen, at FROM statement_line
         WHERE statement_id = ? ORDER BY position`,
        [head.id],
      );
      const points = lines.reduce((total, line) => total + Number(line.points), 0);
      const valueFen = lines.reduce((total, line) => total + Number(line.value_fen), 0);
      const { id, number, merchant_id: merchantId, community_id: communityId, month, quantity } = head;
      const says = `statement ${id}: ${head.points} points and ${head.value_fen} fen`;
      if (points !== Number(head.points) || valueFen !== Number(head.value_fen))
        return { walked: heads.length, broken: `${says}, but its lines come to ${points} and ${valueFen}` };
      const hash = hashOf({ id, number, merchantId, communityId, month, quantity, points, valueFen }, lines);
      if (hash !== head.hash) return { walked: heads.length, broken: `${says}: not what was confirmed` };
    }
    return { walked: heads.length, broken: null };
  }
}
