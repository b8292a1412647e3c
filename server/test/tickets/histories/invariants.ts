/**
 * What must hold of every history, said anew from the design's own tables and read from the events alone: none of the
 * product's rules is asked, but for the calendar. Each throws with what is wrong.
 */
import { daysBetween } from '@sevengrid/shared/kernel/days';
import type { WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { Due } from '@sevengrid/shared/tickets/deadlines';
import { GRADES, TIERS, type Tier } from '@sevengrid/shared/tickets/terms';
import type { TicketEvent } from '../../../src/tickets/ticket-event';

/** Of the transition table: not accepted, in progress and closed each are several stages. */
type Status = 'submitted' | 'accepted' | 'in_progress' | 'resolved' | 'closed' | 'not_accepted' | 'withdrawn';
const STATUS: Record<TicketEvent['stage'], Status> = {
  submitted: 'submitted',
  accepted: 'accepted',
  working: 'in_progress',
  reopened: 'in_progress',
  resolved: 'resolved',
  verified: 'closed',
  confirmed: 'closed',
  declined: 'not_accepted',
  withdrawn: 'withdrawn',
};

type As = TicketEvent['facts']['as'];
/** From, to, and as what somebody may lead it there: rows 2, 3 with its objection, 5, 11, 12, 13 and 15. */
const ROWS: readonly [from: Status, to: Status, by: readonly As[]][] = [
  ['submitted', 'accepted', ['handler']],
  ['submitted', 'not_accepted', ['staff']],
  ['not_accepted', 'submitted', ['requester']],
  ['accepted', 'in_progress', ['handler']],
  ['in_progress', 'resolved', ['handler']],
  ['resolved', 'closed', ['verifier', 'requester']],
  ['resolved', 'in_progress', ['verifier', 'requester', 'staff']],
  ['closed', 'in_progress', ['verifier', 'requester', 'staff']],
  ['submitted', 'withdrawn', ['requester']],
  ['accepted', 'withdrawn', ['requester']],
  ['in_progress', 'withdrawn', ['requester']],
  ['withdrawn', 'in_progress', ['verifier']],
];

/** What no event says: the calendar and who had gone at each of them, who stands in for the worker, and the grid's team. */
export interface Known {
  calendars: readonly WorkingCalendar[];
  gone: readonly ReadonlySet<string>[];
  standIn: string;
  team: readonly string[];
}

/** The persons that events alone say had it in their hands. */
interface Hands {
  holder: string | null;
  joined: Set<string>;
  /** Who handled or held it in this cycle. */
  cycle: Set<string>;
}

const HANDLING = ['accept', 'contact', 'ask', 'answer', 'resolve', 'coordinate', 'recall', 'escalate'];
const WORKING = ['contact', 'ask', 'answer', 'resolve'];
const JUDGING = ['attempt', 'verify', 'revisit', 'rate', 'reopen'];

const wrong = (event: TicketEvent, what: string): never => {
  throw new Error(`event ${event.seq} (${event.action} by ${event.actorId}): ${what}`);
};
const demand = (holds: boolean, event: TicketEvent, what: string): void => void (holds || wrong(event, what));

/** True where the event begins a cycle of its own. */
const begins = (event: TicketEvent): boolean => event.facts.cycle !== undefined;

/** I1: no transition outside the table, and each by whom it names. */
export function movesByTheTable(events: readonly TicketEvent[]): void {
  let status: Status = 'submitted';
  for (const event of events.slice(1)) {
    const to = STATUS[event.stage];
    const from = status;
    const row = ROWS.some(([a, b, by]) => a === from && b === to && by.includes(event.facts.as));
    demand(from === to || row, event, `${from} to ${to} as ${event.facts.as} is in no row`);
    status = to;
  }
}

/** I4: whoever judges had it in no hand in that cycle; only who holds it works on it, or stands in; and nobody is let off but by handing it on. */
export function judgesApart(events: readonly TicketEvent[], { standIn, gone }: Known): void {
  const hands: Hands = { holder: null, joined: new Set(), cycle: new Set() };
  events.forEach((event, i) => {
    const { action, actorId, facts } = event;
    if (facts.as === 'verifier' && JUDGING.includes(action))
      demand(!hands.cycle.has(actorId), event, 'judges what they had in hand');
    if (facts.as === 'handler' && WORKING.includes(action))
      demand(
        actorId === hands.holder || hands.joined.has(actorId) || actorId === standIn,
        event,
        'works on what they do not hold',
      );
    if (begins(event)) hands.cycle = new Set([...(hands.holder ? [hands.holder] : []), ...hands.joined]);
    if (action === 'contest') hands.holder = null;
    if (facts.holderId !== undefined) {
      const goes = begins(event) && hands.holder === facts.formerId && gone[i]?.has(hands.holder ?? '') === true;
      demand(action === 'accept' || action === 'reassign' || goes, event, 'drops the holder');
      hands.holder = facts.holderId;
      hands.cycle.add(facts.holderId);
    }
    if (facts.joinedId !== undefined) {
      if (action === 'reassign') {
        demand(hands.joined.delete(facts.formerId ?? ''), event, 'takes a place that nobody had');
        hands.cycle.add(facts.formerId ?? '');
      }
      hands.joined.add(facts.joinedId);
      hands.cycle.add(facts.joinedId);
    }
    if (HANDLING.includes(action) && facts.as !== 'requester' && facts.as !== 'system') hands.cycle.add(actorId);
  });
}

/** What opens again is held by somebody who is there, as long as anybody of the grid's team is. */
export function opensWithSomebodyThere(events: readonly TicketEvent[], { team, gone }: Known): void {
  let holder: string | null = null;
  events.forEach((event, i) => {
    holder = event.action === 'contest' ? null : (event.facts.holderId ?? holder);
    const away = gone[i];
    if (!begins(event) || !away || team.every((name) => away.has(name))) return;
    demand(!away.has(holder ?? ''), event, 'goes back to who has gone');
  });
}

/** Row 15 and the rest of the requester's: nobody else speaks for them. */
export function requesterSpeaksAlone(events: readonly TicketEvent[]): void {
  const requester = events[0]?.facts.personId;
  for (const event of events)
    demand(event.facts.as !== 'requester' || event.actorId === requester, event, 'speaks for the requester');
}

/** I5: closed only with an outcome, and reached, or twice tried on two days and once more than by message, or self-confirmed. */
export function closesOnlyWhenFound(events: readonly TicketEvent[], tzOffset: number): void {
  let outcome: string | undefined;
  let tries: TicketEvent[] = [];
  for (const event of events) {
    const { action, stage, facts } = event;
    if (begins(event)) [outcome, tries] = [undefined, []];
    if (action === 'resolve') outcome = facts.outcome;
    if (action === 'attempt') tries.push(event);
    if ((action !== 'verify' && action !== 'confirm') || STATUS[stage] !== 'closed') continue;
    demand(outcome !== undefined, event, 'closed without an outcome');
    const days = new Set(tries.map(({ at }) => daysBetween(0, at, tzOffset)));
    const tried = days.size >= 2 && tries.some((of) => of.facts.how !== 'message');
    const reached = facts.finding === 'solved' || facts.finding === 'partly';
    demand(action === 'confirm' || reached || (facts.finding === 'not_reached' && tried), event, 'closed unfound');
  }
}

/** Of the answering clock: five working days. */
const CAP_DAYS = 5;

/** I3, first part: all questions of a cycle together stop the time for five working days at most. */
export function pausesWithinTheCap(events: readonly TicketEvent[], calendars: readonly WorkingCalendar[]): void {
  let pauses: { from: number; to: number }[] = [];
  let asked: { from: number; until: number } | null = null;
  events.forEach((event, i) => {
    const calendar = calendars[i];
    if (!calendar) return;
    if (begins(event)) [pauses, asked] = [[], null];
    if (event.action === 'ask') {
      const until = event.facts.dues?.answer?.at ?? Infinity;
      const used = pauses.reduce((sum, { from, to }) => sum + calendar.workedBetween(from, to), 0);
      const more = calendar.workedBetween(event.at, until);
      demand(used + more <= CAP_DAYS * calendar.dayLength, event, 'waits for more than five working days');
      asked = { from: event.at, until };
    } else if (asked && ['answer', 'resume', 'resolve', 'withdraw'].includes(event.action)) {
      pauses.push({ from: asked.from, to: Math.min(event.at, asked.until) });
      asked = null;
    }
  });
}

const urgentThan = (grade: string | undefined, than: string | undefined): boolean =>
  GRADES.indexOf(grade as never) < GRADES.indexOf(than as never);

/** I3, second part: clocks go forward, and no date that was told becomes earlier but by a more urgent grade. */
export function datesOnlyLater(events: readonly TicketEvent[]): void {
  let told: Record<string, Due> = {};
  let at = 0;
  for (const event of events) {
    demand(event.at >= at, event, 'is older than the event before it');
    at = event.at;
    if (begins(event) || event.action === 'contest') told = {};
    const { grade, gradeBefore, dues = {} } = event.facts;
    const urgent = event.action === 'regrade' && urgentThan(grade, gradeBefore);
    for (const [clock, due] of Object.entries(dues)) {
      demand(due.from <= due.at && due.marks.every((mark) => mark.at >= due.from), event, `${clock} runs backwards`);
      const before = told[clock];
      if (clock !== 'partner' && clock !== 'answer' && before && !urgent)
        demand(due.at >= before.at, event, `${clock} is due earlier than was told`);
      told[clock] = due;
    }
  }
}

/** No warning twice: what a clock told lies ever higher, until it is set anew for a new grade, more time or a new cycle. */
export function warnsOnce(events: readonly TicketEvent[]): void {
  let told: Record<string, number> = {};
  for (const event of events) {
    const { clock, percent, requestId = '' } = event.facts;
    if (
      begins(event) ||
      ['contest', 'extend', 'regrade', 'accept', 'resolve', 'verify', 'confirm', 'withdraw'].includes(event.action)
    )
      told = {};
    if (event.facts.as !== 'system' || clock === undefined || percent === undefined) continue;
    const name = `${clock} ${requestId}`;
    demand(percent > (told[name] ?? 0), event, `${percent} per cent of ${name}again`);
    told[name] = percent;
  }
}

/** The rules of once: an objection, more time in a cycle, a return by each body; the second return is the street's. */
export function onlyOnce(events: readonly TicketEvent[]): void {
  const returned: string[] = [];
  const counts = { contest: 0, extend: 0, rate: 0 };
  let tier: Tier = 'grid';
  for (const event of events) {
    const { action, facts } = event;
    if (begins(event)) [counts.extend, counts.rate] = [0, 0];
    if (action === 'contest' || action === 'extend' || action === 'rate')
      demand(++counts[action] === 1, event, `${action} twice`);
    if (action === 'return') {
      demand(!returned.includes(facts.organisationId ?? ''), event, 'returned twice by one body');
      returned.push(facts.organisationId ?? '');
      demand(returned.length < 2 || (facts.tier ?? tier) === 'street', event, 'the second return is not the street’s');
    }
    demand(
      facts.tier === undefined || TIERS.indexOf(facts.tier) >= TIERS.indexOf(tier),
      event,
      'falls to a lower tier',
    );
    tier = facts.tier ?? tier;
  }
}

/** I8, as far as events go: each has the number after that before it. */
export function numbersWithoutGaps(events: readonly TicketEvent[]): void {
  events.forEach((event, i) => demand(event.seq === i + 1, event, 'a number is left out'));
}

/** All of them. */
export function demandAll(events: readonly TicketEvent[], known: Known): void {
  numbersWithoutGaps(events);
  movesByTheTable(events);
  requesterSpeaksAlone(events);
  judgesApart(events, known);
  opensWithSomebodyThere(events, known);
  closesOnlyWhenFound(events, 480);
  pausesWithinTheCap(events, known.calendars);
  datesOnlyLater(events);
  warnsOnce(events);
  onlyOnce(events);
}
