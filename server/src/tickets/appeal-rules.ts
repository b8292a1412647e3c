/** What each action of the appeal adds to the flow: what stands in its way, the stage it ends in, and the facts that go into history. */
import type { FaultCode } from '@sevengrid/shared/faults';
import { daysBetween } from '@sevengrid/shared/kernel/days';
import {
  APPEAL_FLOW,
  PARTNER_ACTIONS,
  type Action,
  type PartnerAction,
  type Stage,
} from '@sevengrid/shared/tickets/flows';
import { ATTEMPTS_BEFORE_NOT_REACHED, TIERS, isMoreUrgent, tierAbove } from '@sevengrid/shared/tickets/terms';
import { isOpen, type CaseState } from './case-state';
import {
  acceptDues,
  answerDues,
  followUpDues,
  handlingDues,
  notEarlier,
  partnerDues,
  resolveDue,
  resolveDues,
  revisitDues,
  waitingLeft,
  withdrawnDues,
  type Terms,
} from './due-dates';
import type { Dues, EventFacts, TicketEvent } from './ticket-event';

const DAY = 86_400_000;

/** `tier` is given by time alone, which may raise by more than one. */
export type Given = Omit<Partial<EventFacts>, 'as' | 'dueAt' | 'dues' | 'cycle'>;

export interface Situation extends Terms {
  state: CaseState;
  history: readonly TicketEvent[];
  given: Given;
  actorId: string;
  /** Who goes on with it, where whoever held it has gone. */
  successorId: string | null;
  /** Milliseconds UTC. */
  now: number;
  tzOffset: number;
}

export interface Decision {
  stage: Stage;
  facts: Given & Pick<EventFacts, 'dueAt' | 'dues' | 'cycle'>;
}

type Decide = (situation: Situation) => Partial<Decision> | { fault: FaultCode };

/** Clocks set, and the date that is told for them. */
function telling(dues: Dues, told: 'accept' | 'resolve'): Pick<EventFacts, 'dues' | 'dueAt'> {
  const due = dues[told];
  return { dues, ...(due ? { dueAt: new Date(due.at).toISOString() } : {}) };
}

/** Nothing goes back to whoever has gone. */
const succession = ({ state: { holderId }, successorId }: Situation): Pick<EventFacts, 'holderId' | 'formerId'> =>
  successorId === null ? {} : { holderId: successorId, ...(holderId === null ? {} : { formerId: holderId }) };

/** Half of the time, or a working day; the second reopening raises the tier, the first only tells it. */
function reopen(situation: Situation): Partial<Decision> {
  const { state, now, given } = situation;
  const cycle = state.cycle + 1;
  const raised = state.reopens > 0 && tierAbove(state.tier) !== state.tier;
  const rise = raised ? { tier: tierAbove(state.tier), trigger: 'reopened' as const } : { tier: state.tier };
  const anew = { ...state, cycle, startedAt: now, acceptedAt: now, contactedAt: null, pauses: [], extraDays: 0 };
  const dues = handlingDues(situation, anew);
  const facts = { ...given, ...rise, ...succession(situation), finding: 'not_solved' as const, cycle };
  return { stage: 'reopened', facts: { ...facts, ...telling(dues, 'resolve') } };
}

/** Two attempts of this cycle on different days, one of them more than a message. */
export function triedEnough(history: readonly TicketEvent[], cycleSeq: number, tzOffset: number): boolean {
  const attempts = history.filter((event) => event.action === 'attempt' && event.seq >= cycleSeq);
  const days = new Set(attempts.map((event) => daysBetween(0, event.at, tzOffset)));
  return days.size >= ATTEMPTS_BEFORE_NOT_REACHED && attempts.some((event) => event.facts.how !== 'message');
}

/** A visit to the place in this cycle is proof of what was done, and so is a photo; nobody is made to take one. */
const urgentWithoutProof = ({ state, given }: Situation): boolean =>
  (state.grade === 'G0' || state.grade === 'G1') &&
  state.visitedAt === null &&
  !state.photographed &&
  given.photoIds === undefined;

const closing = (situation: Situation): Pick<EventFacts, 'dues'> =>
  situation.state.closedAt === null ? { dues: revisitDues(situation, situation.state, situation.now) } : {};

