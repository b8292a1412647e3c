/** Whoever answers in the grid is told of a new ticket; of danger to life, worker and backup both. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GridTeams } from '../grids/grid-teams';
import { TicketNews } from './ticket-news';

@Injectable()
export class TellTeamWhenTicketIsOpened implements OnModuleInit {
  constructor(
    private readonly news: TicketNews,
    private readonly teams: GridTeams,
  ) {}

  onModuleInit(): void {
    this.news.on('tell-team-when-ticket-is-opened', async (tx, { ticket, event }) => {
      if (event.action !== 'open' && event.action !== 'contest') return null;
      const { worker, backup, answering } = await this.teams.of(tx, ticket.gridId);
      const persons = ticket.grade === 'G0' ? [worker, backup] : [answering];
      return { type: 'ticket.assigned', persons };
    });
  }
}
