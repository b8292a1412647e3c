/** The tier above is told of a first reopening, and from the second on is the one that carries it; likewise of an objection. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tierAbove, type Tier } from '@sevengrid/shared/tickets/terms';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { historyOf } from '../tickets/ticket-history';
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
      if (!tier) return null;
      const { id, communityId } = moved.ticket;
      const decliner = moved.event.action === 'contest' ? await this.declinerOf(tx, id) : null;
      return { type: 'ticket.tier_told', persons: await this.leads(tx, tier, communityId, decliner) };
    });
  }

  private tierTold({ ticket, event }: Moved): Tier | null {
    const tier = event.facts.tier ?? ticket.tier;
    if (event.action === 'contest') return tier;
    if (event.facts.cycle === undefined) return null;
    return event.facts.cycle === 2 ? tierAbove(tier) : tier;
  }

  /** Whom the objection is against, and who does not decide on it. */
  private async declinerOf(tx: EntityManager, ticketId: string): Promise<string | null> {
    return (await historyOf(tx, ticketId)).findLast(({ action }) => action === 'decline')?.actorId ?? null;
  }

  /** Those of the community itself, or those whose right comes from above it; these as well where nobody else is left. */
  private async leads(tx: EntityManager, tier: Tier, communityId: string, besides: string | null): Promise<string[]> {
    const all = await this.people.holding(tx, 'ticket.lead', communityId);
    const [, street] = this.scopes.pathOf(communityId);
    const above = new Set(street ? await this.people.holding(tx, 'ticket.lead', street) : []);
    const here = all.filter((person) => !above.has(person) && person !== besides);
    const raised = above.size > 0 && (tier === 'street' || (besides !== null && here.length === 0));
    return raised ? [...above] : here;
  }
}
