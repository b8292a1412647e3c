/** Minutes of service and what they earn: from when to when somebody was there, cut to what was planned; pure. */

const MINUTE = 60_000;

/** Milliseconds UTC; `to` is no part of it, so that one span may begin where another ends. */
export interface Span {
  from: number;
  to: number;
}

export interface Presence {
  in: number;
  /** Null where nobody checked out: then it lasts to the planned end. */
  out: number | null;
}

/** The part of a presence that counts; a length of 0 where it lies outside of what was planned. */
export function countedSpan(presence: Presence, planned: Span): Span {
  const from = Math.min(Math.max(presence.in, planned.from), planned.to);
  const to = Math.min(presence.out ?? planned.to, planned.to);
  return { from, to: Math.max(from, to) };
}

/** Whole minutes; a minute that was begun is none. */
export const minutesOf = ({ from, to }: Span): number => Math.max(0, Math.floor((to - from) / MINUTE));

/** They share an instant: nobody is in two places. Touching is allowed, and a span of no length meets nothing. */
export const overlap = (one: Span, other: Span): boolean => Math.max(one.from, other.from) < Math.min(one.to, other.to);

/** What the rule in force gives for one activity, and at most for the activities of one day. */
export interface Earning {
  points: number;
  pointsADay: number;
}

export interface Earned {
  points: number;
  /** What the cap of the day took off. */
  capped: number;
}

/** What service earns that was long `enough`, beside `already` points of the same day. */
export function earned({ points: due, pointsADay }: Earning, enough: boolean, already: number): Earned {
  if (!enough) return { points: 0, capped: 0 };
  const points = Math.min(due, Math.max(0, pointsADay - already));
  return { points, capped: due - points };
}
