/** An event of a ticket's history: codes, numbers and ids only; words are kept apart and referred to. */
import type { Due } from '@sevengrid/shared/tickets/deadlines';
import type { Action, Stage } from '@sevengrid/shared/tickets/flows';
import type { ClockName } from '@sevengrid/shared/tickets/terms';
import type { CodedFacts } from '@sevengrid/shared/tickets/views';
import type { CaseState } from './case-state';
import type { FilingFacts } from './ticket.entity';

/** What an actor was to the ticket when they acted. */
export type ActedAs = 'requester' | 'handler' | 'verifier' | 'staff' | 'partner' | 'system';

export type Dues = Partial<Record<ClockName, Due>>;

export interface EventFacts extends CodedFacts {
  as: ActedAs;
  holderId?: string;
  /** Who held it, or had joined, until it was handed to somebody else. */
  formerId?: string;
  /** Who joined those that hold it, when it rose a tier; where it is reassigned, who took the place of the former. */
  joinedId?: string;
  /** The clocks that it set, as policy and calendar had them at that moment: history needs neither to be read. */
  dues?: Dues;
  /** Whoever accepted it found a visit needed. */
  onSite?: boolean;
  /** A request to an outside body, by the id it was given when it was made. */
  requestId?: string;
  organisationId?: string;
  /** The outside body has to reach the requester, and so sees name and phone. */
  withContact?: boolean;
  /** Who is to make the return visit. */
  verifierId?: string;
  /** Reference of the words that say where. */
  placeRef?: string;
  /** SHA-256 of salt and those words, or of the words that say where in `filing`. */
  placeDigest?: string;
  /** Of the event that opens: all that the ticket's row says of its filing. */
  filing?: FilingFacts;
  /** Media that came with the words, by id; they go with them. */
  photoIds?: readonly string[];
  voiceId?: string;
  /** False for a remark among staff. */
  shown?: boolean;
  /** The requester, where a known person; set by open and attribute. */
  personId?: string;
  residentId?: string;
}

/** Who acts where time does. */
export const SYSTEM_ID = '0'.repeat(26);

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
export const HANDLING: readonly (Action | 'attribute')[] = [
  'accept',
  'contact',
  'ask',
  'answer',
  'resolve',
  'coordinate',
  'recall',
  'escalate',
];

/** Persons who handled or held it in the cycle, its first event included. The requester's own answer is no handling. */
export function handlersOf(
  { holderId, joined, cycleSeq }: Pick<CaseState, 'holderId' | 'joined' | 'cycleSeq'>,
  events: readonly TicketEvent[],
): Set<string> {
  const handlers = new Set<string>(joined.map(({ personId }) => personId));
  if (holderId !== null) handlers.add(holderId);
  for (const { seq, action, actorId, facts } of events) {
    if (seq < cycleSeq) continue;
    if (HANDLING.includes(action) && facts.as !== 'requester') handlers.add(actorId);
    for (const id of [facts.holderId, facts.formerId]) if (id !== undefined) handlers.add(id);
  }
  return handlers;
}
