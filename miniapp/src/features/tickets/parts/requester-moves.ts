/** Which of a ticket's moves are the requester's own; the others belong to staff's verbs. */
import type { TicketView } from '@sevengrid/shared/tickets/views';

const REQUESTERS = ['confirm', 'reopen', 'withdraw', 'contest'] as const;

export type RequesterMove = (typeof REQUESTERS)[number];

/** A verifier or a lead may reopen as well, but on the page of staff's verbs. */
export const requesterMoves = ({ moves, mine }: Pick<TicketView, 'moves' | 'mine'>): RequesterMove[] =>
  mine ? REQUESTERS.filter((move) => moves.includes(move)) : [];
