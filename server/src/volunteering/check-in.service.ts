/** Coming and going by one's own phone: the code on the screen, the scan before log-in, and the ticket after it. */
import { Injectable } from '@nestjs/common';
import { CODE_SHOWN_MS } from '@sevengrid/shared/volunteering/check-in-code';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import type { CodeQuery, ScanCode, UseTicket } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { CodeView, MyCodeView, PresenceTicketView } from '@sevengrid/shared/volunteering/presence.views';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Activities, type Activity } from './activities';
import { ActivityEngine, type Taken } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews, stageNow } from './activity-views';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances } from './attendances';
import { CheckInCodes } from './check-in-codes';
import { Coming } from './coming';
import { PresenceLimits } from './presence-limits';
import { PresenceTickets } from './presence-tickets';
import { SignUps } from './sign-ups';

/** Stages at which a code is worth anything. */
const BEFORE_ITS_END = ['open', 'closed', 'running'];

@Injectable()
export class CheckInService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly activities: Activities,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly views: ActivityViews,
    private readonly attendances: Attendances,
    private readonly proofs: AttendanceProofs,
    private readonly codes: CheckInCodes,
    private readonly tickets: PresenceTickets,
    private readonly limits: PresenceLimits,
    private readonly signUps: SignUps,
    private readonly coming: Coming,
  ) {}

  code(actor: Actor, id: string, { point = 'in' }: CodeQuery): Promise<CodeView> {
    return this.uow.read(async (tx) => {
      const activity = (await this.activities.find(tx, id)) ?? fail('NOT_FOUND');
      await this.reach.demandLead(tx, actor, activity);
      const now = (await this.clock.now(tx)).getTime();
      if (!BEFORE_ITS_END.includes(stageNow(activity, now))) fail('ACTIVITY_WRONG_STAGE');
      const shownFrom = activity.startsAt - CODE_SHOWN_MS;
      if (now < shownFrom) fail('CHECK_IN_TOO_EARLY', { facts: { opensAt: shownFrom } });
      const codes = await this.codes.ofActivity(tx, id, point, now);
      return { activityId: id, point, now: new Date(now).toISOString(), codes };
    });
  }

  async scan(actor: Actor | null, address: string, body: ScanCode): Promise<PresenceTicketView> {
    await this.limits.address(address);
    await this.limits.device(body.device);
    return this.uow.run(async (tx) => {
      const now = (await this.clock.now(tx)).getTime();
      const { id, point, step } = await this.codes.read(tx, body.code, 'A', now);
      const activity = (await this.activities.find(tx, id)) ?? fail('CHECK_IN_CODE_UNKNOWN');
      if (!BEFORE_ITS_END.includes(stageNow(activity, now))) fail('ACTIVITY_WRONG_STAGE');
      const personId = actor?.kind === 'person' ? actor.id : null;
      const given = await this.tickets.give(tx, activity, { point, step, scan: body, personId, now });
      return {
        ...{ ticket: given.token, point, activity: headOf(activity), now: new Date(now).toISOString() },
        ...{ opensAt: given.opensAt.toISOString(), expiresAt: given.expiresAt.toISOString() },
      };
    });
  }

  async checkIn(actor: Actor, key: string, id: string, body: UseTicket): Promise<ActivityView> {
    await this.use(actor, key, id, 'checkIn', body, async (tx, activity) => {
      if ((await this.signUps.stateOf(tx, id, actor.id)) !== 'in') fail('SIGN_UP_MISSING');
      const { at, signals, ...proof } = await this.tickets.use(tx, this.asked(actor, activity, 'in', body));
      const come = { personId: actor.id, presence: { in: at, out: null }, how: 'scan' as const, signals };
      const attendanceId = await this.coming.one(tx, activity, come);
      await this.proofs.prove(tx, [{ ...proof, attendanceId, what: 'in', byId: actor.id, signals }]);
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  async checkOut(actor: Actor, key: string, id: string, body: UseTicket): Promise<ActivityView> {
    await this.use(actor, key, id, 'checkOut', body, async (tx, activity) => {
      const there = await this.attendances.ofPerson(tx, id, actor.id);
      if (there?.outAt !== null) return fail('ATTENDANCE_MISSING');
      const { at, signals, ...proof } = await this.tickets.use(tx, this.asked(actor, activity, 'out', body));
      await this.attendances.leave(tx, activity, there, at, signals);
      await this.proofs.prove(tx, [{ ...proof, attendanceId: there.id, what: 'out', byId: actor.id, signals }]);
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  async myCode(actor: Actor): Promise<MyCodeView> {
    const now = await this.clock.now();
    return { ...this.codes.ofMember(actor.id, now.getTime()), now: now.toISOString() };
  }

  private async use(
    actor: Actor,
    key: string,
    id: string,
    route: 'checkIn' | 'checkOut',
    body: UseTicket,
    work: (tx: EntityManager, activity: Taken) => Promise<void>,
  ): Promise<void> {
    const fingerprint = inputFingerprint({ id, body });
    await this.uow.once({ actor, key, operation: presenceRoutes[route].name, fingerprint }, async (tx) => {
      const activity = await this.engine.take(tx, id);
      if (!this.reach.sees(activity, await this.reach.of(tx, actor, activity))) fail('NOT_FOUND');
      this.engine.demandStage(route === 'checkIn' ? 'check_in' : 'check_out', activity);
      await work(tx, activity);
      return { id };
    });
  }

  private asked(actor: Actor, { id, now }: Taken, point: 'in' | 'out', { ticket, device }: UseTicket) {
    return { activityId: id, point, ticket, device, personId: actor.id, now };
  }
}

const headOf = ({ id, title, place, startsAt, endsAt }: Activity): PresenceTicketView['activity'] => ({
  ...{ id, title, place, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() },
});
