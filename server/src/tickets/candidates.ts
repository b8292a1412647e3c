/** Who could hold a ticket, and who could verify it, with what each has in hand already. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CandidateList } from '@sevengrid/shared/tickets/views';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { rows } from '../platform/database/sql';
import { replay } from './replay';
import { handlersOf, type TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';

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

  /** The grids in which each has open tickets in hand. */
  async heldIn(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const held = new Map<string, string[]>();
    if (ids.length === 0) return held;
    const found = await rows<{ holder_id: string; grid_id: string }>(
      tx,
      `SELECT DISTINCT holder_id, grid_id FROM ticket WHERE holder_id IN (?)
       AND phase IN ('new', 'active', 'waiting_requester', 'waiting_partner')`,
      [ids],
    );
    for (const row of found) held.set(row.holder_id, [...(held.get(row.holder_id) ?? []), row.grid_id]);
    return held;
  }

  async list(tx: EntityManager, ids: readonly string[]): Promise<CandidateList> {
    const names = await this.people.displayNames(tx, ids);
    const inHand = await this.inHand(tx, ids);
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

  private async inHand(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const found = await rows<{ holder_id: string; n: number }>(
      tx,
      `SELECT holder_id, COUNT(*) AS n FROM ticket WHERE holder_id IN (?)
       AND phase IN ('new', 'active', 'waiting_requester', 'waiting_partner') GROUP BY holder_id`,
      [ids],
    );
    return new Map(found.map((row) => [row.holder_id, row.n]));
  }
}
