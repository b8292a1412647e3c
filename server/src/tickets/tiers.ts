/** Who joins when a ticket rises: somebody who leads at that tier, the one with least in hand, and never one on leave. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tier } from '@sevengrid/shared/tickets/terms';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { rows } from '../platform/database/sql';
import { IS_OPEN } from './work-in-hand';

@Injectable()
export class Tiers {
  constructor(
    private readonly people: People,
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  /** Null where the tier has nobody: it rises all the same, and is told there. */
  async officer(
    tx: EntityManager,
    communityId: string,
    tier: Tier,
    besides: readonly string[],
  ): Promise<string | null> {
    const found = (await this.leadsAt(tx, communityId, tier)).filter((id) => !besides.includes(id));
    const present = [];
    for (const id of found) if (!(await this.teams.onLeave(tx, id))) present.push(id);
    if (present.length === 0) return null;
    const busy = await rows<{ person_id: string; n: number }>(
      tx,
      `SELECT h.person_id, COUNT(*) AS n FROM ticket_holder h JOIN ticket t ON t.id = h.ticket_id
       WHERE h.person_id IN (?) AND ${IS_OPEN} GROUP BY h.person_id`,
      [present],
    );
    const load = new Map(busy.map((row) => [row.person_id, row.n]));
    return present.sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))[0] ?? null;
  }

  /** Those whose right to lead comes from the tier itself. */
  async leadsAt(tx: EntityManager, communityId: string, tier: Tier): Promise<string[]> {
    const [, street] = this.scopes.pathOf(communityId);
    const above = street ? await this.people.holding(tx, 'ticket.lead', street) : [];
    if (tier === 'street') return above;
    const all = await this.people.holding(tx, 'ticket.lead', communityId);
    return all.filter((person) => !above.includes(person));
  }
}
