/** What was tried in vain since the cycle began, and whether it is enough to say that nobody was reached: two days, one call or visit among them. */
import { wallTime } from '@sevengrid/shared/kernel/days';
import { ATTEMPTS_BEFORE_NOT_REACHED } from '@sevengrid/shared/tickets/terms';
import type { TicketView, TimelineEntryView } from '@sevengrid/shared/tickets/views';

export interface Tried {
  n: number;
  /** On how many different days. */
  days: number;
  /** What is missing still, or nothing. */
  lacks: 'day' | 'call' | null;
}

/** A reopening, by whomever, begins a cycle. */
const begins = ({ stage, action }: TimelineEntryView): boolean =>
  stage === 'reopened' && ['reopen', 'verify', 'revisit'].includes(action);

/** `offset` in minutes east of UTC: a day is one of the community's. */
export function triedIn({ timeline }: Pick<TicketView, 'timeline'>, offset: number): Tried {
  const inOrder = [...timeline].sort((a, b) => (a.at < b.at ? -1 : 1));
  const since = inOrder.map(begins).lastIndexOf(true);
  const attempts = inOrder.slice(since + 1).filter(({ action }) => action === 'attempt');
  const days = new Set(attempts.map(({ at }) => wallTime(Date.parse(at), offset).day)).size;
  const called = attempts.some(({ facts }) => facts.how !== 'message');
  const lacks = days < ATTEMPTS_BEFORE_NOT_REACHED ? 'day' : called ? null : 'call';
  return { n: attempts.length, days, lacks };
}
