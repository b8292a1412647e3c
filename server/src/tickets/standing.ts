/** What somebody is to a case, by the names that the flow uses, and what of it lets them act; pure. */
import type { FaultCode } from '@sevengrid/shared/faults';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { APPEAL_FLOW, type Action, type By } from '@sevengrid/shared/tickets/flows';
import { REOPEN_DAYS } from '@sevengrid/shared/tickets/terms';
import { hindrance, type Situation } from './appeal-rules';
import type { CaseState } from './case-state';
import { handlersOf, type ActedAs, type TicketEvent } from './ticket-event';

const DAY = 86_400_000;

/** What the actor is to the ticket, by each name that the flow uses. */
export type Standing = ReadonlySet<By> & { readonly dependent: boolean };

export const ACTS_AS: Record<By, ActedAs> = {
  requester: 'requester',
  holder: 'handler',
  verifier: 'verifier',
  partner: 'partner',
  system: 'system',
  'ticket.file': 'requester',
  'ticket.file_for': 'staff',
  'ticket.handle': 'handler',
  'ticket.decline': 'staff',
  'ticket.lead': 'staff',
  'ticket.reassign': 'staff',
  'ticket.regrade': 'staff',
  'ticket.coordinate': 'staff',
  'ticket.appoint': 'staff',
};

/** Permissions by which people act on tickets; besides these, `ticket.verify` makes a verifier of whoever is independent. */
export const ACTING = [
  'ticket.handle',
  'ticket.decline',
  'ticket.lead',
  'ticket.reassign',
  'ticket.regrade',
  'ticket.coordinate',
  'ticket.appoint',
] as const satisfies readonly (Permission & By)[];

/** Somebody, as far as it matters for one ticket. */
export interface Person {
  id: string;
  /** Permissions held in the ticket's scope. */
  may: (permission: (typeof ACTING)[number] | 'ticket.verify') => boolean;
  /** Asked for it. */
  asked: boolean;
  /** Of the team of the ticket's grid. */
  onTeam: boolean;
  /** Answers for its holder, who is on leave. */
  standsIn: boolean;
}

type Case = Readonly<{ state: CaseState; history: readonly TicketEvent[] }>;

/** True for its holder, who stands in for them, or who joined when it rose and leads there still. */
function holds({ id, may, standsIn }: Person, { holderId, joined }: CaseState): boolean {
  const leads = may('ticket.lead') && joined.some(({ personId }) => personId === id);
  return leads || (holderId !== null && may('ticket.handle') && (holderId === id || standsIn));
}

export function standingOf(person: Person, { state, history }: Case): Standing {
  const held = new Set<By>(ACTING.filter((permission) => person.may(permission)));
  const handled = handlersOf(state, history).has(person.id);
  // An objection is not decided by whoever it is against.
  if (state.contested && history.some(({ action, actorId }) => action === 'decline' && actorId === person.id))
    held.delete('ticket.decline');
  // Whoever handled it cannot speak for the requester too, or a worker could confirm their own work.
  if (person.asked && !handled) held.add('requester');
  if (holds(person, state)) held.add('holder');
  const verifies = person.may('ticket.verify');
  const apart = verifies && !handled && !person.onTeam;
  if (apart) held.add('verifier');
  return Object.assign(held, { dependent: verifies && !apart });
}

/** The relations by which somebody may do `action`; none means that they may not. */
export const relations = (action: Action, standing: Standing): By[] =>
  APPEAL_FLOW[action].by.filter((relation) => standing.has(relation));

/** Why somebody without a relation is refused. */
export function refusal(action: Action, standing: Standing): FaultCode {
  const verifies = APPEAL_FLOW[action].by.includes('verifier') && standing.dependent;
  return verifies ? 'VERIFIER_NOT_INDEPENDENT' : 'NOT_ALLOWED';
}

/** What a case looks like to rules that need no actor. */
export type Looked = Pick<Situation, 'state' | 'now' | 'policy' | 'calendar'>;

/** Last instant for saying "not solved"; null while it is open, or when it was never resolved. */
export const reopenUntil = ({ closedAt, stage }: Pick<CaseState, 'closedAt' | 'stage'>): number | null =>
  closedAt !== null && (stage === 'verified' || stage === 'confirmed') ? closedAt + REOPEN_DAYS * DAY : null;

/** What stands in the way although stage and relation are right. The thirty days do not bind a lead. */
export function barred(action: Action, looked: Looked, by: readonly By[]): FaultCode | null {
  const until = reopenUntil(looked.state);
  const late = action === 'reopen' && until !== null && looked.now > until && !by.includes('ticket.lead');
  return late ? 'REOPEN_TOO_LATE' : hindrance(action, looked);
}
