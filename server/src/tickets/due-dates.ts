/** The clocks that each step sets, by policy and calendar of the moment; pure, since the seed and the engine both set them. */
import type { WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import {
  halved,
  isWork,
  lengthOf,
  passed,
  setClock,
  type ClockRule,
  type ClockRules,
  type Due,
  type Pause,
  type Policy,
} from '@sevengrid/shared/tickets/deadlines';
import type { ClockName, Grade } from '@sevengrid/shared/tickets/terms';
import type { CaseState } from './case-state';
import type { Dues } from './ticket-event';

export interface Terms {
  policy: Policy;
  calendar: WorkingCalendar;
}

type Graded = Pick<CaseState, 'grade'>;

const ONE_WORKING_DAY = { amount: 1, unit: 'work_day' } as const;

const ruleOf = ({ policy }: Terms, grade: Grade, clock: ClockName): ClockRule | undefined => policy[grade][clock];

function set(terms: Terms, grade: Grade, clock: ClockName, from: number): Dues {
  const rule = ruleOf(terms, grade, clock);
  return rule ? { [clock]: setClock(rule, from, { calendar: terms.calendar, grade }) } : {};
}

/** The rules for one kind of matter. */
export const rulesFor = (policy: Policy, own: Readonly<Partial<Record<Grade, ClockRules>>> | undefined): Policy => ({
  G0: { ...policy.G0, ...own?.G0 },
  G1: { ...policy.G1, ...own?.G1 },
  G2: { ...policy.G2, ...own?.G2 },
  G3: { ...policy.G3, ...own?.G3 },
});

/** From filing, contesting or re-grading until somebody takes it on. */
export const acceptDues = (terms: Terms, grade: Grade, from: number): Dues => set(terms, grade, 'accept', from);

type Resolving = Pick<CaseState, 'grade' | 'startedAt' | 'cycle' | 'pauses' | 'extraDays'>;

interface Besides {
  /** A pause that is over only now. */
  pause?: Pause;
  /** Not before this instant, which was told already. */
  atLeast?: number;
}

/** Until when it has to be resolved: after a reopening half the time, but a working day at least. */
export function resolveDue(terms: Terms, state: Resolving, { pause, atLeast = 0 }: Besides = {}): Due | undefined {
  const rule = ruleOf(terms, state.grade, 'resolve');
  if (!rule) return undefined;
  const { grade, startedAt, cycle, extraDays } = state;
  const pauses = pause ? [...state.pauses, pause] : state.pauses;
  const setting = { calendar: terms.calendar, grade, pauses, extraDays };
  if (cycle === 1) return setClock(rule, startedAt, setting, atLeast);
  const least = Math.max(atLeast, terms.calendar.add(startedAt, ONE_WORKING_DAY));
  return setClock(halved(rule), startedAt, setting, least);
}

export function resolveDues(terms: Terms, state: Resolving, besides: Besides = {}): Dues {
  const resolve = resolveDue(terms, state, besides);
  return resolve ? { resolve } : {};
}

/** On site always, or where whoever accepted it found it needed. */
function onSiteDues(terms: Terms, grade: Grade, from: number, needed: boolean): Dues {
  return ruleOf(terms, grade, 'on_site')?.whenNeeded && !needed ? {} : set(terms, grade, 'on_site', from);
}

/** Of a case in hand: first contact and visit where they are still to come, and its being resolved. */
export function handlingDues(
  terms: Terms,
  state: Resolving & Pick<CaseState, 'acceptedAt' | 'contactedAt' | 'visitedAt' | 'onSite'>,
): Dues {
  const { grade, contactedAt, visitedAt, onSite, startedAt, cycle } = state;
  const from = state.acceptedAt ?? startedAt;
  return {
    ...(contactedAt === null ? set(terms, grade, 'contact', from) : {}),
    ...(visitedAt === null && cycle === 1 ? onSiteDues(terms, grade, from, onSite) : {}),
    ...resolveDues(terms, state),
  };
}

export const followUpDues = (terms: Terms, { grade }: Graded, from: number): Dues =>
  set(terms, grade, 'follow_up', from);

/** The call about a withdrawal, as soon as any other return visit. */
export function withdrawnDues(terms: Terms, { grade }: Graded, from: number): Dues {
  const { follow_up: revisit } = followUpDues(terms, { grade }, from);
  return revisit ? { revisit } : {};
}

export const revisitDues = (terms: Terms, { grade }: Graded, from: number): Dues => set(terms, grade, 'revisit', from);

export const partnerDues = (terms: Terms, { grade }: Graded, from: number): Dues => set(terms, grade, 'partner', from);

/** What is left of the time for which a cycle may wait for its requester, all questions together; milliseconds of the rule's own time. */
export function waitingLeft(terms: Terms, { grade, pauses }: Pick<CaseState, 'grade' | 'pauses'>): number {
  const span = ruleOf(terms, grade, 'answer')?.span;
  if (!span) return 0;
  const used = pauses.reduce((sum, { from, to }) => sum + passed(span, terms.calendar, from, to), 0);
  return lengthOf(span, terms.calendar) - used;
}

/** Until when the requester is waited for; then the time runs on by itself. */
export function answerDues(terms: Terms, state: Pick<CaseState, 'grade' | 'pauses'>, from: number): Dues {
  const span = ruleOf(terms, state.grade, 'answer')?.span;
  if (!span) return {};
  const left = waitingLeft(terms, state);
  const at = isWork(span) ? terms.calendar.after(from, left) : from + left;
  return { answer: { from, at, soon: at, marks: [] } };
}

/** The clocks set anew, none of them earlier than it was told before: that only a more urgent grade does. */
export const notEarlier = (dues: Dues, clocks: CaseState['clocks']): Dues =>
  Object.fromEntries(
    (Object.entries(dues) as [ClockName, Due][]).map(([clock, due]) => {
      const told = clocks[clock];
      return [clock, told && told.at > due.at ? told : due];
    }),
  );

/** What a changed calendar makes later, of the clocks that run; it makes nothing earlier. */
export function laterDues(terms: Terms, state: CaseState): Dues {
  const { grade, clocks, askedAt, resolvedAt, startedAt, acceptedAt } = state;
  const starts: Partial<Record<ClockName, number | null>> = {
    accept: startedAt,
    contact: acceptedAt,
    on_site: acceptedAt,
    follow_up: resolvedAt,
  };
  const anew: Dues = askedAt === null ? resolveDues(terms, state) : {};
  for (const clock of Object.keys(starts) as ClockName[])
    if (clocks[clock]) Object.assign(anew, set(terms, grade, clock, starts[clock] ?? startedAt));
  const later = (Object.entries(anew) as [ClockName, Due][]).filter(([clock, due]) => {
    const before = clocks[clock];
    return before !== undefined && due.at > before.at;
  });
  return Object.fromEntries(later);
}
