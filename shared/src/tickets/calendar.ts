/** A community's working time: split days, days off and make-up workdays as data; by a fixed offset, without Intl. */
import { startOfDay, wallTime } from '../kernel/days';
import type { Span } from './terms';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A walk longer than this over days off means that the calendar is wrong. */
const LONGEST_WALK_DAYS = 1000;

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

/** @throws RangeError where the hours leave no working time at all, or intervals overlap. */
export function workingCalendar(hours: WorkingHours): WorkingCalendar {
  const { offset, intervals, weekdays, days } = hours;
  const wrong = intervals.some(({ from, to }, i) => from >= to || to > 24 * 60 || from < (intervals[i - 1]?.to ?? 0));
  if (wrong || intervals.length === 0 || weekdays.length === 0) throw new RangeError('a calendar needs working hours');

  const isWorkday = (day: string): boolean => {
    const changed = days.get(day);
    return changed ? changed === 'work' : weekdays.includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
  };
  const midnight = (instant: number): number => startOfDay(wallTime(instant, offset).day, offset);
  /** The stretches of work on the day that begins at `start`. */
  const stretches = (start: number): Stretch[] =>
    isWorkday(wallTime(start, offset).day)
      ? intervals.map(({ from, to }) => ({ start: start + from * MINUTE, end: start + to * MINUTE }))
      : [];

  function after(instant: number, worked: number): number {
    if (worked <= 0) return instant;
    let left = worked;
    let day = midnight(instant);
    for (let walked = 0; walked < LONGEST_WALK_DAYS; walked++, day += DAY) {
      for (const { start, end } of stretches(day)) {
        const from = Math.max(start, instant);
        if (from >= end) continue;
        if (left <= end - from) return from + left;
        left -= end - from;
      }
    }
    throw new RangeError('no working time within a thousand days');
  }

  function workedBetween(a: number, b: number): number {
    let worked = 0;
    for (let day = midnight(a); day < b; day += DAY)
      for (const { start, end } of stretches(day)) worked += Math.max(0, Math.min(end, b) - Math.max(start, a));
    return worked;
  }

  /** Close of business of the `n`-th working day after the day of `instant`. */
  function closeOf(instant: number, n: number): number {
    let day = midnight(instant);
    for (let left = n, walked = 0; walked < LONGEST_WALK_DAYS; walked++) {
      day += DAY;
      const last = stretches(day).at(-1);
      if (last && --left <= 0) return last.end;
    }
    throw new RangeError('no working time within a thousand days');
  }

  function next(instant: number): number {
    for (let day = midnight(instant), walked = 0; walked < LONGEST_WALK_DAYS; walked++, day += DAY) {
      const stretch = stretches(day).find(({ end }) => instant <= end);
      if (stretch) return Math.max(instant, stretch.start);
    }
    throw new RangeError('no working time within a thousand days');
  }

  const add = (instant: number, { amount, unit }: Span): number =>
    ({
      wall_min: () => instant + amount * MINUTE,
      work_min: () => after(instant, amount * MINUTE),
      work_day: () => closeOf(instant, amount),
      natural_day: () => instant + amount * DAY,
    })[unit]();

  const dayLength = intervals.reduce((sum, { from, to }) => sum + (to - from) * MINUTE, 0);
  return { isWorkday, after, next, workedBetween, add, dayLength };
}

/** 24 hours, 7 days: for what never closes, and for tests that are not about working hours. */
export const ROUND_THE_CLOCK = workingCalendar({
  offset: 0,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  intervals: [{ from: 0, to: 24 * 60 }],
  days: new Map(),
});
