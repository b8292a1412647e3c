/** Whoever may verify it, being no part of the handling, is told that a return visit is due; and whoever is appointed to it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import { handlersSince } from '../tickets/ticket-event';
import { historyOf } from '../tickets/ticket-history';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellVerifiersWhenTicketIsResolved implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly people: People,
    private readonly teams: GridTeams,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-verifiers-when-ticket-is-resolved', async (tx, { ticket, event }) => {
      if (event.action === 'appoint') return { type: 'ticket.to_verify', persons: [event.facts.verifierId ?? null] };
      if (event.action !== 'resolve') return null;
      const handlers = handlersSince(await historyOf(tx, ticket.id), ticket.cycleSeq);
      const { worker, backup } = await this.teams.of(tx, ticket.gridId);
      const taken = new Set([...handlers, ticket.holderId, worker, backup]);
      const verifiers = await this.people.holding(tx, 'ticket.verify', ticket.gridId);
      return { type: 'ticket.to_verify', persons: verifiers.filter((person) => !taken.has(person)) };
    });
  }
}
