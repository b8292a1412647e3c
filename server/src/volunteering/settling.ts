/** Gives what an activity earned: one journal for each attendance that counts, the member's part and the unit's together. */
import { Injectable } from '@nestjs/common';
import { unitPointsOf, servedEnough, type VolunteeringRule } from '@sevengrid/shared/volunteering/rules';
import { earned, minutesOf } from '@sevengrid/shared/volunteering/served-time';
import type { EntityManager } from 'typeorm';
import { Ledger, MOST_AWARDS, type Award } from '../points/ledger';
import { one, rows } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import { Activities } from './activities';
import { ActivityEngine, type Taken } from './activity-engine';
import { Attendances, standingOfAttendance, type Attendance } from './attendances';
import { Coming } from './coming';
import { Rules } from './rules';

/** What one attendance earned. */
export interface Earnings {
  id: string;
  personId: string;
  unitId: string | null;
  minutes: number;
  points: number;
  capped: number;
  unitPoints: number;
}

@Injectable()
export class Settling {
  constructor(
    private readonly ledger: Ledger,
    private readonly activities: Activities,
    private readonly engine: ActivityEngine,
    private readonly attendances: Attendances,
    private readonly coming: Coming,
    private readonly rules: Rules,
  ) {}

  /**
   * `actorId` null is time. Answers how many were given something.
   * @throws ACTIVITY_WRONG_STAGE, NOTICE_RUNS, OBJECTIONS_OPEN, POINTS_OF_ONESELF
   */
  async settle(tx: EntityManager, activity: Taken, actorId: string | null): Promise<number> {
    this.engine.demandStage('settle', activity);
    const until = activity.noticeUntil ?? Infinity;
    if (activity.now < until) fail('NOTICE_RUNS', { facts: { until } });
    if (await this.hasOpenObjection(tx, activity.id)) fail('OBJECTIONS_OPEN');
    const rule =
      (await this.rules.at(tx, activity.communityId, activity.ruleVersion ?? 0)) ??
      (await this.rules.inForce(tx, activity.communityId));
    const earnings = await this.earningsOf(tx, activity, rule);
    const act = { actorId, communityId: activity.communityId };
    for (let from = 0; from < earnings.length; from += MOST_AWARDS) {
      const part = earnings.slice(from, from + MOST_AWARDS);
      const awards = part.map((one) => awardOf(one, rule.version));
      await this.attendances.writeEarnings(tx, part, await this.ledger.awardAll(tx, act, awards, 'attendance'));
    }
    await this.engine.move(tx, activity, 'settle', actorId);
    return earnings.length;
  }

  /** Null where it is not time yet, or somebody's objection waits for an answer. */
  async settleIfDue(tx: EntityManager, activity: Taken): Promise<void> {
    if (activity.stage !== 'public_notice' || activity.now < (activity.noticeUntil ?? Infinity)) return;
    if (await this.hasOpenObjection(tx, activity.id)) await this.engine.sleep(tx, activity.id);
    else await this.settle(tx, activity, null);
  }

  async hasOpenObjection(tx: EntityManager, activityId: string): Promise<boolean> {
    const sql = 'SELECT id FROM attendance_objection WHERE activity_id = ? AND answered_at IS NULL LIMIT 1';
    return (await one(tx, sql, [activityId])) !== null;
  }

  private async earningsOf(tx: EntityManager, activity: Taken, rule: VolunteeringRule): Promise<Earnings[]> {
    const organiserIds = await this.activities.organisersOf(tx, activity.id);
    const counting = (await this.attendances.of(tx, activity.id)).filter(
      (one) => standingOfAttendance(one, organiserIds) === 'counts' && minutesOf(one.span) > 0,
    );
    const personIds = counting.map(({ personId }) => personId).sort();
    // What others give them for the same day waits until this is given.
    await this.ledger.lockAccounts(tx, personIds);
    const already = await this.pointsOfDay(tx, personIds, this.coming.dayOf(activity));
    const planned = minutesOf({ from: activity.startsAt, to: activity.endsAt });
    return counting.map((one) => earningsOf(one, planned, already.get(one.personId) ?? 0, rule));
  }

  private async pointsOfDay(
    tx: EntityManager,
    personIds: readonly string[],
    day: string,
  ): Promise<Map<string, number>> {
    if (personIds.length === 0) return new Map();
    const found = await rows<{ person_id: string; points: string }>(
      tx,
      `SELECT person_id, SUM(points) AS points FROM attendance WHERE person_id IN (?) AND service_day = ?
         AND journal_id IS NOT NULL AND reversal_id IS NULL GROUP BY person_id`,
      [[...personIds], day],
    );
    return new Map(found.map((row) => [row.person_id, Number(row.points)]));
  }
}

function earningsOf(of: Attendance, planned: number, already: number, rule: VolunteeringRule): Earnings {
  const minutes = minutesOf(of.span);
  const { points, capped } = earned(rule, servedEnough(rule, minutes, planned), already);
  const unitPoints = of.unitId === null ? 0 : unitPointsOf(rule, points);
  return { id: of.id, personId: of.personId, unitId: of.unitId, minutes, points, capped, unitPoints };
}

const awardOf = ({ id, personId, unitId, minutes, points, unitPoints }: Earnings, ruleVersion: number): Award => ({
  ...{ causeId: id, personId, points, minutes, ruleVersion },
  unit: unitId === null ? null : { id: unitId, points: unitPoints },
});
