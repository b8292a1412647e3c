/** What a ticket is, as a pure function of its events: the row of `ticket` is this and nothing else. */
import { runningClocks, type Calendar, type Due, type Policy } from '@sevengrid/shared/tickets/deadlines';
import { PHASE_OF, type Stage } from '@sevengrid/shared/tickets/flows';
import type { ClockName, Finding, Grade, Outcome, Phase, Tier } from '@sevengrid/shared/tickets/terms';
import type { TicketEvent } from './ticket-event';

/** Instants are milliseconds UTC. */
export interface TicketState {
  stage: Stage;
  phase: Phase;
  grade: Grade;
  tier: Tier;
  /** 1 and one more for each reopening. */
  cycle: number;
  /** Number of the event that began the cycle. */
  cycleSeq: number;
  contested: boolean;
  reopens: number;
  outcome: Outcome | null;
  finding: Finding | null;
  holderId: string | null;
  requesterPersonId: string | null;
  requesterResidentId: string | null;
  /** Start of the cycle: opened, contested or reopened. */
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
  /** From here on it is due soon: the last fifth of the time. */
  soonAt: number | null;
  /** Place in a queue: by due time, then what is closed, the newest first. */
  queueAt: number;
  seq: number;
}

/** Twice the year 2100: the closed come behind every due date, and the later closed the earlier. */
const BEHIND_ALL = 2 * Date.UTC(2100, 0, 1);

type Facts = Omit<TicketState, 'phase' | 'dueClock' | 'dueAt' | 'dueFrom' | 'soonAt' | 'queueAt'>;

function opened(event: TicketEvent): Facts {
  return {
    stage: event.stage,
    grade: event.facts.grade ?? 'G2',
    tier: event.facts.tier ?? 'grid',
    cycle: 1,
    cycleSeq: event.seq,
    contested: false,
    reopens: 0,
    outcome: null,
    finding: null,
    holderId: null,
    requesterPersonId: event.facts.personId ?? null,
    requesterResidentId: event.facts.residentId ?? null,
    startedAt: event.at,
    acceptedAt: null,
    contactedAt: null,
    resolvedAt: null,
    closedAt: null,
    resolveDueAt: null,
    seq: event.seq,
  };
}

const told = (event: TicketEvent): number | null => (event.facts.dueAt ? Date.parse(event.facts.dueAt) : null);

/** A new cycle: whoever held it goes on holding it, and outcome and finding are asked anew. */
const reopened = (before: Facts, event: TicketEvent): Partial<Facts> => ({
  tier: event.facts.tier ?? before.tier,
  cycle: before.cycle + 1,
  cycleSeq: event.seq,
  reopens: before.reopens + 1,
  outcome: null,
  finding: null,
  startedAt: event.at,
  acceptedAt: event.at,
  contactedAt: null,
  resolvedAt: null,
  closedAt: null,
  resolveDueAt: told(event),
});

const CHANGES: Partial<Record<TicketEvent['action'], (before: Facts, event: TicketEvent) => Partial<Facts>>> = {
  accept: (before, event) => ({
    grade: event.facts.grade ?? before.grade,
    holderId: event.facts.holderId ?? event.actorId,
    acceptedAt: event.at,
    resolveDueAt: told(event),
  }),
  decline: (_, event) => ({ closedAt: event.at }),
  contest: (before, event) => ({
    tier: event.facts.tier ?? before.tier,
    contested: true,
    holderId: null,
    startedAt: event.at,
    closedAt: null,
  }),
  contact: (before, event) => ({ contactedAt: before.contactedAt ?? event.at }),
  resolve: (_, event) => ({ outcome: event.facts.outcome ?? null, resolvedAt: event.at }),
  verify: (before, event) =>
    event.stage === 'reopened' ? reopened(before, event) : { finding: event.facts.finding ?? null, closedAt: event.at },
  // What the verifier found stands; the requester's own word is in the event.
  confirm: (before, event) => ({ finding: before.finding ?? 'solved', closedAt: before.closedAt ?? event.at }),
  reopen: reopened,
  withdraw: (_, event) => ({ closedAt: event.at }),
  reassign: (_, event) => ({ holderId: event.facts.holderId ?? null }),
  regrade: (before, event) => ({
    grade: event.facts.grade ?? before.grade,
    ...(before.acceptedAt === null ? {} : { resolveDueAt: told(event) }),
  }),
  attribute: (_, event) => ({
    requesterPersonId: event.facts.personId ?? null,
    requesterResidentId: event.facts.residentId ?? null,
  }),
};

/** The clock shown: the earliest that runs; a date that was told stands, whatever the policy computes. */
function earliest(facts: Facts, policy: Policy, calendar: Calendar): Due | null {
  const clocks = runningClocks({ ...facts, closed: PHASE_OF[facts.stage] === 'closed' }, policy, calendar).map((due) =>
    due.clock === 'resolve' && facts.resolveDueAt !== null ? { ...due, at: facts.resolveDueAt } : due,
  );
  return clocks.sort((a, b) => a.at - b.at)[0] ?? null;
}

const countsFrom = (clock: ClockName, facts: Facts): number =>
  ({
    accept: facts.startedAt,
    contact: facts.acceptedAt,
    resolve: facts.startedAt,
    follow_up: facts.resolvedAt,
  })[clock] ?? facts.startedAt;

function timed(facts: Facts, policy: Policy, calendar: Calendar): TicketState {
  const due = earliest(facts, policy, calendar);
  const dueFrom = due && countsFrom(due.clock, facts);
  return {
    ...facts,
    phase: PHASE_OF[facts.stage],
    dueClock: due?.clock ?? null,
    dueAt: due?.at ?? null,
    dueFrom,
    soonAt: due && dueFrom !== null ? due.at - Math.floor((due.at - dueFrom) / 5) : null,
    queueAt: due?.at ?? BEHIND_ALL - (facts.closedAt ?? 0),
    seq: facts.seq,
  };
}

/** @throws when the events do not begin with `open` or leave a number out: such a history was tampered with. */
export function project(events: readonly TicketEvent[], policy: Policy, calendar: Calendar): TicketState {
  const [first, ...rest] = events;
  if (!first || first.action !== 'open' || first.seq !== 1) throw new Error('the history does not begin with open');
  let facts = opened(first);
  for (const event of rest) {
    if (event.seq !== facts.seq + 1) throw new Error(`event ${facts.seq + 1} is missing`);
    facts = { ...facts, ...CHANGES[event.action]?.(facts, event), stage: event.stage, seq: event.seq };
  }
  return timed(facts, policy, calendar);
}
