/** Who could hold a ticket, and who could verify it, with what each has in hand already. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CandidateList } from '@sevengrid/shared/tickets/hand-over.views';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { replay } from './replay';
import { handlersOf, type TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';
import { countsOf, workInHand, type Work } from './work-in-hand';

@Injectable()
export class Candidates {
  constructor(
    private readonly people: People,
    private readonly teams: GridTeams,
    private readonly scopes: Scopes,
  ) {}

  /** Everybody who handles tickets in the grid, but the one who holds it. */
  async holders(tx: EntityManager, { gridId, holderId }: Pick<Ticket, 'gridId' | 'holderId'>): Promise<string[]> {
    const handlers = await this.people.holding(tx, 'ticket.handle', gridId);
    return handlers.filter((person) => person !== holderId);
  }

  /** The same rule as in standing.ts, for everybody at once. */
  async verifiers(
    tx: EntityManager,
    ticket: Pick<Ticket, 'gridId'>,
    history: readonly TicketEvent[],
  ): Promise<string[]> {
    const handled = handlersOf(replay(history), history);
    const found: string[] = [];
    for (const person of await this.people.holding(tx, 'ticket.verify', ticket.gridId)) {
      if (handled.has(person)) continue;
      if (!(await this.teams.isOnTeam(tx, person, ticket.gridId))) found.push(person);
    }
    return found;
  }

  /** `work` where it was read already, of the same persons at least. */
  async list(tx: EntityManager, ids: readonly string[], work?: readonly Work[]): Promise<CandidateList> {
    const names = await this.people.displayNames(tx, ids);
    const inHand = countsOf(work ?? (await workInHand(tx, { persons: ids })));
    const items = [];
    for (const id of ids) {
      const [serves] = await this.teams.gridsOf(tx, id);
      const grid = serves ? this.scopes.view(serves.gridId) : null;
      items.push({
        id,
        displayName: names.get(id) ?? '',
        gridName: grid?.name ?? null,
        gridNameBo: grid?.nameBo ?? null,
        onLeave: await this.teams.onLeave(tx, id),
        inHand: inHand.get(id) ?? 0,
      });
    }
    return { items };
  }
}
