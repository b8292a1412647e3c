/** The arithmetic of lots and debts, in whole points: which lots are spent, and what of an award is left. */
import { dayPlus, startOfDay, wallTime } from '../kernel/days';

/** What an award brought and what is left of it. */
export interface Lot {
  id: string;
  /** Not yet spent, what is held included. */
  remaining: number;
  held: number;
  /** Milliseconds UTC; null: never. */
  expiresAt: number | null;
}

/** A quantity out of one lot. */
export interface LotPart {
  lotId: string;
  quantity: number;
}

const END = Number.MAX_SAFE_INTEGER;

/** What ends first goes first, what never ends last; of two that end together the older. */
export const inSpendOrder = <T extends Pick<Lot, 'id' | 'expiresAt'>>(lots: readonly T[]): T[] =>
  [...lots].sort((a, b) => (a.expiresAt ?? END) - (b.expiresAt ?? END) || (a.id < b.id ? -1 : 1));

/** Takes `points` out of what is free in `lots`, in their order; null where that is not enough. */
export function takeFrom(lots: readonly Lot[], points: number): LotPart[] | null {
  const parts: LotPart[] = [];
  let left = points;
  for (const { id, remaining, held } of lots) {
    const quantity = Math.min(left, remaining - held);
    if (quantity > 0) parts.push({ lotId: id, quantity });
    left -= Math.max(quantity, 0);
    if (left === 0) break;
  }
  return left === 0 ? parts : null;
}

/** What of an award reaches a person who owes, and what goes against the debt. */
export function netOf(points: number, owed: number): { credited: number; netted: number } {
  const netted = Math.min(points, owed);
  return { credited: points - netted, netted };
}

/** What can be taken back of `due` now, and what is owed from then on: never below zero, never forgiven. */
export function takeBack(due: number, available: number): { taken: number; owed: number } {
  const taken = Math.min(due, available);
  return { taken, owed: due - taken };
}

/**
 * The instant at which points earned at `earned` end where a community lets them end: when the next year has passed on
 * its wall. Milliseconds UTC; `offset` in minutes.
 */
export function endOfNextYear(earned: number, offset: number): number {
  const { year } = wallTime(earned, offset);
  return startOfDay(dayPlus(`${year + 1}-12-31`, 1), offset);
}
