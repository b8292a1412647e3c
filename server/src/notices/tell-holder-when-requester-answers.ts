/** The holder is told of the requester's answer, and when the time for it is over and the work goes on without. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellHolderWhenRequesterAnswers implements OnModuleInit {
  constructor(private readonly news: TicketNews) {}

  onModuleInit(): void {
    this.news.on('tell-holder-when-requester-answers', (_, { ticket, event }) =>
      event.action === 'answer' || event.action === 'resume'
        ? { type: 'ticket.moved', persons: [ticket.holderId] }
        : null,
    );
  }
}
