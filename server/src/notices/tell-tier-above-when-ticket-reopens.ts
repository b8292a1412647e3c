/** The tier above is told of a first reopening, and from the second on is the one that carries it; likewise of an objection. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tierAbove, type Tier } from '@sevengrid/shared/tickets/terms';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { TicketNews, type Moved } from './ticket-news';

@Injectable()
export class TellTierAboveWhenTicketReopens implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly people: People,
    private readonly scopes: Scopes,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-tier-above-when-ticket-reopens', async (tx, moved) => {
      const tier = this.tierTold(moved);
      return tier && { type: 'ticket.tier_told', persons: await this.leads(tx, tier, moved.ticket.communityId) };
    });
  }

  private tierTold({ ticket, event }: Moved): Tier | null {
    const tier = event.facts.tier ?? ticket.tier;
    if (event.action === 'contest') return tier;
    if (event.facts.cycle === undefined) return null;
    return event.facts.cycle === 2 ? tierAbove(tier) : tier;
  }

  /** Those of the community itself, or those whose right comes from above it. */
  private async leads(tx: EntityManager, tier: Tier, communityId: string): Promise<string[]> {
    const all = await this.people.holding(tx, 'ticket.lead', communityId);
    const [, street] = this.scopes.pathOf(communityId);
    const above = new Set(street ? await this.people.holding(tx, 'ticket.lead', street) : []);
    return tier === 'street' && above.size > 0 ? [...above] : all.filter((person) => !above.has(person));
  }
}
