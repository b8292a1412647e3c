/** What is counted of units in a community: members, requests, and what they earned. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';
import { unitTotals } from '../points/unit-totals';
import type { UnitFigures as Figures } from './volunteering.views';

interface CountRow {
  unit_id: string;
  state: string;
  n: number;
  claimed: number;
}

@Injectable()
export class UnitFigures {
  /** By unit; of one without members there are zeros. */
  async of(tx: EntityManager, unitIds: readonly string[], communityId: string): Promise<Map<string, Figures>> {
    const figures = new Map<string, Figures>();
    if (unitIds.length === 0) return figures;
    const found = await rows<CountRow>(
      tx,
      `SELECT unit_id, state, COUNT(*) AS n, SUM(person_id IS NOT NULL) AS claimed FROM membership
       WHERE unit_id IN (?) AND state IN ('asked', 'live') AND community_id = ? GROUP BY unit_id, state`,
      [[...unitIds], communityId],
    );
    const earned = await unitTotals(tx, unitIds, communityId);
    for (const id of unitIds) {
      const of = (state: string): CountRow | undefined =>
        found.find((row) => row.unit_id === id && row.state === state);
      const live = of('live');
      figures.set(id, {
        totals: {
          ...{ members: live?.n ?? 0, claimed: Number(live?.claimed ?? 0) },
          ...(earned.get(id) ?? { pointsPt: 0, minutesMin: 0 }),
        },
        requests: of('asked')?.n ?? 0,
      });
    }
    return figures;
  }
}
