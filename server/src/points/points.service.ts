/** Shows points: one's own, those of somebody of the community, and what the community issued and owes. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { PointTotalsQuery, PointsQuery } from '@sevengrid/shared/points/requests';
import type { PersonPointsView, PointTotals, PointsView } from '@sevengrid/shared/points/views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { pointsView } from './entries';
import { PointCauses } from './point-causes';
import { earnedIn, totalsOf } from './sums';

@Injectable()
export class PointsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly causes: PointCauses,
    private readonly audit: AuditLog,
  ) {}

  mine(actor: Actor, query: PointsQuery): Promise<PointsView> {
    return this.uow.read((tx) => pointsView(tx, this.causes, actor.id, query));
  }

  /** Each look is on record, but for the further pages of one. */
  async ofMember(actor: Actor, personId: string, query: PointsQuery): Promise<PersonPointsView> {
    return this.uow.run(async (tx) => {
      await this.demandSeen(tx, actor, 'points.read', personId);
      const names = await this.people.displayNames(tx, [personId]);
      const subject = { kind: 'person', id: personId };
      const scopeId = this.communities(actor, 'points.read')[0];
      if (!query.cursor) await this.audit.record(tx, { actor, action: 'points.read', subject, scopeId });
      const view = await pointsView(tx, this.causes, personId, query);
      return { person: { id: personId, name: names.get(personId) ?? '' }, ...view };
    });
  }

  totals(actor: Actor, { communityId }: PointTotalsQuery): Promise<PointTotals> {
    const id = this.community(actor, 'points.read', communityId);
    return this.uow.read((tx) => totalsOf(tx, id));
  }

  /** The community named, or the first in which the permission holds throughout. @throws NOT_FOUND */
  community(actor: Actor, permission: Permission, id?: string): string {
    const all = this.communities(actor, permission);
    return (id === undefined ? all[0] : all.find((one) => one === id)) ?? fail('NOT_FOUND');
  }

  /** @throws NOT_FOUND for somebody with whom the communities where the actor may have nothing to do */
  async demandSeen(
    tx: EntityManager,
    actor: Actor,
    permission: Permission,
    personId: string,
    communityId?: string,
  ): Promise<void> {
    const within = communityId === undefined ? actor.scopesWith(permission) : this.scopes.withDescendants(communityId);
    if (await this.people.belongsTo(tx, personId, within)) return;
    if (!(await earnedIn(tx, personId, this.scopes.communitiesAmong(within)))) fail('NOT_FOUND');
  }

  private communities(actor: Actor, permission: Permission): string[] {
    return this.scopes.communitiesAmong(actor.scopesWith(permission));
  }
}
