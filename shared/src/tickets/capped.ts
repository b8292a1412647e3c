/** Whether a rule's cap of natural days always comes first, so that its own length says nothing in an ordinary week. */
import { workingCalendar, type WorkingCalendar, type WorkingHours } from './calendar';
import type { ClockRule } from './deadlines';
import type { Span } from './terms';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A Sunday; which, is all the same in a week without days off. */
const SUNDAY = Date.UTC(2026, 10, 22);

type Week = Pick<WorkingHours, 'weekdays' | 'intervals'>;

/** What ends nowhere, as one may write before it is refused, is long as well. */
function lengthFrom(from: number, span: Span, calendar: WorkingCalendar): number {
  try {
    return calendar.add(from, span) - from;
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
}

/** True where the cap ends before the rule's own length, whenever it starts; never of a rule without a cap. */
export function isAlwaysCapped({ span, capDays }: Pick<ClockRule, 'span' | 'capDays'>, week: Week): boolean {
  if (capDays === undefined || span.amount < 1) return false;
  const calendar = workingCalendar({ ...week, offset: 0, days: new Map() });
  // Working time is shortest from the start of an interval, working days from the last moment of a day.
  const moments = [...week.intervals.map(({ from }) => from * MINUTE), DAY - 1];
  const starts = Array.from({ length: 7 }, (_, n) => SUNDAY + n * DAY).flatMap((midnight) =>
    moments.map((moment) => midnight + moment),
  );
  return starts.every((from) => lengthFrom(from, span, calendar) > capDays * DAY);
}
