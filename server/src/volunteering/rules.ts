/** The rules of volunteering of a community, by version: written anew, never changed, so that what was earned can be told by them. */
import { Injectable } from '@nestjs/common';
import { SEEDED_RULE, type VolunteeringRule } from '@sevengrid/shared/volunteering/rules';
import type { EntityManager } from 'typeorm';
import { change, one, rows } from '../platform/database/sql';

const COLUMNS = `version, points, min_minutes AS minMinutes, min_percent AS minPercent, points_a_day AS pointsADay,
  notice_days AS noticeDays, unit_percent AS unitPercent`;
const RULE = `SELECT ${COLUMNS} FROM volunteering_rule`;

export interface WrittenRule extends VolunteeringRule {
  validFrom: Date;
  writtenBy: string;
}

@Injectable()
export class Rules {
  /** The newest; the seeded one where the community has written none. */
  async inForce(tx: EntityManager, communityId: string): Promise<VolunteeringRule> {
    const sql = `${RULE} WHERE community_id = ? ORDER BY version DESC LIMIT 1`;
    return (await one<VolunteeringRule>(tx, sql, [communityId])) ?? SEEDED_RULE;
  }

  /** As it was written; null for a version that the community never had. */
  async at(tx: EntityManager, communityId: string, version: number): Promise<VolunteeringRule | null> {
    if (version === SEEDED_RULE.version) return SEEDED_RULE;
    return one<VolunteeringRule>(tx, `${RULE} WHERE community_id = ? AND version = ?`, [communityId, version]);
  }

  /** The newest twenty that the community wrote. */
  versions(tx: EntityManager, communityId: string): Promise<WrittenRule[]> {
    return rows<WrittenRule>(
      tx,
      `SELECT ${COLUMNS}, valid_from AS validFrom, written_by AS writtenBy FROM volunteering_rule
       WHERE community_id = ? ORDER BY version DESC LIMIT 20`,
      [communityId],
    );
  }

  /** False where somebody has written this version already. */
  async write(
    tx: EntityManager,
    communityId: string,
    { version, points, minMinutes, minPercent, pointsADay, noticeDays, unitPercent }: VolunteeringRule,
    writtenBy: string,
  ): Promise<boolean> {
    const done = await change(
      tx,
      `INSERT IGNORE INTO volunteering_rule (community_id, version, points, min_minutes, min_percent, points_a_day,
         notice_days, unit_percent, valid_from, written_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NOW(3), ?)`,
      [communityId, version, points, minMinutes, minPercent, pointsADay, noticeDays, unitPercent, writtenBy],
    );
    return done === 1;
  }
}
