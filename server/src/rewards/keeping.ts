/** Where somebody keeps merchants and offers, and for which shops they answer; all else is answered as if it were not there. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { Scopes, type Community } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';

/** The shops for which the actor may do this. */
export const shopsOf = (actor: Actor, permission: Permission): string[] => [
  ...new Set(
    actor.grants.flatMap(({ permissions, organisationId }) =>
      permissions.has(permission) && organisationId ? [organisationId] : [],
    ),
  ),
];

@Injectable()
export class Keeping {
  constructor(private readonly scopes: Scopes) {}

  /** Ids of the communities in which the actor may do this for the community itself, and not for a shop. */
  communities(actor: Actor, permission: Permission): string[] {
    const scopeIds = actor.grants
      .filter(({ permissions, organisationId }) => permissions.has(permission) && !organisationId)
      .flatMap(({ scopeId }) => this.scopes.withDescendants(scopeId));
    return this.scopes.communitiesAmong([...new Set(scopeIds)]);
  }

  /** The community of this id, or the first of them. @throws NOT_FOUND */
  community(actor: Actor, permission: Permission, id?: string): Community {
    const all = this.communities(actor, permission);
    const found = id === undefined ? all[0] : all.find((one) => one === id);
    return found === undefined ? fail('NOT_FOUND') : this.scopes.communityOf(found);
  }

  may(actor: Actor, permission: Permission, communityId: string): boolean {
    return this.communities(actor, permission).includes(communityId);
  }

  /** @throws NOT_FOUND for a community in which the actor may not do this. */
  demand(actor: Actor, permission: Permission, communityId: string): void {
    if (!this.may(actor, permission, communityId)) fail('NOT_FOUND');
  }

  /** The community in which the actor lives or works, or the one asked for. @throws NOT_FOUND */
  around(actor: Actor, id?: string): Community {
    return this.scopes.communityOfActor(actor, id) ?? fail('NOT_FOUND');
  }

  communityOf(id: string): Community {
    return this.scopes.communityOf(id);
  }

  pathOf(id: string): string[] {
    return this.scopes.pathOf(id);
  }
}
