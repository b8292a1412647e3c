/** Points given by hand once the list was up, and what was given taken back: asked by one, decided by another. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import type { AskTakeBack, DecideTakeBack, TakeBackQuery } from '@sevengrid/shared/volunteering/awards.requests';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { TakeBackPage, TakeBackView } from '@sevengrid/shared/volunteering/awards.views';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { Ledger } from '../points/ledger';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { ActivityEngine } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances } from './attendances';
import { Settling } from './settling';
import { TakeBacks, type TakeBack } from './take-backs';

const GIVES: Permission = 'activity.award';

@Injectable()
export class AwardsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly views: ActivityViews,
    private readonly attendances: Attendances,
    private readonly proofs: AttendanceProofs,
    private readonly settling: Settling,
    private readonly takeBacks: TakeBacks,
    private readonly ledger: Ledger,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
  ) {}

  async settle(actor: Actor, key: string, id: string): Promise<ActivityView> {
    const request = { actor, key, operation: awardRoutes.settle.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const activity = await this.engine.take(tx, id);
      await this.reach.demand(tx, actor, activity, 'settle');
      const awarded = await this.settling.settle(tx, activity, actor.id);
      const subject = { kind: 'activity', id };
      await this.audit.record(tx, {
        ...{ actor, action: 'activity.settle', subject, scopeId: activity.communityId, detail: { awarded } },
      });
      return { id };
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  async ask(actor: Actor, key: string, attendanceId: string, body: AskTakeBack): Promise<TakeBackView> {
    const fingerprint = inputFingerprint({ attendanceId, body });
    const request = { actor, key, operation: awardRoutes.askTakeBack.name, fingerprint };
    const { id } = await this.uow.once(request, async (tx) => {
      const of = (await this.attendances.find(tx, attendanceId)) ?? fail('NOT_FOUND');
      const activity = await this.engine.take(tx, of.activityId);
      await this.reach.demand(tx, actor, activity, 'take_back');
      this.engine.demandStage('take_back', activity);
      if (of.journalId === null) fail('TAKE_BACK_NOTHING');
      const reason = await this.texts.put(tx, body.reason);
      const asked = { communityId: activity.communityId, attendanceId, askedBy: actor.id, reasonRef: reason.ref };
      const made = (await this.takeBacks.ask(tx, asked)) ?? fail('TAKE_BACK_ASKED');
      await this.note(tx, actor, 'award.take_back_asked', { ...asked, id: made }, reason.ref);
      return { id: made };
    });
    return this.uow.read((tx) => this.one(tx, actor, id));
  }

  list(actor: Actor, query: TakeBackQuery): Promise<TakeBackPage> {
    return this.uow.read((tx) =>
      this.takeBacks.page(tx, actor.id, this.scopes.communitiesAround(actor.scopesWith(GIVES)), query),
    );
  }

  async decide(actor: Actor, key: string, id: string, body: DecideTakeBack): Promise<TakeBackView> {
    const fingerprint = inputFingerprint({ id, body });
    await this.uow.once({ actor, key, operation: awardRoutes.decideTakeBack.name, fingerprint }, async (tx) => {
      const asked = (await this.takeBacks.find(tx, id)) ?? fail('NOT_FOUND');
      if (!actor.may(GIVES, this.scopes.pathOf(asked.communityId))) fail('NOT_FOUND');
      const of = (await this.attendances.find(tx, asked.attendanceId)) ?? fail('NOT_FOUND');
      const activity = await this.engine.take(tx, of.activityId);
      if (asked.askedBy === actor.id || of.personId === actor.id) fail('TAKE_BACK_SECOND');
      if (!(await this.takeBacks.decide(tx, id, { agreed: body.agreed, decidedBy: actor.id })))
        fail('TAKE_BACK_DECIDED');
      if (body.agreed) {
        const act = { actorId: actor.id, communityId: activity.communityId };
        const reversal = await this.ledger.reverse(tx, act, of.journalId ?? '', 'take_back', id);
        await this.attendances.takeBack(tx, of.id, reversal);
        await this.proofs.prove(tx, [{ attendanceId: of.id, what: 'taken_back', byId: actor.id }]);
        await this.engine.note(tx, activity, 'take_back', actor.id);
      }
      await this.note(tx, actor, body.agreed ? 'award.taken_back' : 'award.take_back_refused', asked);
      return { id };
    });
    return this.uow.read((tx) => this.one(tx, actor, id));
  }

  private async one(tx: EntityManager, actor: Actor, id: string): Promise<TakeBackView> {
    const found = (await this.takeBacks.find(tx, id)) ?? fail('NOT_FOUND');
    const [view] = await this.takeBacks.views(tx, actor.id, [found]);
    return view ?? fail('NOT_FOUND');
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, attendanceId, communityId: scopeId }: Pick<TakeBack, 'id' | 'attendanceId' | 'communityId'>,
    reasonRef: string | null = null,
  ): Promise<void> {
    const subject = { kind: 'attendance', id: attendanceId };
    return this.audit.record(tx, { actor, action, subject, scopeId, reasonRef, detail: { take_back: id } });
  }
}
