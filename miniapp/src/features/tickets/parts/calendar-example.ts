/** Examples that show what hours and days mean for a date that people are told; computed by the very calendar that the server uses. */
import { startOfDay } from '@sevengrid/shared/kernel/days';
import { workingCalendar, type Interval, type WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import { daysOfSpans, type NoticeSpan } from '@sevengrid/shared/tickets/read-notice';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LONGEST_BACK = 40;

/** From when to when; milliseconds UTC. */
export interface Example {
  from: number;
  to: number;
}

type Hours = Pick<CalendarView, 'offset' | 'weekdays' | 'intervals'>;

const calendarOf = (hours: Hours, days: ReadonlyMap<string, 'off' | 'work'>): WorkingCalendar | null => {
  try {
    return workingCalendar({ ...hours, days });
  } catch {
    return null;
  }
};

/** The hours leave working time, in order, without overlap. */
export const areHours = (hours: Hours): boolean => calendarOf(hours, new Map()) !== null;

const dayOf = (midnight: number, offset: number): string =>
  new Date(midnight + offset * MINUTE).toISOString().slice(0, 10);

/** Close of business on the last working day before `day`. */
function closeBefore(day: string, calendar: WorkingCalendar, { offset, intervals }: Hours): number | null {
  const last: Interval | undefined = intervals[intervals.length - 1];
  let midnight = startOfDay(day, offset);
  for (let back = 0; back < LONGEST_BACK; back++) {
    midnight -= DAY;
    if (last && calendar.isWorkday(dayOf(midnight, offset))) return midnight + last.to * MINUTE;
  }
  return null;
}

/** An hour of work, begun half an hour before the last close of business of the week after `today`. */
export function hoursExample(hours: Hours, today: string): Example | null {
  const calendar = calendarOf(hours, new Map());
  const saturday = startOfDay(today, hours.offset) + ((13 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7) * DAY;
  const close = calendar && closeBefore(dayOf(saturday + 2 * DAY, hours.offset), calendar, hours);
  if (!calendar || close === null) return null;
  const from = close - 30 * MINUTE;
  return { from, to: calendar.add(from, { amount: 60, unit: 'work_min' }) };
}

/** Two hours to accept, begun an hour before the close of business that the first of the days off follows. */
export function noticeExample(view: CalendarView, pending: readonly NoticeSpan[]): Example | null {
  const coming = daysOfSpans(pending);
  const first = coming.find(({ kind }) => kind === 'off');
  const days = new Map(view.days.map(({ day, kind }) => [day, kind]));
  for (const { day, kind } of coming) if (kind !== 'ordinary') days.set(day, kind);
  const calendar = calendarOf(view, days);
  const close = first && calendar && closeBefore(first.day, calendar, view);
  if (!calendar || close === null || close === undefined) return null;
  const from = close - 60 * MINUTE;
  return { from, to: calendar.add(from, { amount: 120, unit: 'work_min' }) };
}
