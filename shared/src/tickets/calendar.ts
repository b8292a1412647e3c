/** A community's working time: split days, days off and make-up workdays as data; by a fixed offset, without Intl. */
import { startOfDay, wallTime } from '../kernel/days';
import type { Span } from './terms';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A walk longer than this means that the calendar is wrong; twice as far as any rule may reach (see `reach`). */
const LONGEST_WALK_DAYS = 2000;

/** Minutes after midnight, `from` before `to`. */
export interface Interval {
  from: number;
  to: number;
}

export interface WorkingHours {
  /** Minutes east of UTC: +480 in Lhasa. */
  offset: number;
  /** Working days of an ordinary week; 0 is Sunday. */
  weekdays: readonly number[];
  /** Intervals of a working day, in order, not touching. */
  intervals: readonly Interval[];
  /** Days that official notices changed, `2026-02-14` → off or work. */
  days: ReadonlyMap<string, 'off' | 'work'>;
}

/** Instants are milliseconds UTC; lengths of working time are milliseconds too. */
export interface WorkingCalendar {
  /** The instant at which a span that starts at `instant` ends. */
  add(instant: number, span: Span): number;
  isWorkday(day: string): boolean;
  /** Working time from `a` to `b`; 0 where `b` is not later. */
  workedBetween(a: number, b: number): number;
  /** The instant at which `worked` milliseconds of working time have passed; on an interval's edge the earlier one. */
  after(instant: number, worked: number): number;
  /** The earliest instant of working time that is not before `instant`. */
  next(instant: number): number;
  /** Working time of one whole working day. */
  readonly dayLength: number;
}

interface Stretch {
  start: number;
  end: number;
}

/** What every walk through a calendar goes by. */
interface Days {
  /** The midnight that `instant` comes after. */
  midnight: (instant: number) => number;
  /** The stretches of work on the day that begins at `start`. */
  stretches: (start: number) => Stretch[];
}

/** Day by day from that of `instant` on, until `look` finds something in a day's stretches. */
function walk(days: Days, instant: number, look: (stretches: Stretch[]) => number | undefined): number {
  let day = days.midnight(instant);
  for (let walked = 0; walked < LONGEST_WALK_DAYS; walked++, day += DAY) {
    const found = look(days.stretches(day));
    if (found !== undefined) return found;
  }
  throw new RangeError(`no working time within ${LONGEST_WALK_DAYS} days`);
}

function afterIn(days: Days, instant: number, worked: number): number {
  if (worked <= 0) return instant;
  let left = worked;
  return walk(days, instant, (stretches) => {
    for (const { start, end } of stretches) {
      const from = Math.max(start, instant);
      if (from >= end) continue;
      if (left <= end - from) return from + left;
      left -= end - from;
    }
    return undefined;
  });
}

/** Close of business of the `n`-th working day after the day of `instant`. */
function closeIn(days: Days, instant: number, n: number): number {
  let left = n;
  return walk(days, instant + DAY, (stretches) => {
    const last = stretches[stretches.length - 1];
    return last && --left <= 0 ? last.end : undefined;
  });
}

const nextIn = (days: Days, instant: number): number =>
  walk(days, instant, (stretches) => {
    const stretch = stretches.find(({ end }) => instant <= end);
    return stretch && Math.max(instant, stretch.start);
  });

function workedIn(days: Days, a: number, b: number): number {
  let worked = 0;
  for (let day = days.midnight(a); day < b; day += DAY)
    for (const { start, end } of days.stretches(day)) worked += Math.max(0, Math.min(end, b) - Math.max(start, a));
  return worked;
}

/** @throws RangeError where the hours leave no working time at all, or intervals overlap. */
export function workingCalendar({ offset, intervals, weekdays, days }: WorkingHours): WorkingCalendar {
  const wrong = intervals.some(({ from, to }, i) => from >= to || to > 24 * 60 || from < (intervals[i - 1]?.to ?? 0));
  if (wrong || intervals.length === 0 || weekdays.length === 0) throw new RangeError('a calendar needs working hours');

  const isWorkday = (day: string): boolean => {
    const changed = days.get(day);
    return changed ? changed === 'work' : weekdays.includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
  };
  const week: Days = {
    midnight: (instant) => startOfDay(wallTime(instant, offset).day, offset),
    stretches: (start) =>
      isWorkday(wallTime(start, offset).day)
        ? intervals.map(({ from, to }) => ({ start: start + from * MINUTE, end: start + to * MINUTE }))
        : [],
  };
  const after = (instant: number, worked: number): number => afterIn(week, instant, worked);
  const add = (instant: number, { amount, unit }: Span): number =>
    ({
      wall_min: () => instant + amount * MINUTE,
      work_min: () => after(instant, amount * MINUTE),
      work_day: () => closeIn(week, instant, amount),
      natural_day: () => instant + amount * DAY,
    })[unit]();

  return {
    isWorkday,
    add,
    after,
    next: (instant) => nextIn(week, instant),
    workedBetween: (a, b) => workedIn(week, a, b),
    dayLength: intervals.reduce((sum, { from, to }) => sum + (to - from) * MINUTE, 0),
  };
}

/** 24 hours, 7 days: for what never closes, and for tests that are not about working hours. */
export const ROUND_THE_CLOCK = workingCalendar({
  offset: 0,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  intervals: [{ from: 0, to: 24 * 60 }],
  days: new Map(),
});
