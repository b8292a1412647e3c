/** Whoever answers in the grid is told that somebody asks to be bound to a household. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GridTeams } from '../grids/grid-teams';
import '../grids/news-of-grids';
import { one } from '../platform/database/sql';
import { Outbox } from '../platform/jobs/outbox';
import { NoticeBook } from './notice-book';

@Injectable()
export class TellWorkerWhenBindingIsAsked implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly teams: GridTeams,
    private readonly book: NoticeBook,
  ) {}

  onModuleInit(): void {
    this.outbox.on('binding.asked', 'tell-worker-when-binding-is-asked', async (tx, { bindingId }, eventId) => {
      const binding = await one<{ grid_id: string; person_id: string | null; requested_at: Date }>(
        tx,
        'SELECT grid_id, person_id, requested_at FROM binding WHERE id = ?',
        [bindingId],
      );
      if (!binding) return;
      const { answering } = await this.teams.of(tx, binding.grid_id);
      const subject = { kind: 'binding' as const, id: bindingId };
      const at = binding.requested_at.getTime();
      await this.book.tell(tx, [answering], binding.person_id, {
        eventId,
        type: 'binding.asked',
        subject,
        facts: {},
        at,
      });
    });
  }
}
