/** Replays a history: the state of a case as a pure function of its events, whatever policy and calendar say today. */
import type { Due } from '@sevengrid/shared/tickets/deadlines';
import { isMoreUrgent, type ClockName, type Tier } from '@sevengrid/shared/tickets/terms';
import { isOpen, type CaseState, type PartnerRequest, type RequestState } from './case-state';
import type { Dues, TicketEvent } from './ticket-event';

type Action = TicketEvent['action'];
type Change = (before: CaseState, event: TicketEvent) => Partial<CaseState>;

function opened(event: TicketEvent): CaseState {
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
    joined: [],
    verifierId: null,
    requesterPersonId: event.facts.personId ?? null,
    requesterResidentId: event.facts.residentId ?? null,
    startedAt: event.at,
    acceptedAt: null,
    contactedAt: null,
    visitedAt: null,
    photographed: false,
    resolvedAt: null,
    closedAt: null,
    clocks: {},
    fired: {},
    onSite: false,
    askedAt: null,
    pauses: [],
    extraDays: 0,
    extended: false,
    rated: false,
    requests: [],
    seq: event.seq,
  };
}

/** A new cycle: whoever held it goes on holding it, or who answers there now if they have gone; outcome and finding are asked anew. */
const reopened: Change = (before, event) => ({
  cycle: before.cycle + 1,
  cycleSeq: event.seq,
  reopens: before.reopens + 1,
  holderId: event.facts.holderId ?? before.holderId,
  outcome: null,
  finding: null,
  verifierId: null,
  startedAt: event.at,
  acceptedAt: event.at,
  contactedAt: null,
  visitedAt: null,
  photographed: false,
  resolvedAt: null,
  closedAt: null,
  clocks: {},
  fired: {},
  pauses: [],
  extraDays: 0,
  extended: false,
  rated: false,
});

const ended =
  (state: RequestState): Change =>
  (before, { facts, at }) => ({
    requests: before.requests.map((request) =>
      request.id === facts.requestId ? { ...request, state, endedAt: state === 'missed' ? null : at } : request,
    ),
  });

/** Nobody is waited for any longer. */
const dropped = (before: CaseState, at: number): readonly PartnerRequest[] =>
  before.requests.map((request) => (isOpen(request) ? { ...request, state: 'dropped', endedAt: at } : request));

const answered: Change = (before, { at }) =>
  before.askedAt === null
    ? {}
    : {
        askedAt: null,
        pauses: [...before.pauses, { from: before.askedAt, to: Math.min(at, before.clocks.answer?.at ?? at) }],
      };

const over: Change = (before, { at }) => ({ askedAt: null, closedAt: at, requests: dropped(before, at) });

const found: Change = (before, event) =>
  event.stage === 'reopened'
    ? reopened(before, event)
    : { finding: event.facts.finding ?? null, closedAt: before.closedAt ?? event.at };

const CHANGES: Partial<Record<Action, Change>> = {
  accept: (before, { facts, actorId, at }) => ({
    grade: facts.grade ?? before.grade,
    holderId: facts.holderId ?? actorId,
    acceptedAt: at,
    onSite: facts.onSite ?? false,
  }),
  decline: over,
  contest: (_, { at }) => ({ contested: true, holderId: null, startedAt: at, closedAt: null, fired: {} }),
  contact: (before, { facts, at }) => ({
    contactedAt: before.contactedAt ?? at,
    visitedAt: before.visitedAt ?? (facts.how === 'visit' ? at : null),
    photographed: before.photographed || facts.photoIds !== undefined,
  }),
  ask: (_, { at }) => ({ askedAt: at }),
  answer: answered,
  resume: answered,
  resolve: (before, event) => ({
    ...answered(before, event),
    outcome: event.facts.outcome ?? null,
    resolvedAt: event.at,
    requests: dropped(before, event.at),
  }),
  verify: found,
  // What the verifier found stands; the requester's own word is in the event.
  confirm: (before, { at }) => ({ finding: before.finding ?? 'solved', closedAt: before.closedAt ?? at }),
  rate: () => ({ rated: true }),
  revisit: found,
  reopen: reopened,
  withdraw: over,
  coordinate: (before, { facts, actorId, at, textRef }) => {
    const { requestId: id, organisationId, withContact = false, dues } = facts;
    if (!id || !organisationId || !dues?.partner) throw new Error('a request without body or date');
    const asked = { id, organisationId, withContact, askedBy: actorId, askedAt: at, textRef, due: dues.partner };
    return { requests: [...before.requests, { ...asked, state: 'waiting', endedAt: null }] };
  },
  recall: ended('recalled'),
  reply: ended('answered'),
  return: ended('returned'),
  miss: ended('missed'),
  extend: (before, { facts }) => ({ extraDays: before.extraDays + (facts.days ?? 0), extended: true, fired: {} }),
  reassign: ({ holderId }, { facts }) => ({ holderId: facts.holderId ?? holderId }),
  regrade: (before, { facts }) => {
    const grade = facts.grade ?? before.grade;
    return { grade, extraDays: isMoreUrgent(grade, before.grade) ? 0 : before.extraDays, fired: {} };
  },
  appoint: (_, { facts }) => ({ verifierId: facts.verifierId ?? null }),
  attribute: (_, { facts }) => ({
    requesterPersonId: facts.personId ?? null,
    requesterResidentId: facts.residentId ?? null,
  }),
};

