/** What a new community's calendar starts with: the hours of Lhasa's offices, split by the long noon. Staff change them. */
import type { Interval } from './calendar';

const at = (hour: number, minute = 0): number => hour * 60 + minute;

export const ORDINARY_HOURS: { weekdays: readonly number[]; intervals: readonly Interval[] } = {
  weekdays: [1, 2, 3, 4, 5],
  intervals: [
    { from: at(9, 30), to: at(13) },
    { from: at(15, 30), to: at(18) },
  ],
};
