/** What each action of the appeal adds to the flow: the stage it ends in, and the facts that go into history. */
import type { FaultCode } from '@sevengrid/shared/faults';
import { daysBetween } from '@sevengrid/shared/kernel/days';
import type { Calendar, Policy } from '@sevengrid/shared/tickets/deadlines';
import { APPEAL_FLOW, type Action, type Stage } from '@sevengrid/shared/tickets/flows';
import { ATTEMPTS_BEFORE_NOT_REACHED, tierAbove } from '@sevengrid/shared/tickets/terms';
import { acceptDue, resolveDue } from './due-dates';
import type { TicketState } from './projection';
import type { EventFacts, TicketEvent } from './ticket-event';

export type Given = Omit<Partial<EventFacts>, 'as' | 'dueAt' | 'tier' | 'cycle'>;

export interface Situation {
  ticket: TicketState;
  history: readonly TicketEvent[];
  given: Given;
  actorId: string;
  /** Milliseconds UTC. */
  now: number;
  tzOffset: number;
  policy: Policy;
  calendar: Calendar;
}

export interface Decision {
  stage: Stage;
  facts: Given & Pick<EventFacts, 'dueAt' | 'tier' | 'cycle'>;
}

type Decide = (situation: Situation) => Partial<Decision> | { fault: FaultCode };

/** Half of the time, or a day; the second reopening raises the tier, the first only tells it. */
function reopen({ ticket, now, policy, calendar, given }: Situation): Partial<Decision> {
  const cycle = ticket.cycle + 1;
  const tier = ticket.reopens > 0 ? tierAbove(ticket.tier) : ticket.tier;
  const dueAt = resolveDue({ grade: ticket.grade, startedAt: now, cycle }, policy, calendar);
  return { stage: 'reopened', facts: { ...given, finding: 'not_solved', cycle, tier, dueAt } };
}

/** Two attempts of this cycle on different days, one of them more than a message. */
export function triedEnough(history: readonly TicketEvent[], cycleSeq: number, tzOffset: number): boolean {
  const attempts = history.filter((event) => event.action === 'attempt' && event.seq >= cycleSeq);
  const days = new Set(attempts.map((event) => daysBetween(0, event.at, tzOffset)));
  return days.size >= ATTEMPTS_BEFORE_NOT_REACHED && attempts.some((event) => event.facts.how !== 'message');
}

const RULES: Partial<Record<Action, Decide>> = {
  accept: ({ ticket, given, actorId, policy, calendar }) => {
    const grade = given.grade ?? ticket.grade;
    const gradeBefore = grade === ticket.grade ? {} : { gradeBefore: ticket.grade };
    const dueAt = resolveDue({ ...ticket, grade }, policy, calendar);
    return { facts: { ...given, grade, ...gradeBefore, holderId: actorId, dueAt } };
  },
  contest: ({ ticket, given, now, policy, calendar }) => {
    const dueAt = acceptDue(ticket.grade, now, policy, calendar);
    return { facts: { ...given, tier: tierAbove(ticket.tier), dueAt } };
  },
  verify: (situation) => {
    const { ticket, history, given, tzOffset } = situation;
    if (given.finding === 'not_solved') return reopen(situation);
    if (given.finding === 'not_reached' && !triedEnough(history, ticket.cycleSeq, tzOffset))
      return { fault: 'ATTEMPTS_TOO_FEW' };
    return { stage: 'verified' };
  },
  confirm: ({ given }) => ({ facts: { ...given, finding: 'solved' } }),
  reopen,
  regrade: ({ ticket, given, policy, calendar }) => {
    const grade = given.grade ?? ticket.grade;
    if (grade === ticket.grade) return { fault: 'GRADE_UNCHANGED' };
    const due = ticket.acceptedAt === null ? acceptDue(grade, ticket.startedAt, policy, calendar) : null;
    const dueAt = due ?? resolveDue({ ...ticket, grade }, policy, calendar);
    return { facts: { ...given, grade, gradeBefore: ticket.grade, dueAt } };
  },
};

/** The stage and facts of `action`, whose stage and actor are already found right. */
export function decide(action: Action, situation: Situation): Decision | { fault: FaultCode } {
  const decision = RULES[action]?.(situation) ?? {};
  if ('fault' in decision) return decision;
  const { to } = APPEAL_FLOW[action];
  const stage = to === 'unchanged' ? situation.ticket.stage : (to[0] ?? situation.ticket.stage);
  return { stage, facts: situation.given, ...decision };
}
