/** Whoever comes is put down once, of their work unit of that day, and never while they are somewhere else. */
import { Injectable } from '@nestjs/common';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { countedSpan, type Span } from '@sevengrid/shared/volunteering/served-time';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { Ledger } from '../points/ledger';
import { fail } from '../platform/http/fail';
import type { Activity } from './activities';
import { Attendances, type NewAttendance } from './attendances';
import { Memberships } from './memberships';

export type Comer = Omit<NewAttendance, 'unitId'>;

@Injectable()
export class Coming {
  constructor(
    private readonly scopes: Scopes,
    private readonly ledger: Ledger,
    private readonly attendances: Attendances,
    private readonly memberships: Memberships,
  ) {}

  /** Answers the attendance's id. @throws ATTENDANCE_ALREADY, ATTENDANCE_OVERLAPS */
  async one(tx: EntityManager, activity: Activity, comer: Comer): Promise<string> {
    const free = await this.free(tx, activity, [comer.personId], comer.presence);
    if (free.there.has(comer.personId)) fail('ATTENDANCE_ALREADY');
    if (free.elsewhere.has(comer.personId)) fail('ATTENDANCE_OVERLAPS');
    const [id] = await this.put(tx, activity, [comer]);
    return id ?? fail('ATTENDANCE_ALREADY');
  }

  /** Who of them is there already, and who is elsewhere at that time; both stay so while their accounts are locked. */
  async free(
    tx: EntityManager,
    activity: Activity,
    personIds: readonly string[],
    presence: Comer['presence'],
  ): Promise<{ there: Set<string>; elsewhere: Set<string> }> {
    await this.ledger.lockAccounts(tx, personIds);
    const span: Span = countedSpan(presence, { from: activity.startsAt, to: activity.endsAt });
    const elsewhere = await this.attendances.elsewhere(tx, personIds, activity.id, span);
    const here = await this.attendances.of(tx, activity.id);
    return { there: new Set(here.map(({ personId }) => personId)), elsewhere };
  }

  /** In the order given; whoever is free to come, as {@link free} says. */
  async put(tx: EntityManager, activity: Activity, comers: readonly Comer[]): Promise<string[]> {
    const units = await this.memberships.liveOfAll(
      tx,
      comers.map(({ personId }) => personId),
      activity.communityId,
    );
    return this.attendances.add(
      tx,
      activity,
      this.dayOf(activity),
      comers.map((comer) => ({ ...comer, unitId: units.get(comer.personId)?.unitId ?? null })),
    );
  }

  /** On the community's wall. */
  dayOf({ communityId, startsAt }: Activity): string {
    return wallTime(startsAt, this.scopes.communityOf(communityId).tzOffset).day;
  }
}
