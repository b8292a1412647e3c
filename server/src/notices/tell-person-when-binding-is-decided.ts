/** Whoever asked to be bound is told what was decided, and of a refusal why; or that nobody decided in time. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import '../grids/news-of-grids';
import { Clock } from '../platform/clock/clock';
import { Outbox } from '../platform/jobs/outbox';
import { NoticeBook, type StoredFacts } from './notice-book';

@Injectable()
export class TellPersonWhenBindingIsDecided implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly book: NoticeBook,
  ) {}

  onModuleInit(): void {
    const rule = 'tell-person-when-binding-is-decided';
    this.outbox.on('binding.confirmed', rule, (tx, { bindingId, personId }, eventId) =>
      this.tell(tx, eventId, bindingId, personId, { confirmed: true }),
    );
    this.outbox.on('binding.refused', rule, (tx, { bindingId, personId, reasonRef }, eventId) =>
      this.tell(tx, eventId, bindingId, personId, { confirmed: false, reasonRef }),
    );
    this.outbox.on('binding.lapsed', rule, (tx, { bindingId, personId }, eventId) =>
      this.tell(tx, eventId, bindingId, personId, { confirmed: false, lapsed: true }),
    );
  }

  private async tell(tx: EntityManager, eventId: string, id: string, personId: string | null, facts: StoredFacts) {
    const at = (await this.clock.now(tx)).getTime();
    const subject = { kind: 'binding' as const, id };
    await this.book.tell(tx, [personId], null, { eventId, type: 'binding.decided', subject, facts, at });
  }
}
