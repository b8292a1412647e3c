/** Deadlines: policy rows in, instants out, through a calendar that a community's own can replace. */
import type { ClockName, Grade } from './terms';

/** A length of time as a policy states it: wall minutes count day and night. */
export interface Span {
  amount: number;
  unit: 'wall_min';
}

/** The port behind which working calendars stand. Instants are milliseconds UTC. */
export interface Calendar {
  add(instant: number, span: Span): number;
}

/** 24 hours, 7 days. */
export const wallCalendar: Calendar = { add: (instant, span) => instant + span.amount * 60_000 };

export type Policy = Readonly<Record<Grade, Readonly<Record<ClockName, Span>>>>;

const h = (hours: number): Span => ({ amount: hours * 60, unit: 'wall_min' });
const min = (amount: number): Span => ({ amount, unit: 'wall_min' });

/** What a new community starts with; afterwards its policy rows rule. */
export const SEEDED_POLICY: Policy = {
  G0: { accept: min(15), contact: min(15), resolve: h(2), follow_up: h(24) },
  G1: { accept: min(30), contact: h(2), resolve: h(24), follow_up: h(24) },
  G2: { accept: h(2), contact: h(24), resolve: h(24 * 7), follow_up: h(48) },
  G3: { accept: h(4), contact: h(24), resolve: h(24 * 15), follow_up: h(48) },
};

export interface Due {
  clock: ClockName;
  /** Milliseconds UTC. */
  at: number;
}

/** What the clocks start from; milliseconds UTC, null where it has not happened in this cycle. */
export interface ClockFacts {
  grade: Grade;
  /** When it was opened, contested or reopened: the start of the cycle. */
  startedAt: number;
  acceptedAt: number | null;
  contactedAt: number | null;
  resolvedAt: number | null;
  closed: boolean;
}

/** The clocks now running with their due dates, the earliest first; none once closed. */
export function runningClocks(facts: ClockFacts, policy: Policy, calendar: Calendar): Due[] {
  if (facts.closed) return [];
  const spans = policy[facts.grade];
  const due = (clock: ClockName, from: number): Due => ({ clock, at: calendar.add(from, spans[clock]) });
  if (facts.resolvedAt !== null) return [due('follow_up', facts.resolvedAt)];
  if (facts.acceptedAt === null) return [due('accept', facts.startedAt)];
  const running = [due('resolve', facts.startedAt)];
  if (facts.contactedAt === null) running.push(due('contact', facts.acceptedAt));
  return running.sort((a, b) => a.at - b.at);
}

/** How a due date stands at `now`: within the last fifth of its time it is due soon. */
export function urgency(dueAt: number, startedAt: number, now: number): 'calm' | 'soon' | 'late' {
  if (now >= dueAt) return 'late';
  return dueAt - now <= (dueAt - startedAt) / 5 ? 'soon' : 'calm';
}
