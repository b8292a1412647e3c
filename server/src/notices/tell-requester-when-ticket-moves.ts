/** Whoever asked is told of every move but what stays among staff; and whoever typed it for them, who is called about it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isShown } from '../tickets/timeline.views';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellRequesterWhenTicketMoves implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-requester-when-ticket-moves', (_, { ticket, event }) => {
      // Where somebody took a place among those who joined, their worker is the same; the timeline tells it.
      const behind = event.action === 'reassign' && event.facts.holderId === undefined;
      if (!isShown(event) || behind) return null;
      return { type: 'ticket.moved', persons: [ticket.requesterPersonId, ticket.recorderId] };
    });
  }
}
