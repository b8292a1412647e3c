/** Who sees which tickets: the only place that decides on rows, for one ticket and for lists. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { one } from '../platform/database/sql';
import type { Ticket } from './ticket.entity';

export interface Sight {
  /** Asked for it, as a person; or as a guest for as long as no person is known who did. */
  requester: boolean;
  /** Typed it for somebody, staff or central household: sees it and is told, but does not speak for them. */
  recorder: boolean;
  /** Works with tickets in its scope, and so sees remarks among staff. */
  work: boolean;
}

/** Rows that a caller works with: those of `ticket` with one of these ids in the column; never empty. */
export interface Rows {
  column: 'community_id' | 'grid_id';
  ids: string[];
}

/** A guest's ticket that was claimed, or given to its resident, is theirs alone from then on. */
export const hasKnownRequester = (ticket: Pick<Ticket, 'requesterPersonId' | 'requesterResidentId'>): boolean =>
  ticket.requesterPersonId !== null || ticket.requesterResidentId !== null;

@Injectable()
export class WhoSees {
  constructor(private readonly scopes: Scopes) {}

  /** What the ticket is to the actor; null when it is not theirs to see, which is answered like a missing one. */
  async sight(tx: EntityManager, actor: Actor, ticket: Ticket): Promise<Sight | null> {
    const recorder = ticket.recorderId === actor.id;
    const requester =
      actor.kind === 'guest'
        ? !hasKnownRequester(ticket) && (await this.follows(tx, actor.id, ticket.id))
        : ticket.requesterPersonId === actor.id;
    const work = actor.may('ticket.read', this.scopes.pathOf(ticket.gridId));
    return requester || recorder || work ? { requester, recorder, work } : null;
  }

  /** Rows of the scopes where the actor holds `permission`, all or one grid's; null when there are none. */
  rows(actor: Actor, permission: Permission, gridId?: string): Rows | null {
    const mine = actor.scopesWith(permission);
    if (gridId !== undefined) return mine.includes(gridId) ? { column: 'grid_id', ids: [gridId] } : null;
    const communities = mine.filter((id) => this.scopes.view(id)?.kind === 'community');
    const below = new Set(communities.flatMap((id) => this.scopes.withDescendants(id)));
    const grids = this.scopes.gridsAmong(mine);
    if (communities.length > 0 && grids.every((id) => below.has(id)))
      return { column: 'community_id', ids: communities };
    return grids.length > 0 ? { column: 'grid_id', ids: grids } : null;
  }

  private async follows(tx: EntityManager, guestId: string, ticketId: string): Promise<boolean> {
    const sql = 'SELECT 1 AS found FROM ticket_guest WHERE guest_id = ? AND ticket_id = ?';
    return (await one(tx, sql, [guestId, ticketId])) !== null;
  }
}
