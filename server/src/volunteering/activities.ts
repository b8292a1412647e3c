/** Rows of activities: found, locked, and who leads them. */
import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { ActivityStage } from '@sevengrid/shared/volunteering/activity-flow';
import type { EntityManager } from 'typeorm';
import { change, insertMany, json, one, rows } from '../platform/database/sql';

/** Instants in milliseconds UTC. */
export interface Activity {
  id: string;
  communityId: string;
  kindId: string;
  title: Bilingual;
  place: Bilingual;
  about: Bilingual | null;
  spot: { lng: number; lat: number; radius: number } | null;
  startsAt: number;
  endsAt: number;
  signUpUntil: number;
  capacity: number;
  signed: number;
  waiting: number;
  stage: ActivityStage;
  /** Of the list that was put up; null before. */
  ruleVersion: number | null;
  noticeUntil: number | null;
  version: number;
}

export interface ActivityRow {
  id: string;
  community_id: string;
  kind_id: string;
  title: string | Bilingual;
  place: string | Bilingual;
  about: string | Bilingual | null;
  lng: string | number | null;
  lat: string | number | null;
  radius: number | null;
  starts_at: Date;
  ends_at: Date;
  sign_up_until: Date;
  capacity: number;
  signed: number;
  waiting: number;
  stage: ActivityStage;
  rule_version: number | null;
  notice_until: Date | null;
  version: number;
}

/** Of `activity a`. */
export const ACTIVITY_COLUMNS = `a.id, a.community_id, a.kind_id, a.title, a.place, a.about, a.lng, a.lat, a.radius,
  a.starts_at, a.ends_at, a.sign_up_until, a.capacity, a.signed, a.stage, a.rule_version, a.notice_until, a.version,
  (SELECT COUNT(*) FROM activity_sign_up w WHERE w.activity_id = a.id AND w.state = 'waiting') AS waiting`;

const spotOf = ({ lng, lat, radius }: ActivityRow): Activity['spot'] =>
  lng === null || lat === null || radius === null ? null : { lng: Number(lng), lat: Number(lat), radius };

export const activityOf = (row: ActivityRow): Activity => ({
  ...{ id: row.id, communityId: row.community_id, kindId: row.kind_id },
  ...{ title: json(row.title), place: json(row.place), about: row.about === null ? null : json(row.about) },
  ...{ spot: spotOf(row), startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() },
  ...{ signUpUntil: row.sign_up_until.getTime(), capacity: row.capacity, signed: row.signed },
  ...{ waiting: Number(row.waiting), stage: row.stage, ruleVersion: row.rule_version },
  ...{ noticeUntil: row.notice_until?.getTime() ?? null, version: row.version },
});

@Injectable()
export class Activities {
  async find(tx: EntityManager, id: string): Promise<Activity | null> {
    const row = await one<ActivityRow>(tx, `SELECT ${ACTIVITY_COLUMNS} FROM activity a WHERE a.id = ?`, [id]);
    return row && activityOf(row);
  }

  async findAll(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Activity>> {
    if (ids.length === 0) return new Map();
    const sql = `SELECT ${ACTIVITY_COLUMNS} FROM activity a WHERE a.id IN (?)`;
    return new Map((await rows<ActivityRow>(tx, sql, [[...new Set(ids)]])).map((row) => [row.id, activityOf(row)]));
  }

  /** Whoever changes anything about it waits here. */
  async lock(tx: EntityManager, id: string): Promise<Activity | null> {
    const held = await one(tx, 'SELECT id FROM activity WHERE id = ? FOR UPDATE', [id]);
    return held === null ? null : this.find(tx, id);
  }

  async organisersOf(tx: EntityManager, id: string): Promise<string[]> {
    const sql = 'SELECT person_id FROM activity_organiser WHERE activity_id = ? ORDER BY person_id';
    return (await rows<{ person_id: string }>(tx, sql, [id])).map((row) => row.person_id);
  }

  async nameOrganisers(tx: EntityManager, id: string, personIds: readonly string[]): Promise<void> {
    await change(tx, 'DELETE FROM activity_organiser WHERE activity_id = ?', [id]);
    await insertMany(
      tx,
      'INSERT INTO activity_organiser (activity_id, person_id)',
      personIds.map((personId) => [id, personId]),
    );
  }
}
