/** The dates that are told to the requester when a ticket moves; pure, since the seed and the engine both tell them. */
import type { Calendar, Policy, Span } from '@sevengrid/shared/tickets/deadlines';
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { TicketState } from './projection';

const DAY_MIN = 24 * 60;

/** After a reopening: half of the grade's time, but a day at least. */
const again = (span: Span): Span => ({ ...span, amount: Math.max(Math.ceil(span.amount / 2), DAY_MIN) });

const iso = (instant: number): string => new Date(instant).toISOString();

/** Until when somebody will have taken it on. */
export const acceptDue = (grade: Grade, startedAt: number, policy: Policy, calendar: Calendar): string =>
  iso(calendar.add(startedAt, policy[grade].accept));

/** Until when it will be resolved. */
export const resolveDue = (
  { grade, startedAt, cycle }: Pick<TicketState, 'grade' | 'startedAt' | 'cycle'>,
  policy: Policy,
  calendar: Calendar,
): string => iso(calendar.add(startedAt, cycle > 1 ? again(policy[grade].resolve) : policy[grade].resolve));