/**
 * Of those that somebody held, one withdrawal in ten is asked about, and told so: staff may ask nobody to withdraw.
 * Which ones, nobody chooses: the id's last characters are chance.
 */
const isAskedAbout = (ticketId: string): boolean => Number.parseInt(ticketId.slice(-6), 36) % 10 === 0;

const resumed = (situation: Situation): Partial<Decision> => {
  const { state, now, given } = situation;
  if (state.askedAt === null) return { facts: given };
  const pause = { from: state.askedAt, to: Math.min(now, state.clocks.answer?.at ?? now) };
  const dues = resolveDues(situation, state, { pause, atLeast: state.clocks.resolve?.at });
  return { facts: { ...given, ...telling(dues, 'resolve') } };
};

/** Each body may send back one request of a ticket. */
const hasReturned = (requests: CaseState['requests'], organisationId: string | undefined): boolean =>
  requests.some((request) => request.state === 'returned' && request.organisationId === organisationId);

/** What its body may do with a request, and {@link decide} allows. */
export function partnerMoves({ requests }: Pick<CaseState, 'requests'>, requestId: string): PartnerAction[] {
  const asked = requests.find(({ id }) => id === requestId);
  if (!asked || !isOpen(asked)) return [];
  return PARTNER_ACTIONS.filter((action) => action !== 'return' || !hasReturned(requests, asked.organisationId));
}

function returned({ state, given }: Situation): Partial<Decision> | { fault: FaultCode } {
  const asked = state.requests.find((request) => request.id === given.requestId);
  if (hasReturned(state.requests, asked?.organisationId)) return { fault: 'PARTNER_RETURNS_ONCE' };
  const settled = state.requests.some((request) => request.state === 'returned') && state.tier !== 'street';
  return {
    facts: { ...given, ...(settled ? { tier: 'street' as const, trigger: 'partners_returned' as const } : {}) },
  };
}

function extended(situation: Situation): Partial<Decision> | { fault: FaultCode } {
  const { state, given } = situation;
  const days = given.days ?? 0;
  // As it was at first: time that was waited for the requester is no reason for more.
  const first = resolveDue(situation, { ...state, pauses: [] });
  if (!first || days * DAY > first.at - first.from) return { fault: 'EXTENSION_TOO_LONG' };
  const atLeast = (state.clocks.resolve?.at ?? 0) + days * DAY;
  const dues = resolveDues(situation, { ...state, extraDays: days }, { atLeast });
  return { facts: { ...given, ...telling(dues, 'resolve') } };
}

