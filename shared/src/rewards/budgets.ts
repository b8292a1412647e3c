/** Whether signed budgets can honour what offers promise, where each promise may be honoured by one of several merchants. */

export interface Commitment {
  /** Points or fen, not negative. */
  amount: number;
  /** Whose budgets may honour it. */
  by: readonly string[];
}

/** What each commitment takes of each budget. */
type Taken = Map<string, number>[];

interface Step {
  commitment: number;
  /** The budget from which the way came; empty at its beginning. */
  from: string;
}

/**
 * How much of the commitments no budget can honour, however they are spread; 0 where all can be. Found as the largest
 * flow from commitments to budgets, so that one shop's budget is not counted for two offers. A budget that is left out
 * has no limit.
 */
export function unmet(commitments: readonly Commitment[], budgets: ReadonlyMap<string, number>): number {
  const left = new Map(budgets);
  const taken: Taken = commitments.map(() => new Map<string, number>());
  let missing = 0;
  commitments.forEach(({ amount, by }, nth) => {
    if (by.some((id) => !budgets.has(id))) return;
    for (let rest = amount; rest > 0;) {
      const moved = spread(commitments, nth, rest, left, taken, budgets);
      if (moved === 0) {
        missing += rest;
        return;
      }
      rest -= moved;
    }
  });
  return missing;
}

/** Takes up to `wanted` for one commitment, moving others to further budgets where that makes room; answers how much. */
function spread(
  commitments: readonly Commitment[],
  first: number,
  wanted: number,
  left: Map<string, number>,
  taken: Taken,
  budgets: ReadonlyMap<string, number>,
): number {
  const ways = new Map<string, Step>();
  const todo: Step[] = [{ commitment: first, from: '' }];
  for (let at = todo.shift(); at; at = todo.shift()) {
    for (const id of commitments[at.commitment]?.by ?? []) {
      if (ways.has(id)) continue;
      ways.set(id, at);
      const free = budgets.has(id) ? (left.get(id) ?? 0) : Infinity;
      if (free > 0) return take(id, Math.min(wanted, free), ways, left, taken);
      taken.forEach((of, other) => {
        if ((of.get(id) ?? 0) > 0) todo.push({ commitment: other, from: id });
      });
    }
  }
  return 0;
}

/** Walks the way back from a budget with room, handing each budget on the way to who comes before. */
function take(
  end: string,
  most: number,
  ways: ReadonlyMap<string, Step>,
  left: Map<string, number>,
  taken: Taken,
): number {
  let amount = most;
  for (let id = end; id !== '';) {
    const { commitment, from } = ways.get(id) as Step;
    if (from !== '') amount = Math.min(amount, taken[commitment]?.get(from) ?? 0);
    id = from;
  }
  left.set(end, (left.get(end) ?? 0) - amount);
  for (let id = end; id !== '';) {
    const { commitment, from } = ways.get(id) as Step;
    const of = taken[commitment];
    of?.set(id, (of.get(id) ?? 0) + amount);
    if (from !== '') of?.set(from, (of.get(from) ?? 0) - amount);
    id = from;
  }
  return amount;
}
