/** A flow is data: which action moves what from where to where, and who may. */

export interface Move<Stage extends string, By extends string> {
  /** Stages it may start from; empty for the action that opens. */
  from: readonly Stage[];
  /** Stages it may end in; `unchanged` leaves the stage as it is. */
  to: readonly Stage[] | 'unchanged';
  /** Who may: permissions in the scope, or relations to the case. Any one of them is enough. */
  by: readonly By[];
}

export type Flow<Stage extends string, Action extends string, By extends string> = Readonly<
  Record<Action, Move<Stage, By>>
>;

/** The actions that may start from `stage`, in the flow's own order. */
export function movesFrom<Stage extends string, Action extends string, By extends string>(
  flow: Flow<Stage, Action, By>,
  stage: Stage,
): Action[] {
  return (Object.keys(flow) as Action[]).filter((action) => flow[action].from.includes(stage));
}

/** Stages that `from` leads to in any number of moves, `from` itself included. */
export function reachable<Stage extends string, Action extends string, By extends string>(
  flow: Flow<Stage, Action, By>,
  from: readonly Stage[],
): Set<Stage> {
  const seen = new Set<Stage>(from);
  const todo = [...from];
  for (let stage = todo.pop(); stage !== undefined; stage = todo.pop()) {
    for (const action of movesFrom(flow, stage)) {
      const { to } = flow[action];
      if (to === 'unchanged') continue;
      const news = to.filter((next) => !seen.has(next));
      news.forEach((next) => seen.add(next));
      todo.push(...news);
    }
  }
  return seen;
}
