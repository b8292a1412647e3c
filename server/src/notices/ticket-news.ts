/** What the rules of notices need to know of a ticket that moved, and the notice made of it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeType, SubjectKind } from '@sevengrid/shared/notices/views';
import { Outbox } from '../platform/jobs/outbox';
import { findTicket, type Ticket } from '../tickets/ticket.entity';
import type { TicketEvent } from '../tickets/ticket-event';
import { findEvent } from '../tickets/ticket-history';
import { factsOf } from '../tickets/timeline.views';
import '../tickets/news-of-tickets';
import { NoticeBook } from './notice-book';

export interface Moved {
  ticket: Ticket;
  event: TicketEvent;
}

/** Whom a rule tells, and as what. */
export interface Telling {
  type: NoticeType;
  persons: Iterable<string | null>;
  /** What it leads to, where that is not the ticket. */
  subject?: { kind: SubjectKind; id: string };
}

@Injectable()
export class TicketNews {
  constructor(
    private readonly outbox: Outbox,
    private readonly book: NoticeBook,
  ) {}

  /** Whenever a ticket moves, `rule` says whom to tell. */
  on(rule: string, whom: (tx: EntityManager, moved: Moved) => Telling | null | Promise<Telling | null>): void {
    this.outbox.on('ticket.moved', rule, async (tx, { ticketId, eventId }) => {
      const event = await findEvent(tx, eventId);
      const ticket = await findTicket(tx, ticketId);
      if (!event || !ticket || event.action === 'attribute') return;
      const telling = await whom(tx, { ticket, event });
      if (telling) await this.tell(tx, telling, { ticket, event });
    });
  }

  private async tell(tx: EntityManager, { type, persons, ...about }: Telling, { ticket, event }: Moved): Promise<void> {
    if (event.action === 'attribute') return;
    const atWork = event.facts.as !== 'requester' && event.actorKind === 'person';
    const facts = {
      ...factsOf(event.facts, new Map()),
      action: event.action,
      stage: event.stage,
      ...(atWork ? { actorId: event.actorId } : {}),
      ...(event.facts.holderId ? { holderId: event.facts.holderId } : {}),
    };
    const subject = about.subject ?? { kind: 'ticket' as const, id: ticket.id };
    await this.book.tell(tx, persons, event.actorId, { eventId: event.id, type, subject, facts, at: event.at });
  }
}