const RULES: Partial<Record<Action, Decide>> = {
  accept: (situation) => {
    const { state, given, actorId, now } = situation;
    const grade = given.grade ?? state.grade;
    const gradeBefore = grade === state.grade ? {} : { gradeBefore: state.grade };
    const dues = handlingDues(situation, { ...state, grade, acceptedAt: now, onSite: given.onSite ?? false });
    return { facts: { ...given, grade, ...gradeBefore, holderId: actorId, ...telling(dues, 'resolve') } };
  },
  contest: (situation) => {
    const { state, given, now } = situation;
    const dues = acceptDues(situation, state.grade, now);
    return { facts: { ...given, tier: tierAbove(state.tier), ...telling(dues, 'accept') } };
  },
  ask: (situation) => ({ facts: { ...situation.given, dues: answerDues(situation, situation.state, situation.now) } }),
  answer: resumed,
  resume: resumed,
  resolve: (situation) => {
    if (urgentWithoutProof(situation)) return { fault: 'EVIDENCE_NEEDED' };
    return { facts: { ...situation.given, dues: followUpDues(situation, situation.state, situation.now) } };
  },
  verify: (situation) => {
    const { state, history, given, tzOffset } = situation;
    if (given.finding === 'not_solved') return reopen(situation);
    if (given.finding === 'not_reached' && !triedEnough(history, state.cycleSeq, tzOffset))
      return { fault: 'ATTEMPTS_TOO_FEW' };
    return { stage: 'verified', facts: { ...given, ...closing(situation) } };
  },
  confirm: (situation) => ({ facts: { ...situation.given, finding: 'solved', ...closing(situation) } }),
  revisit: (situation) =>
    situation.given.finding === 'not_solved' ? reopen(situation) : { stage: situation.state.stage },
  reopen,
  withdraw: (situation) => {
    const { state, history, given, now } = situation;
    const asked = state.holderId !== null && isAskedAbout(history[0]?.ticketId ?? '');
    return asked ? { facts: { ...given, dues: withdrawnDues(situation, state, now) } } : {};
  },
  coordinate: (situation) => ({
    facts: { ...situation.given, dues: partnerDues(situation, situation.state, situation.now) },
  }),
  return: returned,
  // Where a place among those who joined is handed over, it is given whose it was.
  reassign: ({ state, given }) => ({ facts: { ...(state.holderId ? { formerId: state.holderId } : {}), ...given } }),
  escalate: ({ state, given }) => ({ facts: { trigger: 'asked', tier: tierAbove(state.tier), ...given } }),
  extend: extended,
  regrade: (situation) => {
    const { state, given } = situation;
    const grade = given.grade ?? state.grade;
    if (grade === state.grade) return { fault: 'GRADE_UNCHANGED' };
    const facts = { ...given, grade, gradeBefore: state.grade };
    const urgent = isMoreUrgent(grade, state.grade);
    const dues =
      state.acceptedAt === null
        ? acceptDues(situation, grade, state.startedAt)
        : handlingDues(situation, { ...state, grade, extraDays: urgent ? 0 : state.extraDays });
    const told = urgent ? dues : notEarlier(dues, state.clocks);
    return { facts: { ...facts, ...telling(told, state.acceptedAt === null ? 'accept' : 'resolve') } };
  },
};

/** What stands in the way of an action although stage and actor are right; also hides its button. */
export function hindrance(
  action: Action,
  { state, now, ...terms }: Pick<Situation, 'state' | 'now' | keyof Terms>,
): FaultCode | null {
  const due = state.clocks.resolve;
  const bars: Partial<Record<Action, () => FaultCode | null>> = {
    contest: () => (state.contested ? 'CONTEST_ONLY_ONCE' : null),
    ask: () => {
      if (state.askedAt !== null) return 'QUESTION_OPEN';
      return waitingLeft(terms, state) > 0 ? null : 'QUESTIONS_USED_UP';
    },
    answer: () => (state.askedAt === null ? 'TICKET_WRONG_STAGE' : null),
    recall: () => (state.requests.some(isOpen) ? null : 'TICKET_WRONG_STAGE'),
    escalate: () => (state.tier === TIERS.at(-1) ? 'TIER_HIGHEST' : null),
    extend: () => {
      if (state.extended) return 'EXTENDED_ALREADY';
      // While the requester is asked the time stands still, and cannot be over.
      return due && (state.askedAt ?? now) < due.at ? null : 'EXTENSION_TOO_LATE';
    },
    rate: () => (state.rated ? 'RATED_ALREADY' : null),
    revisit: () => (state.clocks.revisit ? null : 'TICKET_WRONG_STAGE'),
  };
  return bars[action]?.() ?? null;
}

/** A request is worked on by its body, and taken back by staff, only while it is open. */
const aboutRequest: readonly Action[] = ['recall', 'reply', 'return'];

/** The stage and facts of `action`, whose stage and actor are already found right. */
export function decide(action: Action, situation: Situation): Decision | { fault: FaultCode } {
  const bar = hindrance(action, situation);
  if (bar) return { fault: bar };
  const { state, given } = situation;
  const asked = state.requests.find((request) => request.id === given.requestId);
  if (aboutRequest.includes(action) && !(asked && isOpen(asked))) return { fault: 'COORDINATION_OVER' };
  const decision = RULES[action]?.(situation) ?? {};
  if ('fault' in decision) return decision;
  const { to } = APPEAL_FLOW[action];
  const stage = decision.stage ?? (to === 'unchanged' ? state.stage : (to[0] ?? state.stage));
  // Of several bodies it is told which one it was.
  const body = asked ? { organisationId: asked.organisationId } : {};
  return { stage, facts: { ...(decision.facts ?? given), ...body } };
}
