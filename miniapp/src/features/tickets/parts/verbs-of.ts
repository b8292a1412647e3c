/** Which of a ticket's moves the requester makes on its own page, and which belong to the page of staff's verbs. */
import type { Action } from '@sevengrid/shared/tickets/flows';
import type { TicketView } from '@sevengrid/shared/tickets/views';

const REQUESTERS = ['confirm', 'reopen', 'withdraw', 'contest'] as const;

export type RequesterVerb = (typeof REQUESTERS)[number];

const isRequesters = (action: Action): action is RequesterVerb => (REQUESTERS as readonly Action[]).includes(action);

export interface Verbs {
  requester: RequesterVerb[];
  staff: Action[];
}

/** A verifier or a lead may reopen as well: for whoever is not the requester that is a verb of staff. */
export function verbsOf({ moves, mine }: Pick<TicketView, 'moves' | 'mine'>): Verbs {
  return {
    requester: mine ? REQUESTERS.filter((verb) => moves.includes(verb)) : [],
    staff: moves.filter((move) => move !== 'open' && !(mine && isRequesters(move))),
  };
}
