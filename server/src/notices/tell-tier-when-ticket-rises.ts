/** When a ticket rises, whoever joins is told that it is theirs as well; where nobody joined, all who lead at that tier. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Tiers } from '../tickets/tiers';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellTierWhenTicketRises implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly tiers: Tiers,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-tier-when-ticket-rises', async (tx, { ticket, event }) => {
      const { trigger, tier, joinedId } = event.facts;
      // A reopening is told to the tier by a rule of its own.
      if (trigger === undefined || trigger === 'reopened' || tier === undefined) return null;
      const persons = joinedId ? [joinedId] : await this.tiers.leadsAt(tx, ticket.communityId, tier);
      return { type: 'ticket.risen', persons: [...persons, ticket.holderId] };
    });
  }
}
