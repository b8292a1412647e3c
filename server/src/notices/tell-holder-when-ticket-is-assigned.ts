/** A new holder is told that it is theirs, and the holder of a reopened one that it is theirs again. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellHolderWhenTicketIsAssigned implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-holder-when-ticket-is-assigned', (_, { ticket, event }) => {
      if (event.action === 'reassign') return { type: 'ticket.assigned', persons: [event.facts.holderId ?? null] };
      return event.stage === 'reopened' && event.facts.cycle !== undefined
        ? { type: 'ticket.assigned', persons: [ticket.holderId] }
        : null;
    });
  }
}
