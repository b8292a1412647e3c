/** The holder is told when the work is found solved or not, confirmed, or no longer wanted. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

/** What is done and said afterwards, such as a survey, is none of the holder's business. */
const ENDS: readonly string[] = ['verify', 'revisit', 'confirm', 'withdraw'];

@Injectable()
export class TellHolderWhenTicketEnds implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-holder-when-ticket-ends', (_, { ticket, event }) =>
      ENDS.includes(event.action) && event.stage !== 'reopened'
        ? { type: 'ticket.moved', persons: [ticket.holderId] }
        : null,
    );
  }
}
