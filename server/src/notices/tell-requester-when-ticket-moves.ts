/** Whoever asked is told of every move but remarks among staff; and the central household that filed it for them. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellRequesterWhenTicketMoves implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-requester-when-ticket-moves', (_, { ticket, event }) => {
      if (event.facts.shown === false) return null;
      const recorder = ticket.filedAs === 'central' ? ticket.recorderId : null;
      return { type: 'ticket.moved', persons: [ticket.requesterPersonId, recorder] };
    });
  }
}
