/** Days to choose from, by the community's clock. */
import { startOfDay, wallTime, type WallTime } from '@sevengrid/shared/kernel/days';
import { communityOffset, dayText, withYear, type Translate } from '../../../use';

const DAY = 86_400_000;
const CHOICES = 8;

const at = (instant: number): WallTime => wallTime(instant, communityOffset.get());

/** `2026-11-23`, `days` later. */
export const dayAfter = (day: string, days: number): string =>
  at(startOfDay(day, communityOffset.get()) + days * DAY).day;

/** Days from which leave can begin: today and those after it. */
export const daysFrom = (now: number): string[] => Array.from({ length: CHOICES }, (_, n) => dayAfter(at(now).day, n));

/** A day of leave as it is read: with its year where that is not the one of `now`. */
export const leaveDay = (t: Translate, day: string, now: number): string =>
  withYear(t, dayText(t, day), Number(day.slice(0, 4)), Number(at(now).day.slice(0, 4)));
