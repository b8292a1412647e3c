/** Whoever may verify it, being no part of the handling, is told that a return visit is due; and whoever is appointed to it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Candidates } from '../tickets/candidates';
import { historyOf } from '../tickets/ticket-history';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellVerifiersWhenTicketIsResolved implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly candidates: Candidates,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-verifiers-when-ticket-is-resolved', async (tx, { ticket, event }) => {
      const { verifierId } = event.facts;
      if (event.action === 'appoint' && verifierId) return { type: 'ticket.to_verify', persons: [verifierId] };
      // Where the appointed one has gone it is anybody's again.
      if (event.action !== 'resolve' && event.action !== 'appoint') return null;
      const persons = await this.candidates.verifiers(tx, ticket, await historyOf(tx, ticket.id));
      return { type: 'ticket.to_verify', persons };
    });
  }
}
