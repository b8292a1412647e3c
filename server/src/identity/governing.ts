/** What an administrator governs; whatever lies outside is answered as if it were not there. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { EntityManager } from 'typeorm';
import { one } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { grantsOf } from './rights';
import { Scopes, type Community } from './scopes';

export const GOVERNS: Permission = 'community.set_up';

@Injectable()
export class Governing {
  constructor(private readonly scopes: Scopes) {}

  governs(actor: Actor, scopeId: string): boolean {
    return actor.may(GOVERNS, this.scopes.pathOf(scopeId));
  }

  /** @throws NOT_FOUND for a scope that the actor does not govern, or that is none. */
  demand(actor: Actor, scopeId: string): void {
    if (!this.governs(actor, scopeId)) fail('NOT_FOUND');
  }

  /** The governed community of this id, or the first of them. @throws NOT_FOUND */
  community(actor: Actor, id?: string): Community {
    const governed = this.communities(actor);
    const found = id === undefined ? governed[0] : governed.find((one) => one === id);
    return found === undefined ? fail('NOT_FOUND') : this.scopes.communityOf(found);
  }

  /** Ids, in the tree's order. */
  communities(actor: Actor): string[] {
    return this.scopes.communitiesAmong(this.everywhere(actor));
  }

  /** All scopes that the actor governs. */
  everywhere(actor: Actor): string[] {
    return actor.scopesWith(GOVERNS);
  }

  /** Governs every scope there is, so that what holds everywhere may be changed. */
  governsAll(actor: Actor): boolean {
    return this.scopes.tops().every((top) => this.governs(actor, top));
  }

  /** The same of somebody who is not at the door, such as who set a job going; nothing of one who is shut out. */
  async reachOf(tx: EntityManager, personId: string): Promise<Set<string>> {
    const open = await one(tx, 'SELECT id FROM person WHERE id = ? AND disabled_at IS NULL', [personId]);
    const giving = open ? (await grantsOf(tx, personId)).filter(({ permissions }) => permissions.has(GOVERNS)) : [];
    return new Set(giving.flatMap(({ scopeId }) => this.scopes.withDescendants(scopeId)));
  }
}
