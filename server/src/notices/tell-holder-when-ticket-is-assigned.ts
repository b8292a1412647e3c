/** A new holder is told, and so is whoever takes the place of somebody who had joined, that it is theirs; and the holder of a reopened one that it is theirs again. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellHolderWhenTicketIsAssigned implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-holder-when-ticket-is-assigned', (_, { ticket, event }) => {
      const { holderId = null, joinedId = null } = event.facts;
      if (event.action === 'reassign') return { type: 'ticket.assigned', persons: new Set([holderId, joinedId]) };
      return event.stage === 'reopened' && event.facts.cycle !== undefined
        ? { type: 'ticket.assigned', persons: [ticket.holderId] }
        : null;
    });
  }
}
