/** Who goes on with a ticket that opens again, where whoever held it no longer handles tickets there. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import type { Ticket } from './ticket.entity';

@Injectable()
export class Successors {
  constructor(
    private readonly people: People,
    private readonly teams: GridTeams,
  ) {}

  /** Who answers in the grid; null while the holder is there, or where nobody of its team is either: then it is for a hand-over. */
  async of(tx: EntityManager, { gridId, holderId }: Pick<Ticket, 'gridId' | 'holderId'>): Promise<string | null> {
    if (holderId === null) return null;
    const there = await this.people.holding(tx, 'ticket.handle', gridId);
    if (there.includes(holderId)) return null;
    const { answering, worker, backup } = await this.teams.of(tx, gridId);
    return [answering, worker, backup].find((id) => id !== null && there.includes(id)) ?? null;
  }
}
