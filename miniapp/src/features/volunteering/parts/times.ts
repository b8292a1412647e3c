/** When an activity is, as people say it. */
import { daysBetween } from '@sevengrid/shared/kernel/days';
import { clockText, communityOffset, fullWhenText, whenText } from '../../../platform/due-text';
import type { Translate } from '../../../use';

/** ISO instants. */
export interface Times {
  startsAt: string;
  endsAt: string;
}

/** 周六 09:00 – 11:00; an end on another day with its day. */
export function spanWords(t: Translate, { startsAt, endsAt }: Times, now: number, full = false): string {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const begin = full ? fullWhenText(t, from, now) : whenText(t, from, now);
  const sameDay = daysBetween(from, to, communityOffset.get()) === 0;
  return t('volunteering.span', { from: begin, to: sameDay ? clockText(to) : whenText(t, to, now) });
}
