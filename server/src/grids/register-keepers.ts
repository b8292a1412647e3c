/** Who keeps the register of which community; whatever lies elsewhere is answered as if it were not there. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { Scopes, type Community } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';

@Injectable()
export class RegisterKeepers {
  constructor(private readonly scopes: Scopes) {}

  /** The community of this id, or the first in which the actor holds the permission. @throws NOT_FOUND */
  communityFor(actor: Actor, permission: Permission, id?: string): Community {
    const held = actor.scopesWith(permission).filter((scope) => this.scopes.view(scope)?.kind === 'community');
    const found = id === undefined ? held[0] : held.find((one) => one === id);
    return found === undefined ? fail('NOT_FOUND') : this.scopes.communityOf(found);
  }

  /** Names of the community's grids, in their order. */
  gridNames(communityId: string): string[] {
    const grids = this.scopes.gridsAmong(this.scopes.withDescendants(communityId));
    return grids.map((id) => this.scopes.view(id)?.name ?? '');
  }
}
