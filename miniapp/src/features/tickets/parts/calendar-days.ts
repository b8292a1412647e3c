/** Times and days of the working calendar, as they are written, read and put together. */
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import type { Interval } from '@sevengrid/shared/tickets/calendar';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { CalendarView, ChangedDayView } from '@sevengrid/shared/tickets/deadlines.views';
import { daysOfSpans, type NoticeSpan } from '@sevengrid/shared/tickets/read-notice';
import { dayText, weekdayText, withYear, type Translate } from '../../../use';

const DAY = 86_400_000;
const MIDNIGHT = 24 * 60;

/** What any change of the calendar makes old. */
export const CHANGED_BY_CALENDAR = [deadlineRoutes.calendar, setUpRoutes.checklist] as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** 570 → `09:30` */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/** `9:30` → 570; undefined for what is no time of day. */
export function minutesOf(clock: string): number | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d\d)$/.exec(clock) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? minutes : undefined;
}

/** As it is filled in, and the interval that this means; midnight at the end is that of the coming day. */
export interface Shift {
  from: string;
  to: string;
}

export const shiftOf = ({ from, to }: Interval): Shift => ({ from: clockOf(from), to: clockOf(to) });

/** A time that is none becomes -1, which no rule allows. */
export const intervalOf = ({ from, to }: Shift): Interval => ({
  from: minutesOf(from) ?? -1,
  to: minutesOf(to) === 0 ? MIDNIGHT : (minutesOf(to) ?? -1),
});

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** Days of a year that follow each other, of one kind and name, as one span. */
export function spansOf(days: readonly ChangedDayView[], year: number): NoticeSpan[] {
  const spans: NoticeSpan[] = [];
  for (const { day, kind, name } of days.filter((one) => one.day.startsWith(`${year}-`))) {
    const last = spans[spans.length - 1];
    if (last?.kind === kind && last.name === name && dayAfter(last.to) === day) last.to = day;
    else spans.push({ from: day, to: day, kind, name });
  }
  return spans;
}

export const daysIn = (span: NoticeSpan): string[] => daysOfSpans([span]).map(({ day }) => day);

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** 2月15日 周日, or 2月15日 周日 – 2月26日 周四; with the year where it is not the one that goes without saying. */
export function spanWords(t: Translate, { from, to }: Pick<NoticeSpan, 'from' | 'to'>, unsaid?: number): string {
  const first = withYear(t, dayText(t, from), yearOf(from), unsaid);
  return from === to ? first : `${first} – ${withYear(t, dayText(t, to), yearOf(to), yearOf(from))}`;
}

/** What to look at before a span is saved: where the notice does not agree with itself, and days that are over. */
export function doubtWords(t: Translate, { to, doubts = [] }: NoticeSpan, today: string): string[] {
  const told = doubts.map((doubt) => {
    if (doubt.is === 'count') return t('tickets.calendar.doubt.count', { ...doubt });
    const { year, month, date, weekday } = wallTime(startOfDay(doubt.day, 0), 0);
    const [written, found] = [weekdayText(t, doubt.written), weekdayText(t, weekday)];
    return t('tickets.calendar.doubt.weekday', { year, month, date, written, found });
  });
  return to < today ? [...told, t('tickets.calendar.past')] : told;
}

/** This year, the next, and all that days were entered for or are about to be. */
export const yearsOf = (days: readonly ChangedDayView[], pending: readonly NoticeSpan[], today: string): number[] => {
  const now = yearOf(today);
  const entered = [...days.map(({ day }) => day), ...pending.flatMap(({ from, to }) => [from, to])];
  return [...new Set([now, now + 1, ...entered.map(yearOf)])].sort((a, b) => a - b);
};

/** The days of a month in weeks that begin on Monday; empty places before the first. */
export function monthDays(year: number, month: number): (string | null)[] {
  const first = Date.UTC(year, month - 1, 1);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const count = Math.round((Date.UTC(year, month, 1) - first) / DAY);
  const days = Array.from({ length: count }, (_, n) => `${year}-${two(month)}-${two(n + 1)}`);
  return [...Array.from({ length: before }, () => null), ...days];
}

/** What a day is, and whether it is only about to be. */
export interface DayLook {
  kind: 'off' | 'work' | 'rest' | 'plain';
  pending: boolean;
}

/** How each day of the calendar looks once `pending` is entered as well. */
export function looksOf({ weekdays, days }: CalendarView, pending: readonly NoticeSpan[]): (day: string) => DayLook {
  const kept = new Map(days.map(({ day, kind }) => [day, kind]));
  const coming = new Map(daysOfSpans(pending).map(({ day, kind }) => [day, kind]));
  return (day) => {
    const changed = coming.get(day) ?? kept.get(day);
    const works = weekdays.includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
    if (changed === 'off' || changed === 'work') return { kind: changed, pending: coming.has(day) };
    return { kind: works ? 'plain' : 'rest', pending: false };
  };
}
