/** Whoever answers for an outside body is told that it is asked, warned as its time runs out, and told when it is no longer needed. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '../identity/people';
import { findCoordination } from '../tickets/coordination.queries';
import { TicketNews } from './ticket-news';

const TOLD: readonly string[] = ['coordinate', 'recall', 'warn', 'miss'];

@Injectable()
export class TellPartnerWhenItIsAsked implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-partner-when-it-is-asked', async (tx, { event }) => {
      const { requestId } = event.facts;
      if (requestId === undefined || !TOLD.includes(event.action)) return null;
      const request = await findCoordination(tx, requestId);
      if (!request) return null;
      const persons = await this.people.answeringFor(tx, request.organisation_id);
      return { type: 'coordination.asked', persons, subject: { kind: 'coordination', id: requestId } };
    });
  }
}
