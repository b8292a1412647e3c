/** All open work of one person into another's hands in one action, with the leave where it is for that: nothing stays with who has gone. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { HandOver } from '@sevengrid/shared/tickets/requests';
import type { HandedOverView, HolderList } from '@sevengrid/shared/tickets/views';
import { LeavesService } from '../grids/leaves.service';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { inputFingerprint } from '../platform/database/fingerprint';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Candidates } from './candidates';
import { CaseEngine } from './case-engine';

interface Held {
  id: string;
  grid_id: string;
}

@Injectable()
export class HandOverService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly candidates: Candidates,
    private readonly leaves: LeavesService,
    private readonly engine: CaseEngine,
  ) {}

  /** Everybody who handles tickets where the actor may hand over, with the grids that tell who can take over from whom. */
  holders(actor: Actor): Promise<HolderList> {
    return this.uow.read(async (tx) => {
      const handling = await this.handling(tx, actor);
      const ids = [...handling.keys()];
      const { items } = await this.candidates.list(tx, ids);
      const held = await this.candidates.heldIn(tx, ids);
      return {
        items: items.map((one) => ({
          ...one,
          gridIds: handling.get(one.id) ?? [],
          heldIn: held.get(one.id) ?? [],
        })),
      };
    });
  }

  async handOver(actor: Actor, key: string, body: HandOver): Promise<HandedOverView> {
    const request = { actor, key, operation: ticketRoutes.handOver.name, fingerprint: inputFingerprint(body) };
    return this.uow.once(request, (tx) => this.move(tx, actor, body));
  }

  private async move(tx: EntityManager, actor: Actor, { fromId, toId, words, leave }: HandOver) {
    const held = await rows<Held>(
      tx,
      `SELECT t.id, t.grid_id FROM ticket t WHERE t.holder_id = ?
       AND t.phase IN ('new', 'active', 'waiting_requester', 'waiting_partner') ORDER BY t.id FOR UPDATE`,
      [fromId],
    );
    if (!(await this.handling(tx, actor)).has(fromId) && held.length === 0) fail('NOT_FOUND');
    await this.demandSuitable(tx, actor, fromId, toId, held);
    if (leave) await this.leaves.put(tx, actor, fromId, leave);
    for (const { id } of held)
      await this.engine.move(tx, actor, { ticketId: id, action: 'reassign', given: { holderId: toId }, words });
    return { moved: held.length };
  }

  /** All or nothing: whoever takes over must be allowed to handle each, and the actor to move each. */
  private async demandSuitable(tx: EntityManager, actor: Actor, fromId: string, toId: string, held: readonly Held[]) {
    if (toId === fromId) fail('HOLDER_UNSUITABLE');
    const grids = [...new Set(held.map((ticket) => ticket.grid_id))];
    if (grids.some((id) => !actor.may('ticket.hand_over', this.scopes.pathOf(id)))) fail('NOT_ALLOWED');
    for (const grid of grids)
      if (!(await this.people.holding(tx, 'ticket.handle', grid)).includes(toId)) fail('HOLDER_UNSUITABLE');
    if (grids.length === 0 && !(await this.handling(tx, actor)).has(toId)) fail('HOLDER_UNSUITABLE');
  }

  /** Who handles tickets where the actor may hand over, and in which grids. */
  private async handling(tx: EntityManager, actor: Actor): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const grid of this.scopes.gridsAmong(actor.scopesWith('ticket.hand_over')))
      for (const person of await this.people.holding(tx, 'ticket.handle', grid))
        found.set(person, [...(found.get(person) ?? []), grid]);
    return found;
  }
}
