/** When a ticket rises, whoever joins is told that it is theirs as well; all who lead at that tier where nobody joined or nobody had taken it on. */
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
      // What nobody took on is told to everybody there: whoever joined may be away from the desk, and it may be dangerous.
      const all = joinedId === undefined || trigger === 'accept_missed';
      const persons = all ? await this.tiers.leadsAt(tx, ticket.communityId, tier) : [joinedId];
      return { type: 'ticket.risen', persons: [...persons, ticket.holderId] };
    });
  }
}
