/** Whose rules somebody reads and changes: of the community named, or of the first whose rules they may change. */
import { Injectable } from '@nestjs/common';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Scopes, type Community } from './scopes';

/** Whoever works in a community, or in one grid of it, may read its rules. */
const READS: Permission = 'scope.read';

@Injectable()
export class RuleKeepers {
  constructor(private readonly scopes: Scopes) {}

  /** Without `id` the community that {@link toWrite} takes, or else the first that the actor reads. @throws NOT_FOUND */
  toRead(actor: Actor, edits: Permission, id?: string): Community {
    const seen = [...this.written(actor, edits), ...this.scopes.communitiesAround(actor.scopesWith(READS))];
    const found = id === undefined ? seen[0] : seen.find((one) => one === id);
    return found === undefined ? fail('NOT_FOUND') : this.scopes.communityOf(found);
  }

  /** @throws NOT_ALLOWED where the actor may only read, NOT_FOUND where not even that. */
  toWrite(actor: Actor, edits: Permission, id?: string): Community {
    const written = this.written(actor, edits);
    const found = id === undefined ? written[0] : written.find((one) => one === id);
    if (found !== undefined) return this.scopes.communityOf(found);
    this.toRead(actor, edits, id);
    return fail('NOT_ALLOWED');
  }

  mayWrite(actor: Actor, edits: Permission, { id }: Community): boolean {
    return this.written(actor, edits).includes(id);
  }

  /** Ids of the communities in which the permission holds throughout, not in a grid alone. */
  private written(actor: Actor, edits: Permission): string[] {
    return this.scopes.communitiesAmong(actor.scopesWith(edits));
  }
}
