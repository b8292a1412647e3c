/** Activities planned, written anew, opened, closed to sign-ups and cancelled by those who plan. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import {
  LONGEST_HOURS,
  type ActivityFields,
  type CancelActivity,
  type PlanActivity,
  type WriteActivity,
} from '@sevengrid/shared/volunteering/activities.requests';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import type { ActivityAction } from '@sevengrid/shared/volunteering/activity-flow';
import type { EntityManager } from 'typeorm';
import { grantsOf } from '../identity/rights';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, type SqlValue } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Activities, type Activity } from './activities';
import { ActivityEngine, wakeOf, type Besides, type Taken } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { ServiceKinds } from './service-kinds';
import { SignUps } from './sign-ups';

const PLANS: Permission = 'activity.plan';
const HOUR = 3_600_000;

@Injectable()
export class ActivitiesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
    private readonly activities: Activities,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly views: ActivityViews,
    private readonly kinds: ServiceKinds,
    private readonly signUps: SignUps,
  ) {}

  one(actor: Actor, id: string): Promise<ActivityView> {
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  async plan(actor: Actor, key: string, body: PlanActivity): Promise<ActivityView> {
    const planned = this.scopes.communitiesAround(actor.scopesWith(PLANS));
    const communityId = (body.communityId === undefined ? planned[0] : body.communityId) ?? '';
    if (!planned.includes(communityId)) fail('NOT_FOUND');
    const request = { actor, key, operation: activityRoutes.plan.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const now = (await this.clock.now(tx)).getTime();
      await this.demandSense(tx, communityId, body, now);
      const made = newId();
      await change(
        tx,
        `INSERT INTO activity (id, community_id, stage, secret_enc, kind_id, title, place, about, lng, lat, radius,
           starts_at, ends_at, sign_up_until, capacity) VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [made, communityId, this.cipher.sealBytes(randomBytes(32)), ...cells(body)],
      );
      await this.activities.nameOrganisers(tx, made, body.organiserIds);
      await this.engine.note(tx, { id: made, stage: 'draft' }, 'plan', actor.id);
      return { id: made };
    });
    return this.one(actor, id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteActivity): Promise<ActivityView> {
    const fingerprint = inputFingerprint({ id, body });
    await this.uow.once({ actor, key, operation: activityRoutes.write.name, fingerprint }, async (tx) => {
      const activity = await this.demand(tx, actor, id, 'write');
      if (activity.version !== body.version) fail('CHANGED_MEANWHILE');
      await this.demandSense(tx, activity.communityId, body, activity.now);
      if (body.capacity < activity.signed)
        fail('ACTIVITY_PLACES_TAKEN', { fields: [{ field: 'body.capacity', rules: ['min'] }] });
      await this.put(tx, activity, body);
      await this.engine.note(tx, activity, 'write', actor.id);
      return { id };
    });
    return this.one(actor, id);
  }

  publish(actor: Actor, key: string, id: string): Promise<ActivityView> {
    return this.lead(actor, key, id, 'publish', async (activity) => {
      if (activity.startsAt <= activity.now) fail('ACTIVITY_TIMES_WRONG');
      return Promise.resolve({});
    });
  }

  close(actor: Actor, key: string, id: string): Promise<ActivityView> {
    return this.lead(actor, key, id, 'close', () => Promise.resolve({}));
  }

  cancel(actor: Actor, key: string, id: string, { reason }: CancelActivity): Promise<ActivityView> {
    return this.lead(
      actor,
      key,
      id,
      'cancel',
      async (_, tx) => {
        const attended = await one(tx, 'SELECT id FROM attendance WHERE activity_id = ? LIMIT 1', [id]);
        if (attended) fail('ACTIVITY_ATTENDED');
        return { cancelledRef: (await this.texts.put(tx, reason)).ref };
      },
      reason,
    );
  }

  private async lead(
    actor: Actor,
    key: string,
    id: string,
    action: 'publish' | 'close' | 'cancel',
    besides: (activity: Taken, tx: EntityManager) => Promise<Besides>,
    said?: string,
  ): Promise<ActivityView> {
    const fingerprint = inputFingerprint({ id, said });
    await this.uow.once({ actor, key, operation: activityRoutes[action].name, fingerprint }, async (tx) => {
      const activity = await this.demand(tx, actor, id, action);
      const more = await besides(activity, tx);
      await this.engine.move(tx, activity, action, actor.id, more);
      await this.audit.record(tx, {
        ...{ actor, action: `activity.${action}`, subject: { kind: 'activity', id }, scopeId: activity.communityId },
        reasonRef: more.cancelledRef ?? null,
      });
      return { id };
    });
    return this.one(actor, id);
  }

  /** @throws NOT_FOUND, NOT_ALLOWED, ACTIVITY_WRONG_STAGE */
  private async demand(tx: EntityManager, actor: Actor, id: string, action: ActivityAction): Promise<Taken> {
    const activity = await this.engine.take(tx, id);
    await this.reach.demand(tx, actor, activity, action);
    this.engine.demandStage(action, activity);
    return activity;
  }

  /** Places that are new go to those who wait. */
  private async put(tx: EntityManager, activity: Activity, body: WriteActivity): Promise<void> {
    const { id } = activity;
    const [startsAt, endsAt, signUpUntil] = timesOf(body);
    await change(
      tx,
      `UPDATE activity SET kind_id = ?, title = ?, place = ?, about = ?, lng = ?, lat = ?, radius = ?, starts_at = ?,
         ends_at = ?, sign_up_until = ?, capacity = ?, wake_at = ?, version = version + 1 WHERE id = ?`,
      [...cells(body), wakeOf({ ...activity, startsAt, endsAt, signUpUntil }), id],
    );
    await this.activities.nameOrganisers(tx, id, body.organiserIds);
    while (activity.stage === 'open' && (await this.signUps.takePlace(tx, id)))
      if ((await this.signUps.callHead(tx, id)) === null) return this.signUps.freePlace(tx, id);
  }

  /** @throws ACTIVITY_TIMES_WRONG, ACTIVITY_KIND_UNKNOWN, ACTIVITY_ORGANISER_UNKNOWN */
  private async demandSense(tx: EntityManager, communityId: string, body: ActivityFields, now: number): Promise<void> {
    const [startsAt, endsAt, signUpUntil] = timesOf(body);
    const wrong = [
      ...(startsAt <= now ? ['startsAt'] : []),
      ...(endsAt <= startsAt || endsAt - startsAt > LONGEST_HOURS * HOUR ? ['endsAt'] : []),
      ...(signUpUntil > startsAt ? ['signUpUntil'] : []),
      ...[startsAt, endsAt, signUpUntil].flatMap((at, i) => (Number.isNaN(at) ? [TIMES[i] ?? ''] : [])),
    ];
    if (wrong.length > 0)
      fail('ACTIVITY_TIMES_WRONG', { fields: wrong.map((name) => ({ field: `body.${name}`, rules: ['times'] })) });
    const kind = await this.kinds.find(tx, body.kindId);
    if (kind?.communityId !== communityId || kind.retired)
      fail('ACTIVITY_KIND_UNKNOWN', { fields: [{ field: 'body.kindId', rules: ['isIn'] }] });
    for (const personId of body.organiserIds)
      if (!(await this.belongs(tx, personId, communityId)))
        fail('ACTIVITY_ORGANISER_UNKNOWN', { fields: [{ field: 'body.organiserIds', rules: ['isIn'] }] });
  }

  private async belongs(tx: EntityManager, personId: string, communityId: string): Promise<boolean> {
    const open = await one(tx, 'SELECT id FROM person WHERE id = ? AND disabled_at IS NULL', [personId]);
    if (!open) return false;
    const scopes = (await grantsOf(tx, personId)).flatMap(({ scopeId }) => this.scopes.withDescendants(scopeId));
    return this.scopes.communitiesAround(scopes).includes(communityId);
  }
}

const TIMES = ['startsAt', 'endsAt', 'signUpUntil'] as const;

const timesOf = (body: ActivityFields): [number, number, number] => [
  ...([Date.parse(body.startsAt), Date.parse(body.endsAt), Date.parse(body.signUpUntil)] as [number, number, number]),
];

const cells = (body: ActivityFields): SqlValue[] => [
  ...[
    body.kindId,
    JSON.stringify(body.title),
    JSON.stringify(body.place),
    body.about ? JSON.stringify(body.about) : null,
  ],
  ...[body.spot?.lng ?? null, body.spot?.lat ?? null, body.spot?.radius ?? null],
  ...[...timesOf(body).map((at) => new Date(at)), body.capacity],
];
