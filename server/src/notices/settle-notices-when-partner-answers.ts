/** What an outside body has answered or sent back is read for all who answer for it: it waits for none of them. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '../identity/people';
import { findCoordination } from '../tickets/coordination.queries';
import { NoticeBook } from './notice-book';
import { TicketNews } from './ticket-news';

@Injectable()
export class SettleNoticesWhenPartnerAnswers implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly book: NoticeBook,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.news.on('settle-notices-when-partner-answers', async (tx, { event }) => {
      const { requestId } = event.facts;
      if (requestId === undefined || (event.action !== 'reply' && event.action !== 'return')) return null;
      const request = await findCoordination(tx, requestId);
      const persons = request ? await this.people.answeringFor(tx, request.organisation_id) : [];
      await this.book.settle(tx, persons, { kind: 'coordination', id: requestId }, event.at);
      return null;
    });
  }
}
