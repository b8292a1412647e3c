/** What units earned beside their members: sums of their sides of transfers, for domains that show them. */
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';

export interface UnitTotals {
  pointsPt: number;
  minutesMin: number;
}

/** What was given less what was taken back; each side is read from an index of its own. */
const SIDES = ['credit', 'debit'].map(
  (
    side,
  ) => `SELECT ${side}_id AS id, SUM(IF(ledger = 'UPT', amount, 0)) AS points, SUM(IF(ledger = 'UMIN', amount, 0)) AS minutes
    FROM point_transfer WHERE ${side}_id IN (?) AND ${side}_kind = 'unit' AND ledger IN ('UPT', 'UMIN')
      AND community_id = ? GROUP BY ${side}_id`,
);

/** Of the community's activities, by unit; zeros for one that earned nothing there. */
export async function unitTotals(
  tx: EntityManager,
  unitIds: readonly string[],
  communityId: string,
): Promise<Map<string, UnitTotals>> {
  const totals = new Map(unitIds.map((id) => [id, { pointsPt: 0, minutesMin: 0 }]));
  if (unitIds.length === 0) return totals;
  for (const [i, sql] of SIDES.entries()) {
    const sign = i === 0 ? 1 : -1;
    const found = await rows<{ id: string; points: string; minutes: string }>(tx, sql, [[...unitIds], communityId]);
    for (const { id, points, minutes } of found) {
      const of = totals.get(id);
      if (!of) continue;
      of.pointsPt += sign * Number(points);
      of.minutesMin += sign * Number(minutes);
    }
  }
  return totals;
}