const ALL: readonly ClockName[] = ['accept', 'contact', 'on_site', 'resolve', 'answer', 'follow_up', 'revisit'];

/** The clocks that an action stops. */
function stopped({ action, facts }: TicketEvent): readonly ClockName[] {
  if (action === 'contact') return facts.how === 'visit' ? ['contact', 'on_site'] : ['contact'];
  if (action === 'answer' || action === 'resume') return ['answer'];
  if (action === 'regrade') return ['accept', 'contact', 'on_site', 'resolve'];
  if (action === 'accept') return ['accept'];
  if (action === 'revisit') return ['revisit'];
  if (action === 'verify' || action === 'confirm') return ['follow_up'];
  return action === 'resolve' || action === 'decline' || action === 'withdraw' ? ALL : [];
}

/** Dates told before clocks were kept in history: by `dueAt` alone, without marks. */
function told(before: CaseState, { action, facts, at }: TicketEvent): Dues {
  if (facts.dues || facts.dueAt === undefined) return facts.dues ?? {};
  const end = Date.parse(facts.dueAt);
  const from = action === 'reopen' || action === 'contest' || action === 'verify' ? at : before.startedAt;
  const due: Due = { from, at: end, soon: end - Math.floor((end - from) / 5), marks: [] };
  const unaccepted = action === 'open' || action === 'contest' || (action === 'regrade' && before.acceptedAt === null);
  return unaccepted ? { accept: due } : { resolve: due };
}

/** Of a clock that is set, the marks still to come: neither acted on nor, but for the miss, already behind. */
const ahead = (due: Due, fired: number, now: number): Due => ({
  ...due,
  marks: due.marks.filter(
    ({ percent, tier, at }) => percent > fired && (at > now || percent >= 100 || tier !== undefined),
  ),
});

function clocksAfter(before: CaseState, after: CaseState, event: TicketEvent): CaseState['clocks'] {
  const clocks: Partial<Record<ClockName, Due>> = { ...after.clocks };
  for (const clock of stopped(event)) delete clocks[clock];
  for (const [clock, due] of Object.entries(told(before, event)) as [ClockName, Due][])
    if (clock !== 'partner') clocks[clock] = ahead(due, after.fired[clock] ?? 0, event.at);
  const { clock, percent } = event.facts;
  const acted = clock && percent !== undefined ? clocks[clock] : undefined;
  if (clock && acted && percent !== undefined) clocks[clock] = ahead(acted, percent, -Infinity);
  return clocks;
}

/** A partner's marks that were acted on are behind. */
function requestsAfter(requests: CaseState['requests'], { action, facts }: TicketEvent): CaseState['requests'] {
  const { requestId, percent } = facts;
  if (action !== 'warn' || requestId === undefined || percent === undefined) return requests;
  return requests.map((request) =>
    request.id === requestId ? { ...request, due: ahead(request.due, percent, -Infinity) } : request,
  );
}

/** A place among those who joined is taken once; whoever has one already takes no second. */
function joinedAfter(joined: CaseState['joined'], tier: Tier, { action, facts }: TicketEvent): CaseState['joined'] {
  const { joinedId, formerId } = facts;
  if (joinedId === undefined) return joined;
  if (action !== 'reassign') return [...joined, { personId: joinedId, tier }];
  const known = joined.some(({ personId }) => personId === joinedId);
  return joined.flatMap((each) => {
    if (each.personId !== formerId) return each;
    return known ? [] : { ...each, personId: joinedId };
  });
}

/**
 * The state after one more event.
 * @throws when its number is not the next one.
 */
export function next(before: CaseState, event: TicketEvent): CaseState {
  if (event.seq !== before.seq + 1) throw new Error(`event ${before.seq + 1} is missing`);
  const { facts, stage, seq } = event;
  let after: CaseState = { ...before, ...CHANGES[event.action]?.(before, event), stage, seq };
  after = { ...after, tier: facts.tier ?? after.tier };
  after = { ...after, joined: joinedAfter(after.joined, after.tier, event) };
  if (facts.clock && facts.percent !== undefined && facts.requestId === undefined)
    after = { ...after, fired: { ...after.fired, [facts.clock]: facts.percent } };
  return { ...after, clocks: clocksAfter(before, after, event), requests: requestsAfter(after.requests, event) };
}

/**
 * The state after each event.
 * @throws when the events do not begin with `open` or leave a number out: such a history was tampered with.
 */
export function statesOf(events: readonly TicketEvent[]): CaseState[] {
  const [first, ...rest] = events;
  if (!first || first.action !== 'open' || first.seq !== 1) throw new Error('the history does not begin with open');
  const beginning = opened(first);
  let state = { ...beginning, clocks: clocksAfter(beginning, beginning, first) };
  const states = [state];
  for (const event of rest) {
    states.push((state = next(state, event)));
  }
  return states;
}

/** The state after the last. */
export function replay(events: readonly TicketEvent[]): CaseState {
  const last = statesOf(events).at(-1);
  if (!last) throw new Error('a case without events');
  return last;
}
