/** The holder is told when the work is found solved or not, confirmed, or no longer wanted. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

const ENDS: readonly string[] = ['verified', 'confirmed', 'withdrawn'];

@Injectable()
export class TellHolderWhenTicketEnds implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-holder-when-ticket-ends', (_, { ticket, event }) =>
      ENDS.includes(event.stage) ? { type: 'ticket.moved', persons: [ticket.holderId] } : null,
    );
  }
}
