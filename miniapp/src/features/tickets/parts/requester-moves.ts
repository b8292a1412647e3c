/** Which of a ticket's moves are the requester's own; the others belong to staff's verbs. */
import type { TicketView } from '@sevengrid/shared/tickets/views';

const REQUESTERS = ['answer', 'confirm', 'reopen', 'rate', 'withdraw', 'contest'] as const;

export type RequesterMove = (typeof REQUESTERS)[number];

/** Thirty days after it was closed nothing is left to say about it. */
export const isOver = ({ reopenUntil }: Pick<TicketView, 'reopenUntil'>, now: number): boolean =>
  reopenUntil !== null && now > Date.parse(reopenUntil);

/** A verifier or a lead may reopen as well, but on the page of staff's verbs. */
export const requesterMoves = (
  ticket: Pick<TicketView, 'moves' | 'mine' | 'reopenUntil'>,
  now: number,
): RequesterMove[] =>
  ticket.mine && !isOver(ticket, now) ? REQUESTERS.filter((move) => ticket.moves.includes(move)) : [];
