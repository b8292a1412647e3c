/** The row of `ticket` as a pure function of its events: what lists, queues and the system's alarm read, and nothing else. */
import { PHASE_OF, type Stage } from '@sevengrid/shared/tickets/flows';
import type { ClockName, Finding, Grade, Outcome, Phase, Tier } from '@sevengrid/shared/tickets/terms';
import type { Due } from '@sevengrid/shared/tickets/deadlines';
import type { CaseState } from './case-state';
import { replay } from './replay';
import type { TicketEvent } from './ticket-event';

/** Raised whenever the row says more, or otherwise, of the same events: older rows are then projected anew by a job. */
export const PROJECTION = 2;

/** Instants are milliseconds UTC. */
export interface TicketState {
  stage: Stage;
  phase: Phase;
  grade: Grade;
  tier: Tier;
  cycle: number;
  cycleSeq: number;
  contested: boolean;
  reopens: number;
  outcome: Outcome | null;
  finding: Finding | null;
  holderId: string | null;
  verifierId: string | null;
  requesterPersonId: string | null;
  requesterResidentId: string | null;
  startedAt: number;
  acceptedAt: number | null;
  contactedAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
  /** The date told for its being resolved. */
  resolveDueAt: number | null;
  dueClock: ClockName | null;
  dueAt: number | null;
  /** What the clock that is due counts from. */
  dueFrom: number | null;
  /** From here on it is due soon. */
  soonAt: number | null;
  /** When time itself has to act next: warn, raise, resume; null when it has nothing to do. */
  wakeAt: number | null;
  /** Place in a queue: by due time, then what is closed, the newest first. */
  queueAt: number;
  projected: number;
  seq: number;
}

/** Twice the year 2100: the closed come behind every due date, and the later closed the earlier. */
const BEHIND_ALL = 2 * Date.UTC(2100, 0, 1);

/** Whom it waits for, the requester before partners; otherwise what the stage says. */
export function phaseOf({ stage, askedAt, requests }: CaseState): Phase {
  const phase = PHASE_OF[stage];
  if (phase !== 'active') return phase;
  if (askedAt !== null) return 'waiting_requester';
  return requests.some(({ state }) => state === 'waiting') ? 'waiting_partner' : phase;
}

export interface Running {
  clock: ClockName;
  due: Due;
}

/** The clocks that run now, the earliest first: while the requester is asked, the time to resolve stands still. */
export function running({ clocks, askedAt }: CaseState): Running[] {
  return (Object.entries(clocks) as [ClockName, Due][])
    .filter(([clock]) => clock !== 'resolve' || askedAt === null)
    .map(([clock, due]) => ({ clock, due }))
    .sort((a, b) => a.due.at - b.due.at);
}

/** The next instant at which time has something to do. */
export function wakeAt(state: CaseState): number | null {
  const marks = running(state).flatMap(({ clock, due }) =>
    clock === 'answer' ? [due.at] : due.marks.map((m) => m.at),
  );
  const partners = state.requests.filter((request) => request.state === 'waiting');
  const next = Math.min(...marks, ...partners.flatMap(({ due }) => due.marks.map((mark) => mark.at)));
  return Number.isFinite(next) ? next : null;
}

export function rowOf(state: CaseState): TicketState {
  const [first] = running(state);
  return {
    stage: state.stage,
    phase: phaseOf(state),
    grade: state.grade,
    tier: state.tier,
    cycle: state.cycle,
    cycleSeq: state.cycleSeq,
    contested: state.contested,
    reopens: state.reopens,
    outcome: state.outcome,
    finding: state.finding,
    holderId: state.holderId,
    verifierId: state.verifierId,
    requesterPersonId: state.requesterPersonId,
    requesterResidentId: state.requesterResidentId,
    startedAt: state.startedAt,
    acceptedAt: state.acceptedAt,
    contactedAt: state.contactedAt,
    resolvedAt: state.resolvedAt,
    closedAt: state.closedAt,
    resolveDueAt: state.clocks.resolve?.at ?? null,
    dueClock: first?.clock ?? null,
    dueAt: first?.due.at ?? null,
    dueFrom: first?.due.from ?? null,
    soonAt: first?.due.soon ?? null,
    wakeAt: wakeAt(state),
    queueAt: first?.due.at ?? BEHIND_ALL - (state.closedAt ?? 0),
    projected: PROJECTION,
    seq: state.seq,
  };
}

/** @throws when the history was tampered with. */
export const project = (events: readonly TicketEvent[]): TicketState => rowOf(replay(events));
