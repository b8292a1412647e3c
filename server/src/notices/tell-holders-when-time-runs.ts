/** Whoever holds it is warned as its time runs out; when it is over, so are those who lead the community; of the return visit, its verifier. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GridTeams } from '../grids/grid-teams';
import { joinedOf } from '../tickets/side-records';
import { Tiers } from '../tickets/tiers';
import { TicketNews, type Moved } from './ticket-news';

@Injectable()
export class TellHoldersWhenTimeRuns implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly teams: GridTeams,
    private readonly tiers: Tiers,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-holders-when-time-runs', async (tx, moved) => {
      if (moved.event.action !== 'warn') return null;
      return { type: 'ticket.warned', persons: await this.warned(tx, moved) };
    });
  }

  private async warned(tx: EntityManager, { ticket, event }: Moved): Promise<(string | null)[]> {
    const { clock, percent = 0 } = event.facts;
    const leads = percent >= 100 ? await this.tiers.leadsAt(tx, ticket.communityId, 'community') : [];
    if (clock === 'follow_up' || clock === 'revisit')
      return ticket.verifierId
        ? [ticket.verifierId, ...leads]
        : await this.tiers.leadsAt(tx, ticket.communityId, 'community');
    if (ticket.holderId === null) {
      const { worker, backup } = await this.teams.of(tx, ticket.gridId);
      return [worker, backup, ...leads];
    }
    const joined = await joinedOf(tx, [ticket.id]);
    return [ticket.holderId, ...joined.map(({ personId }) => personId), ...leads];
  }
}
