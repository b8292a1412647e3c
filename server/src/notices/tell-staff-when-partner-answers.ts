/** Whoever asked an outside body, and whoever holds the ticket, are told what came of it: an answer, a return, or silence. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findCoordination } from '../tickets/coordination.queries';
import { TicketNews } from './ticket-news';

const ANSWERS: readonly string[] = ['reply', 'return', 'miss'];

@Injectable()
export class TellStaffWhenPartnerAnswers implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-staff-when-partner-answers', async (tx, { ticket, event }) => {
      if (!ANSWERS.includes(event.action)) return null;
      const request = await findCoordination(tx, event.facts.requestId ?? '');
      return { type: 'ticket.partner_moved', persons: [request?.asked_by ?? null, ticket.holderId] };
    });
  }
}
