/** What the organisers say when it is over: who was there and who was not, and the list that is put up for everybody. */
import { Injectable } from '@nestjs/common';
import { dayPlus, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import { isOpen } from '@sevengrid/shared/volunteering/attendance-standing';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { TickAttendances } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { BoardView } from '@sevengrid/shared/volunteering/presence.views';
import { minutesOf } from '@sevengrid/shared/volunteering/served-time';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { ActivityEngine, type Taken } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances, standingOfAttendance } from './attendances';
import { Boards } from './boards';
import { Rules } from './rules';

@Injectable()
export class ConfirmingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly views: ActivityViews,
    private readonly attendances: Attendances,
    private readonly proofs: AttendanceProofs,
    private readonly boards: Boards,
    private readonly rules: Rules,
    private readonly scopes: Scopes,
    private readonly audit: AuditLog,
  ) {}

  board(actor: Actor, id: string): Promise<BoardView> {
    return this.uow.read((tx) => this.boards.of(tx, actor, id));
  }

  async tick(actor: Actor, key: string, id: string, body: TickAttendances): Promise<BoardView> {
    const { attendanceIds, counts } = body;
    const request = { actor, key, operation: presenceRoutes.tick.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      await this.lead(tx, actor, id, 'tick');
      const all = new Map((await this.attendances.of(tx, id)).map((one) => [one.id, one]));
      for (const attendanceId of attendanceIds) {
        const found = all.get(attendanceId) ?? fail('NOT_FOUND');
        if (found.personId === actor.id) fail('ATTENDANCE_OWN');
      }
      await this.attendances.tick(tx, attendanceIds, counts ? 'yes' : 'no', actor.id);
      const what = counts ? 'tick_yes' : 'tick_no';
      await this.proofs.prove(
        tx,
        attendanceIds.map((attendanceId) => ({ attendanceId, what, byId: actor.id })),
      );
      return { id };
    });
    return this.board(actor, id);
  }

  /** Nobody is left out by being forgotten: the list is put up when every attendance is decided. */
  async announce(actor: Actor, key: string, id: string): Promise<ActivityView> {
    const request = { actor, key, operation: awardRoutes.announce.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const activity = await this.lead(tx, actor, id, 'announce');
      const { organiserIds } = await this.reach.of(tx, actor, activity);
      const all = await this.attendances.of(tx, id);
      const open = all.filter((one) => isOpen(standingOfAttendance(one, organiserIds))).length;
      if (open > 0) fail('CONFIRMATIONS_OPEN', { facts: { open } });
      await this.attendances.writeMinutes(
        tx,
        all.map((one) => ({ id: one.id, minutes: one.tick === 'no' ? 0 : minutesOf(one.span) })),
      );
      const rule = await this.rules.inForce(tx, activity.communityId);
      const noticeUntil = this.noticeEnd(activity, rule.noticeDays);
      await this.engine.move(tx, activity, 'announce', actor.id, { ruleVersion: rule.version, noticeUntil });
      const subject = { kind: 'activity', id };
      await this.audit.record(tx, { actor, action: 'activity.announce', subject, scopeId: activity.communityId });
      return { id };
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  /** The end of the last of so many whole days; today is not one of them. */
  private noticeEnd({ communityId, now }: Taken, days: number): number {
    const { tzOffset } = this.scopes.communityOf(communityId);
    return startOfDay(dayPlus(wallTime(now, tzOffset).day, days + 1), tzOffset);
  }

  private async lead(tx: EntityManager, actor: Actor, id: string, action: 'tick' | 'announce'): Promise<Taken> {
    const activity = await this.engine.take(tx, id);
    await this.reach.demandLead(tx, actor, activity);
    this.engine.demandStage(action, activity);
    return activity;
  }
}
