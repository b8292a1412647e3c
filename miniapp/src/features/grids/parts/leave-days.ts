/** Days to choose from, and how they are said, by the community's clock. */
import { startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import { OFFSET, isTextKey, type Translate } from '../../../use';

const DAY = 86_400_000;
const CHOICES = 8;

/** `2026-11-23`, `days` later. */
export const dayAfter = (day: string, days: number): string =>
  wallTime(startOfDay(day, OFFSET) + days * DAY, OFFSET).day;

/** Days from which leave can begin: today and those after it. */
export const daysFrom = (now: number): string[] =>
  Array.from({ length: CHOICES }, (_, n) => dayAfter(wallTime(now, OFFSET).day, n));

/** 11月23日 周一 */
export function dayText(t: Translate, day: string): string {
  const { month, date, weekday } = wallTime(startOfDay(day, OFFSET), OFFSET);
  const key = `app.time.weekday.${weekday}`;
  return t('grids.leave.day', { month, date, weekday: isTextKey(key) ? t(key) : '' });
}
