/** The rules of volunteering of a community, by version: written anew, never changed, so that what was earned can be told by them. */
import { Injectable } from '@nestjs/common';
import { SEEDED_RULE, type VolunteeringRule } from '@sevengrid/shared/volunteering/rules';
import type { EntityManager } from 'typeorm';
import { one } from '../platform/database/sql';

const RULE = `SELECT version, points, min_minutes AS minMinutes, min_percent AS minPercent, points_a_day AS pointsADay,
    notice_days AS noticeDays, unit_percent AS unitPercent FROM volunteering_rule`;

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
}
