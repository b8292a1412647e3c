/** The list that is put up for everybody of the community, what is objected to it, and what is answered. */
import { Injectable } from '@nestjs/common';
import { servedEnough } from '@sevengrid/shared/volunteering/rules';
import { minutesOf } from '@sevengrid/shared/volunteering/served-time';
import type { JudgeObjection, ObjectToList } from '@sevengrid/shared/volunteering/awards.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type {
  ListNoticeView,
  NoticeLineView,
  ObjectionList,
  ObjectionView,
} from '@sevengrid/shared/volunteering/awards.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import type { Activity } from './activities';
import { ActivityEngine } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances, standingOfAttendance, type Attendance } from './attendances';
import { Objections } from './objections';
import { Rules } from './rules';
import { Units } from './units';

/** Stages at which there is a list. */
const LISTED = ['public_notice', 'settled'];

@Injectable()
export class ListNoticesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly attendances: Attendances,
    private readonly proofs: AttendanceProofs,
    private readonly objections: Objections,
    private readonly people: People,
    private readonly units: Units,
    private readonly rules: Rules,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
  ) {}

  notice(actor: Actor, id: string): Promise<ListNoticeView> {
    return this.uow.read(async (tx) => {
      const { activity, reach } = await this.reach.see(tx, actor, id);
      if (!LISTED.includes(activity.stage)) fail('ACTIVITY_WRONG_STAGE');
      const lines = await this.linesOf(tx, activity, reach.organiserIds, actor.id);
      const open = (await this.objections.of(tx, id)).filter(({ answeredAt }) => answeredAt === null).length;
      return {
        ...{ activityId: id, title: activity.title, stage: activity.stage, openObjections: open, lines },
        startsAt: new Date(activity.startsAt).toISOString(),
        until: new Date(activity.noticeUntil ?? activity.endsAt).toISOString(),
      };
    });
  }

  async object(actor: Actor, key: string, activityId: string, body: ObjectToList): Promise<ObjectionView> {
    const fingerprint = inputFingerprint({ activityId, body });
    const request = { actor, key, operation: awardRoutes.object.name, fingerprint };
    const { id } = await this.uow.once(request, async (tx) => {
      const activity = await this.engine.take(tx, activityId);
      await this.reach.demand(tx, actor, activity, 'object');
      this.engine.demandStage('object', activity);
      if (body.attendanceId !== undefined) await this.demandLine(tx, activityId, body.attendanceId);
      const words = await this.texts.put(tx, body.words);
      const made = await this.objections.add(tx, {
        activityId,
        attendanceId: body.attendanceId,
        byId: actor.id,
        words,
      });
      await this.engine.note(tx, activity, 'object', null);
      return { id: made };
    });
    return this.uow.read((tx) => this.one(tx, id));
  }

  /** One's own; all of them for those who lead it or give the points. */
  list(actor: Actor, id: string): Promise<ObjectionList> {
    return this.uow.read(async (tx) => {
      const { reach } = await this.reach.see(tx, actor, id);
      const all = this.reach.leads(reach) || reach.oversees;
      const found = (await this.objections.of(tx, id)).filter(({ byId }) => all || byId === actor.id);
      return { items: await this.objections.views(tx, found) };
    });
  }

  async judge(actor: Actor, key: string, id: string, body: JudgeObjection): Promise<ObjectionView> {
    const fingerprint = inputFingerprint({ id, body });
    await this.uow.once({ actor, key, operation: awardRoutes.judge.name, fingerprint }, async (tx) => {
      const found = (await this.objections.find(tx, id)) ?? fail('NOT_FOUND');
      const activity = await this.engine.take(tx, found.activityId);
      await this.reach.demand(tx, actor, activity, 'judge');
      this.engine.demandStage('judge', activity);
      const line = found.attendanceId === null ? null : await this.attendances.find(tx, found.attendanceId);
      if (found.byId === actor.id || line?.personId === actor.id) fail('ATTENDANCE_OWN');
      const words = await this.texts.put(tx, body.words);
      const answer = { upheld: body.upheld, byId: actor.id, words };
      if (!(await this.objections.answer(tx, id, answer))) fail('OBJECTION_ANSWERED');
      if (body.upheld && line) {
        await this.attendances.tick(tx, [line.id], 'no', actor.id);
        await this.proofs.prove(tx, [{ attendanceId: line.id, what: 'upheld', byId: actor.id, reason: words }]);
      }
      await this.engine.note(tx, activity, 'judge', actor.id);
      await this.engine.wake(tx, activity);
      await this.audit.record(tx, {
        ...{ actor, action: 'objection.answered', subject: { kind: 'activity', id: activity.id } },
        ...{ scopeId: activity.communityId, reasonRef: words.ref, detail: { objection: id, upheld: body.upheld } },
      });
      return { id };
    });
    return this.uow.read((tx) => this.one(tx, id));
  }

  private async one(tx: EntityManager, id: string): Promise<ObjectionView> {
    const found = (await this.objections.find(tx, id)) ?? fail('NOT_FOUND');
    const [view] = await this.objections.views(tx, [found]);
    return view ?? fail('NOT_FOUND');
  }

  private async demandLine(tx: EntityManager, activityId: string, attendanceId: string): Promise<void> {
    const line = await this.attendances.find(tx, attendanceId);
    if (line?.activityId !== activityId) fail('NOT_FOUND');
  }

  private async linesOf(
    tx: EntityManager,
    activity: Activity,
    organiserIds: readonly string[],
    actorId: string,
  ): Promise<NoticeLineView[]> {
    const counting = (await this.attendances.of(tx, activity.id)).filter((one) =>
      ['counts', 'awarded', 'taken_back'].includes(standingOfAttendance(one, organiserIds)),
    );
    const names = await this.people.displayNames(
      tx,
      counting.map(({ personId }) => personId),
    );
    const units = await this.units.names(
      tx,
      counting.flatMap(({ unitId }) => unitId ?? []),
    );
    const { communityId, ruleVersion, startsAt, endsAt } = activity;
    const rule =
      (await this.rules.at(tx, communityId, ruleVersion ?? 0)) ?? (await this.rules.inForce(tx, communityId));
    const due = (minutes: number): number =>
      servedEnough(rule, minutes, minutesOf({ from: startsAt, to: endsAt })) ? rule.points : 0;
    return counting.map((one) => ({
      ...{ attendanceId: one.id, displayName: names.get(one.personId) ?? '', mine: one.personId === actorId },
      ...{ unit: (one.unitId && units.get(one.unitId)) || null, minutes: minutesShown(one) },
      ...{ points: pointsShown(one) ?? due(minutesShown(one)), cappedPoints: one.capped ?? 0 },
    }));
  }
}

/** What was taken back stands as nothing. */
const minutesShown = ({ reversalId, minutes }: Attendance): number => (reversalId === null ? (minutes ?? 0) : 0);
const pointsShown = ({ reversalId, points }: Attendance): number | null => (reversalId === null ? points : 0);
