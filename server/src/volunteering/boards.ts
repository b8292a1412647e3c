/** The board of an activity: who is there, who has gone, and whose word is still wanted; for those who lead it. */
import { Injectable } from '@nestjs/common';
import { isOpen } from '@sevengrid/shared/volunteering/attendance-standing';
import type { AttendanceView, BoardView } from '@sevengrid/shared/volunteering/presence.views';
import { minutesOf } from '@sevengrid/shared/volunteering/served-time';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Clock } from '../platform/clock/clock';
import { rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Activities } from './activities';
import { ActivityReach } from './activity-reach';
import { stageNow } from './activity-views';
import { Attendances, standingOfAttendance, type Attendance } from './attendances';

@Injectable()
export class Boards {
  constructor(
    private readonly activities: Activities,
    private readonly attendances: Attendances,
    private readonly reach: ActivityReach,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for whom it does not concern */
  async of(tx: EntityManager, actor: Actor, id: string): Promise<BoardView> {
    const activity = (await this.activities.find(tx, id)) ?? fail('NOT_FOUND');
    const { organiserIds } = await this.reach.demandLead(tx, actor, activity);
    const all = await this.attendances.of(tx, id);
    const names = await this.people.displayNames(tx, all.flatMap(namedIn));
    const reasons = await this.reasons(tx, all);
    const name = (personId: string | null): string | null => (personId === null ? null : (names.get(personId) ?? ''));
    const items = all.map((of): AttendanceView => ({
      ...{ id: of.id, personId: of.personId, displayName: names.get(of.personId) ?? '' },
      ...{ inAt: new Date(of.inAt).toISOString(), outAt: of.outAt === null ? null : new Date(of.outAt).toISOString() },
      ...{ autoOut: of.autoOut, how: of.how, signals: of.signals, score: of.score },
      ...{ standing: standingOfAttendance(of, organiserIds), minutes: minutesOf(of.span) },
      ...{ addedBy: name(of.addedBy), addedBecause: reasons.get(of.id) ?? null, secondedBy: name(of.secondedBy) },
      ...{ tickedBy: name(of.tickedBy), own: of.personId === actor.id },
    }));
    const now = await this.clock.now(tx);
    const here = items.filter(({ standing }) => standing !== 'refused');
    return {
      ...{
        activityId: id,
        stage: stageNow(activity, now.getTime()),
        now: now.toISOString(),
        signedUp: activity.signed,
      },
      present: here.filter(({ outAt }) => outAt === null).length,
      gone: here.filter(({ outAt }) => outAt !== null).length,
      open: items.filter(({ standing }) => standing !== 'present' && isOpen(standing)).length,
      items,
    };
  }

  /** Why somebody was written down by hand, by attendance. */
  private async reasons(tx: EntityManager, all: readonly Attendance[]): Promise<Map<string, string | null>> {
    const added = all.filter(({ addedBy }) => addedBy !== null).map(({ id }) => id);
    if (added.length === 0) return new Map();
    const sql = "SELECT attendance_id, reason_ref FROM attendance_proof WHERE attendance_id IN (?) AND what = 'added'";
    const found = await rows<{ attendance_id: string; reason_ref: string }>(tx, sql, [added]);
    const words = await this.texts.read(
      tx,
      found.map((row) => row.reason_ref),
    );
    return new Map(found.map((row) => [row.attendance_id, words.get(row.reason_ref) ?? null]));
  }
}

const namedIn = ({ personId, addedBy, secondedBy, tickedBy }: Attendance): string[] =>
  [personId, addedBy, secondedBy, tickedBy].filter((id) => id !== null);
