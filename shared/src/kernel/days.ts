/** Days and hours of a community, by a fixed offset in minutes; no Intl, which phones lack. */

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface WallTime {
  /** `2026-11-23` */
  day: string;
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
  month: number;
  date: number;
  year: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The clock on the community's wall at `instant` (milliseconds UTC); `offset` in minutes, +480 in Lhasa. */
export function wallTime(instant: number, offset: number): WallTime {
  const at = new Date(instant + offset * MINUTE);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return {
    day: `${year}-${two(month)}-${two(date)}`,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    weekday: at.getUTCDay(),
    month,
    date,
    year,
  };
}

/** Midnight, in milliseconds UTC, at which `day` begins on the community's wall. */
export const startOfDay = (day: string, offset: number): number => Date.parse(`${day}T00:00:00.000Z`) - offset * MINUTE;

/** Whole days from the wall day of `from` to that of `to`: 0 on the same day, 1 for tomorrow. */
export const daysBetween = (from: number, to: number, offset: number): number =>
  Math.floor((to + offset * MINUTE) / DAY) - Math.floor((from + offset * MINUTE) / DAY);

/** True of a day that the calendar has; the pattern of a `Day` field lets 31 February through. */
export const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** The day `n` days after `day`, or before it where `n` is negative. */
export const dayPlus = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + n * DAY).toISOString().slice(0, 10);
