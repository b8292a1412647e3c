/** Times as people say them: 周四 18:00 前, 还剩 40 分钟. By a fixed offset, since phones lack Intl. */
import { daysBetween, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import { signal } from './signal';
import { isTextKey, type Translate } from './translate';

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes east of UTC on the community's wall: that of the whole country until `me` has told. */
export const communityOffset = signal(480);

const two = (n: number): string => String(n).padStart(2, '0');

/** The clock at `instant`: `09:05`. */
export function clockText(instant: number, offset = communityOffset.get()): string {
  const { hour, minute } = wallTime(instant, offset);
  return `${two(hour)}:${two(minute)}`;
}

/** `when` with its year, unless that goes without saying: 2025年11月28日 周五. */
export const withYear = (t: Translate, when: string, year: number, unsaid?: number): string =>
  year === unsaid ? when : t('app.time.ofYear', { year, when });

/** When something was or will be: 今天 09:30, 昨天 16:05, 周四 18:00, 11月26日 18:00, 2025年11月26日 18:00. */
export function whenText(t: Translate, instant: number, now: number, offset = communityOffset.get()): string {
  const wall = wallTime(instant, offset);
  const time = clockText(instant, offset);
  const days = daysBetween(now, instant, offset);
  if (days === 0) return t('app.time.today', { time });
  if (days === -1) return t('app.time.yesterday', { time });
  if (days === 1) return t('app.time.tomorrow', { time });
  const weekday = weekdayText(t, wall.weekday);
  if (days > 1 && days < 7) return t('app.time.weekday', { weekday, time });
  const date = t('app.time.date', { month: wall.month, date: wall.date, time });
  return withYear(t, date, wall.year, wallTime(now, offset).year);
}

/** The full form for the one date that matters on a page: 11月26日 周四 18:00; with its year where that is not the one of `now`. */
export function fullWhenText(t: Translate, instant: number, now: number, offset = communityOffset.get()): string {
  const { year, month, date, weekday } = wallTime(instant, offset);
  const time = clockText(instant, offset);
  const when = t('app.time.dateWeekday', { month, date, weekday: weekdayText(t, weekday), time });
  return withYear(t, when, year, wallTime(now, offset).year);
}

/** 周一 for 1; 0 is Sunday. */
export function weekdayText(t: Translate, weekday: number): string {
  const key = `app.time.weekday.${weekday}`;
  return isTextKey(key) ? t(key) : '';
}

/** A day of the community's calendar: 11月23日 周一 for `2026-11-23`. */
export function dayText(t: Translate, day: string, offset = communityOffset.get()): string {
  const { month, date, weekday } = wallTime(startOfDay(day, offset), offset);
  return t('app.time.day', { month, date, weekday: weekdayText(t, weekday) });
}

/** A length of time in its two largest units, rounded up to a minute: 2 天 6 小时, 40 分钟. */
export function spanText(t: Translate, milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / MINUTE));
  const [d, h, m] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR), minutes % HOUR];
  if (d > 0) return h > 0 ? t('app.time.daysHours', { d, h }) : t('app.time.days', { d });
  if (h > 0) return m > 0 ? t('app.time.hoursMinutes', { h, m }) : t('app.time.hours', { h });
  return t('app.time.minutes', { m });
}

export type Urgency = 'calm' | 'soon' | 'pressing' | 'over';

/** How near a due time is: over; within the hour; within the day; later. */
export function urgencyOf(due: number, now: number): Urgency {
  const minutes = (due - now) / MINUTE;
  if (minutes < 0) return 'over';
  if (minutes <= HOUR) return 'pressing';
  return minutes <= DAY ? 'soon' : 'calm';
}

/** A due time in a list: what is left when it is near or past, the moment otherwise. */
export function dueText(t: Translate, due: number, now: number, offset = communityOffset.get()): string {
  const urgency = urgencyOf(due, now);
  if (urgency === 'over') return t('app.time.over', { span: spanText(t, now - due) });
  if (urgency === 'pressing') return t('app.time.left', { span: spanText(t, due - now) });
  return t('app.time.by', { when: whenText(t, due, now, offset) });
}
