/** An event of a ticket's history: codes, numbers and ids only; words are kept apart and referred to. */
import type { Action, Stage } from '@sevengrid/shared/tickets/flows';
import type { CodedFacts } from '@sevengrid/shared/tickets/views';
import type { FilingFacts } from './ticket.entity';

/** What an actor was to the ticket when they acted. */
export type ActedAs = 'requester' | 'handler' | 'verifier' | 'staff' | 'system';

export interface EventFacts extends CodedFacts {
  as: ActedAs;
  holderId?: string;
  /** Reference of the words that say where. */
  placeRef?: string;
  /** SHA-256 of salt and those words, or of the words that say where in `filing`. */
  placeDigest?: string;
  /** Of the event that opens: all that the ticket's row says of its filing. */
  filing?: FilingFacts;
  /** False for a remark among staff. */
  shown?: boolean;
  /** The requester, where a known person; set by open and attribute. */
  personId?: string;
  residentId?: string;
}

export interface TicketEvent {
  id: string;
  ticketId: string;
  /** 1 for the event that opens, without gaps. */
  seq: number;
  action: Action | 'attribute';
  /** The stage after it. */
  stage: Stage;
  actorId: string;
  actorKind: 'person' | 'guest' | 'system';
  /** Milliseconds UTC. */
  at: number;
  facts: EventFacts;
  textRef: string | null;
  textDigest: string | null;
}

/** Actions by which somebody handles a ticket, and after which they cannot verify it in the same cycle. */
export const HANDLING: readonly (Action | 'attribute')[] = ['accept', 'contact', 'resolve'];

/** Persons who handled or held it since `cycleSeq`, the first event of the cycle. */
export function handlersSince(events: readonly TicketEvent[], cycleSeq: number): Set<string> {
  const handlers = new Set<string>();
  for (const event of events) {
    if (event.seq < cycleSeq) continue;
    if (HANDLING.includes(event.action)) handlers.add(event.actorId);
    if (event.facts.holderId !== undefined) handlers.add(event.facts.holderId);
  }
  return handlers;
}
