/** Who sees an activity, who leads it, and what anybody may do with it now. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import {
  ACTIVITY_ACTIONS,
  ACTIVITY_FLOW,
  type ActivityAction,
  type ActivityBy,
} from '@sevengrid/shared/volunteering/activity-flow';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { one } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Activities, type Activity } from './activities';

/** Those who see drafts and lists of any activity of their scope. */
const OVERSEES: readonly Permission[] = ['activity.plan', 'activity.award', 'points.read'];
const HELD = ['activity.join', 'activity.plan', 'activity.award'] as const;

/** What somebody is to one activity. */
export interface Reach {
  by: ReadonlySet<ActivityBy>;
  oversees: boolean;
  organiserIds: readonly string[];
}

@Injectable()
export class ActivityReach {
  constructor(
    private readonly scopes: Scopes,
    private readonly activities: Activities,
  ) {}

  async of(tx: EntityManager, actor: Actor, activity: Activity): Promise<Reach> {
    const path = this.scopes.pathOf(activity.communityId);
    const organiserIds = await this.activities.organisersOf(tx, activity.id);
    const by = new Set<ActivityBy>(HELD.filter((permission) => actor.may(permission, path)));
    if (organiserIds.includes(actor.id)) by.add('organiser');
    if (await this.hasPlace(tx, actor, activity.id)) by.add('signed_up');
    if (this.isNear(actor, activity.communityId)) by.add('neighbour');
    return { by, oversees: OVERSEES.some((permission) => actor.may(permission, path)), organiserIds };
  }

  /** Works, lives or serves in the community, or above it. */
  isNear(actor: Actor, communityId: string): boolean {
    const reached = actor.grants.flatMap(({ scopeId }) => this.scopes.withDescendants(scopeId));
    return this.scopes.communitiesAround(reached).includes(communityId);
  }

  /** @throws NOT_FOUND where the activity does not concern the actor. */
  async see(tx: EntityManager, actor: Actor, id: string): Promise<{ activity: Activity; reach: Reach }> {
    const activity = (await this.activities.find(tx, id)) ?? fail('NOT_FOUND');
    const reach = await this.of(tx, actor, activity);
    if (!this.sees(activity, reach)) fail('NOT_FOUND');
    return { activity, reach };
  }

  /** A draft is seen by those who oversee and by its organisers; all else by everybody of the community. */
  sees({ stage }: Pick<Activity, 'stage'>, { by, oversees }: Reach): boolean {
    if (oversees || by.has('organiser')) return true;
    return stage !== 'draft' && (by.has('neighbour') || by.has('signed_up'));
  }

  leads({ by }: Reach): boolean {
    return by.has('organiser') || by.has('activity.plan');
  }

  /** For whom an activity's inner side does not concern it is not there. @throws NOT_FOUND */
  async demandLead(tx: EntityManager, actor: Actor, activity: Activity): Promise<Reach> {
    const reach = await this.of(tx, actor, activity);
    return this.leads(reach) ? reach : fail('NOT_FOUND');
  }

  /** @throws NOT_FOUND, NOT_ALLOWED */
  async demand(tx: EntityManager, actor: Actor, activity: Activity, action: ActivityAction): Promise<Reach> {
    const reach = await this.of(tx, actor, activity);
    if (ACTIVITY_FLOW[action].by.some((one) => reach.by.has(one))) return reach;
    return fail(this.sees(activity, reach) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  }

  /** The actions that lie open to whoever reaches it so; what time alone does is none of them. */
  moves({ stage }: Pick<Activity, 'stage'>, { by }: Reach): ActivityAction[] {
    return ACTIVITY_ACTIONS.filter((action) => {
      const move = ACTIVITY_FLOW[action];
      if (action === 'sign_up' && by.has('signed_up')) return false;
      return move.from.includes(stage) && move.by.some((one) => by.has(one));
    });
  }

  private async hasPlace(tx: EntityManager, actor: Actor, activityId: string): Promise<boolean> {
    const sql = "SELECT id FROM activity_sign_up WHERE activity_id = ? AND person_id = ? AND state <> 'cancelled'";
    return (await one(tx, sql, [activityId, actor.id])) !== null;
  }
}
