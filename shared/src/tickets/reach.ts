/** Whether a rule can be dated at all: nothing is put off so far that nobody waits for it, and no walk through a calendar ends nowhere. */
import { setClock, type ClockRule, type Setting } from './deadlines';

const DAY = 86_400_000;

/** The farthest that anything may be due; a walk through a calendar goes twice as far, so that what was in reach stays so. */
export const FARTHEST_DAYS = 1000;

function farthest(rule: ClockRule, from: number, setting: Setting): number {
  try {
    const { at, marks } = setClock(rule, from, setting);
    return Math.max(at, ...marks.map((mark) => mark.at));
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
}

/** What of the rule lies out of reach from `from` on: its own time, or only what is to happen long after it; null when nothing. */
export function outOfReach(rule: ClockRule, from: number, setting: Setting): 'amount' | 'marks' | null {
  const end = from + FARTHEST_DAYS * DAY;
  if (farthest({ ...rule, marks: [] }, from, setting) > end) return 'amount';
  return farthest(rule, from, setting) > end ? 'marks' : null;
}
