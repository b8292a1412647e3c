/** Who is a member where, and of which work unit, as others ask for it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { one, rows } from '../platform/database/sql';

export interface Membership {
  id: string;
  personId: string;
  communityId: string;
  unitId: string;
}

const LIVE = `SELECT id, person_id AS personId, community_id AS communityId, unit_id AS unitId FROM membership
  WHERE state = 'live'`;

@Injectable()
export class Memberships {
  /** The person's one live membership in the community, or null. */
  liveOf(tx: EntityManager, personId: string, communityId: string): Promise<Membership | null> {
    return one<Membership>(tx, `${LIVE} AND person_id = ? AND community_id = ?`, [personId, communityId]);
  }

  /** The same of many, by person; those who are no members are left out. */
  async liveOfAll(
    tx: EntityManager,
    personIds: readonly string[],
    communityId: string,
  ): Promise<Map<string, Membership>> {
    if (personIds.length === 0) return new Map();
    const sql = `${LIVE} AND person_id IN (?) AND community_id = ?`;
    const found = await rows<Membership>(tx, sql, [[...new Set(personIds)], communityId]);
    return new Map(found.map((membership) => [membership.personId, membership]));
  }
}
