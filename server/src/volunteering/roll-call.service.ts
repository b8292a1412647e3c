/** The organiser's word for who is there: called from the list, or written down afterwards with a reason. */
import { Injectable } from '@nestjs/common';
import { ADDED_BY_ONE } from '@sevengrid/shared/volunteering/attendance-standing';
import type { AddAttendance, RollCall } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { BoardView, CallOutcome, RollCallView } from '@sevengrid/shared/volunteering/presence.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { ActivityEngine, type Taken } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances } from './attendances';
import { Boards } from './boards';
import { CheckInCodes } from './check-in-codes';
import { Coming } from './coming';
import { SignUps } from './sign-ups';

@Injectable()
export class RollCallService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly attendances: Attendances,
    private readonly proofs: AttendanceProofs,
    private readonly boards: Boards,
    private readonly codes: CheckInCodes,
    private readonly coming: Coming,
    private readonly signUps: SignUps,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
  ) {}

  async call(actor: Actor, key: string, id: string, body: RollCall): Promise<RollCallView> {
    const request = { actor, key, operation: presenceRoutes.call.name, fingerprint: inputFingerprint({ id, body }) };
    const { personIds, outcomes } = await this.uow.once(request, async (tx) => {
      const activity = await this.lead(tx, actor, id, 'call');
      const called = await this.whom(tx, body, activity.now);
      const came =
        body.point === 'in' ? await this.come(tx, actor, activity, called) : await this.go(tx, actor, activity, called);
      return { personIds: called, outcomes: called.map((personId) => came.get(personId) ?? 'already') };
    });
    const names = await this.uow.read((tx) => this.people.displayNames(tx, personIds));
    const items = personIds.map((personId, i) => ({
      ...{ personId, displayName: names.get(personId) ?? '', outcome: outcomes[i] ?? 'already' },
    }));
    return { items };
  }

  async add(actor: Actor, key: string, id: string, body: AddAttendance): Promise<BoardView> {
    const request = { actor, key, operation: presenceRoutes.add.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const activity = await this.lead(tx, actor, id, 'add');
      const [personId = ''] = await this.whom(
        tx,
        { ...body, personIds: body.personId ? [body.personId] : undefined },
        activity.now,
      );
      if (personId === actor.id) fail('ATTENDANCE_OWN');
      await this.demandMember(tx, personId, activity.communityId);
      const added = (await this.attendances.of(tx, id)).filter(({ how }) => how === 'manual').length;
      const comer = { personId, presence: presenceOf(activity, body), how: 'manual' as const, signals: [] };
      const wantsSecond = added >= ADDED_BY_ONE;
      const attendanceId = await this.coming.one(tx, activity, { ...comer, addedBy: actor.id, wantsSecond });
      const reason = await this.texts.put(tx, body.reason);
      await this.proofs.prove(tx, [{ attendanceId, what: 'added', byId: actor.id, reason }]);
      await this.audit.record(tx, {
        ...{ actor, action: 'attendance.added', subject: { kind: 'activity', id }, scopeId: activity.communityId },
        ...{ reasonRef: reason.ref, detail: { attendance: attendanceId, person: personId } },
      });
      return { id };
    });
    return this.uow.read((tx) => this.boards.of(tx, actor, id));
  }

  async second(actor: Actor, key: string, attendanceId: string): Promise<BoardView> {
    const fingerprint = inputFingerprint({ attendanceId });
    const { id } = await this.uow.once(
      { actor, key, operation: presenceRoutes.second.name, fingerprint },
      async (tx) => {
        const found = (await this.attendances.find(tx, attendanceId)) ?? fail('NOT_FOUND');
        await this.lead(tx, actor, found.activityId, 'second');
        const row = (await this.attendances.find(tx, attendanceId)) ?? fail('NOT_FOUND');
        if (row.personId === actor.id || row.addedBy === actor.id) fail('ATTENDANCE_OWN');
        if (!row.wantsSecond || !(await this.attendances.second(tx, attendanceId, actor.id)))
          fail('ATTENDANCE_NO_SECOND');
        await this.proofs.prove(tx, [{ attendanceId, what: 'seconded', byId: actor.id }]);
        return { id: found.activityId };
      },
    );
    return this.uow.read((tx) => this.boards.of(tx, actor, id));
  }

  /** @throws NOT_FOUND, ACTIVITY_WRONG_STAGE */
  private async lead(tx: EntityManager, actor: Actor, id: string, action: 'call' | 'add' | 'second'): Promise<Taken> {
    const activity = await this.engine.take(tx, id);
    await this.reach.demandLead(tx, actor, activity);
    this.engine.demandStage(action, activity);
    return activity;
  }

  private async whom(
    tx: EntityManager,
    { personIds, code }: { personIds?: string[]; code?: string },
    now: number,
  ): Promise<string[]> {
    return personIds ?? [(await this.codes.read(tx, code ?? '', 'M', now)).id];
  }

  private async come(
    tx: EntityManager,
    actor: Actor,
    activity: Taken,
    called: readonly string[],
  ): Promise<Map<string, CallOutcome>> {
    const presence = { in: activity.now, out: null };
    const { there, elsewhere } = await this.coming.free(tx, activity, called, presence);
    const placed = await this.signUps.havePlaces(tx, activity.id, called);
    const outcomes = new Map(
      called.map((personId): [string, CallOutcome] => {
        if (personId === actor.id) return [personId, 'own'];
        if (there.has(personId)) return [personId, 'already'];
        if (!placed.has(personId)) return [personId, 'not_signed_up'];
        return [personId, elsewhere.has(personId) ? 'elsewhere' : 'in'];
      }),
    );
    const comers = called.filter((personId) => outcomes.get(personId) === 'in');
    const ids = await this.coming.put(
      tx,
      activity,
      comers.map((personId) => ({ personId, presence, how: 'call', signals: [] })),
    );
    await this.proofs.prove(
      tx,
      ids.map((attendanceId) => ({ attendanceId, what: 'in', byId: actor.id })),
    );
    return outcomes;
  }

  private async go(
    tx: EntityManager,
    actor: Actor,
    activity: Taken,
    called: readonly string[],
  ): Promise<Map<string, CallOutcome>> {
    const here = new Map((await this.attendances.of(tx, activity.id)).map((one) => [one.personId, one]));
    const outcomes = new Map(
      called.map((personId): [string, CallOutcome] => {
        const there = here.get(personId);
        if (personId === actor.id) return [personId, 'own'];
        if (!there) return [personId, 'not_there'];
        return [personId, there.outAt === null ? 'out' : 'already'];
      }),
    );
    const goers = called.flatMap((personId) => (outcomes.get(personId) === 'out' ? (here.get(personId) ?? []) : []));
    await this.attendances.leaveAll(tx, activity, goers, activity.now);
    await this.proofs.prove(
      tx,
      goers.map(({ id }) => ({ attendanceId: id, what: 'out', byId: actor.id })),
    );
    return outcomes;
  }

  /** @throws ATTENDANCE_PERSON_UNKNOWN */
  private async demandMember(tx: EntityManager, personId: string, communityId: string): Promise<void> {
    const holders = await this.people.holding(tx, 'activity.join', communityId);
    if (!holders.includes(personId))
      fail('ATTENDANCE_PERSON_UNKNOWN', { fields: [{ field: 'body.personId', rules: ['isIn'] }] });
  }
}

/** From the planned start to the planned end where nothing else is said. @throws ACTIVITY_TIMES_WRONG */
function presenceOf({ startsAt, endsAt }: Taken, { from, to }: AddAttendance): { in: number; out: number } {
  const presence = {
    in: from === undefined ? startsAt : Date.parse(from),
    out: to === undefined ? endsAt : Date.parse(to),
  };
  if (!(presence.in < presence.out)) fail('ACTIVITY_TIMES_WRONG', { fields: [{ field: 'body.to', rules: ['times'] }] });
  return presence;
}
