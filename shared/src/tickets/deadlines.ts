/** Deadlines: rules of a policy in, instants out, through the working calendar of the community. */
import type { WorkingCalendar } from './calendar';
import type { ClockName, Grade, Span, Tier } from './terms';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Something to be done at so many per cent of a clock's time: a warning, or with `tier` the rise to that tier. */
export interface MarkRule {
  percent: number;
  tier?: Tier;
}

export interface ClockRule {
  span: Span;
  /** Whatever the calendar says, not longer than so many natural days. */
  capDays?: number;
  /** In rising order; 100, the miss itself, is always told. */
  marks: readonly MarkRule[];
  /** Runs only where whoever accepts the ticket says that it is needed. */
  whenNeeded?: boolean;
}

export type ClockRules = Readonly<Partial<Record<ClockName, ClockRule>>>;
export type Policy = Readonly<Record<Grade, ClockRules>>;

const min = (amount: number): Span => ({ amount, unit: 'wall_min' });
const h = (hours: number): Span => min(hours * 60);
const workH = (hours: number): Span => ({ amount: hours * 60, unit: 'work_min' });
const wd = (amount: number): Span => ({ amount, unit: 'work_day' });
const days = (amount: number): Span => ({ amount, unit: 'natural_day' });

const warned =
  (...percents: number[]) =>
  (span: Span, rule: Omit<Partial<ClockRule>, 'marks'> & { rises?: readonly MarkRule[] } = {}): ClockRule => {
    const { rises = [], ...rest } = rule;
    const marks = [...percents.map((percent) => ({ percent })), ...rises].sort((a, b) => a.percent - b.percent);
    return { span, marks, ...rest };
  };
const early = warned(50, 80);
const late = warned(80);

/** What a new community starts with; afterwards its policy rows rule. */
export const SEEDED_POLICY: Policy = {
  G0: {
    accept: early(min(15), {
      rises: [
        { percent: 100, tier: 'community' },
        { percent: 300, tier: 'street' },
      ],
    }),
    contact: early(min(15)),
    on_site: early(min(30)),
    resolve: early(h(2)),
    answer: { span: wd(5), marks: [] },
    partner: early(min(30)),
    follow_up: early(h(24)),
  },
  G1: {
    accept: early(min(30)),
    contact: early(h(2)),
    on_site: early(h(4)),
    resolve: early(h(24), { rises: [{ percent: 100, tier: 'community' }] }),
    answer: { span: wd(5), marks: [] },
    partner: early(h(4)),
    follow_up: early(h(24)),
  },
  G2: {
    accept: late(workH(2)),
    contact: late(wd(1)),
    on_site: late(wd(2), { whenNeeded: true }),
    resolve: late(wd(3), {
      capDays: 7,
      rises: [
        { percent: 100, tier: 'community' },
        { percent: 150, tier: 'street' },
      ],
    }),
    answer: { span: wd(5), marks: [] },
    partner: late(wd(2)),
    follow_up: late(wd(2)),
  },
  G3: {
    accept: late(workH(4)),
    contact: late(wd(1)),
    on_site: late(wd(3)),
    resolve: late(days(15), { rises: [{ percent: 100, tier: 'street' }] }),
    answer: { span: wd(5), marks: [] },
    partner: late(wd(5)),
    follow_up: late(wd(2)),
    revisit: late(days(30)),
  },
};

/** Milliseconds UTC; `to` not before `from`. */
export interface Pause {
  from: number;
  to: number;
}

export interface Mark extends MarkRule {
  /** Milliseconds UTC. */
  at: number;
}

/** A clock that was set: what is told to people, and when the system has to stir. Milliseconds UTC. */
export interface Due {
  from: number;
  at: number;
  /** From here on, at four fifths, it is due soon. */
  soon: number;
  marks: readonly Mark[];
}

export interface Setting {
  calendar: WorkingCalendar;
  grade: Grade;
  /** Time that does not count, in order, not overlapping. */
  pauses?: readonly Pause[];
  /** Natural days granted on top. */
  extraDays?: number;
}

export const isWork = ({ unit }: Span): boolean => unit === 'work_min' || unit === 'work_day';

/** From `from` to `to` in the span's own time, working time or wall time; 0 where `to` is not later. */
export const passed = (span: Span, calendar: WorkingCalendar, from: number, to: number): number =>
  isWork(span) ? calendar.workedBetween(from, to) : Math.max(0, to - from);

/** Milliseconds of the span's own time that it is long; a working day is a whole one. */
export const lengthOf = ({ amount, unit }: Span, calendar: WorkingCalendar): number =>
  amount * { wall_min: MINUTE, work_min: MINUTE, work_day: calendar.dayLength, natural_day: DAY }[unit];

const WALL = min(1);

/** Half the time, after a reopening: rounded up to whole working days where it counts in those. */
export const halved = (rule: ClockRule): ClockRule => ({
  ...rule,
  span: { ...rule.span, amount: Math.ceil(rule.span.amount / 2) },
  ...(rule.capDays === undefined ? {} : { capDays: Math.ceil(rule.capDays / 2) }),
});

/** The end of a rule's time: the earlier of calendar and cap, each put off by what was paused, then what was granted on top. */
export function endOf(rule: ClockRule, from: number, { calendar, pauses = [], extraDays = 0 }: Setting): number {
  const work = isWork(rule.span);
  const at = pauses.reduce(
    (end, pause) =>
      work ? calendar.after(end, calendar.workedBetween(pause.from, pause.to)) : end + pause.to - pause.from,
    calendar.add(from, rule.span),
  );
  const paused = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  const cap = rule.capDays === undefined ? Infinity : from + rule.capDays * DAY + paused;
  return Math.min(at, cap) + extraDays * DAY;
}

/** The instant by which so much of the span's own time has passed, what was paused not counted. */
function partAt(span: Span, from: number, length: number, { calendar, pauses = [] }: Setting): number {
  let [at, left] = [from, length];
  for (const pause of pauses) {
    const ran = passed(span, calendar, at, pause.from);
    if (left <= ran) break;
    left -= ran;
    at = Math.max(at, pause.to);
  }
  return isWork(span) ? calendar.after(at, left) : at + left;
}

/** Sets a clock. Where it is neither urgent nor dangerous nobody is disturbed outside working hours. */
export function setClock(rule: ClockRule, from: number, setting: Setting, atLeast = 0): Due {
  const { calendar, grade, pauses = [] } = setting;
  const at = Math.max(endOf(rule, from, setting), atLeast);
  const running = (span: Span): number =>
    pauses.reduce((sum, pause) => sum - passed(span, calendar, pause.from, pause.to), passed(span, calendar, from, at));
  // Where the cap leaves no working time at all, the parts are of the wall's time.
  const span = running(rule.span) > 0 ? rule.span : WALL;
  const part = (percent: number): number =>
    percent === 100 ? at : partAt(span, from, Math.round((running(span) * percent) / 100), setting);
  const decent = (instant: number): number =>
    grade === 'G0' || grade === 'G1' ? instant : Math.max(calendar.next(instant), instant);
  const rules = rule.marks.some(({ percent }) => percent === 100) ? rule.marks : [...rule.marks, { percent: 100 }];
  const marks = [...rules]
    .sort((a, b) => a.percent - b.percent)
    .map((mark) => ({ ...mark, at: decent(part(mark.percent)) }));
  return { from, at, soon: Math.min(part(80), at), marks };
}

/** How a due date stands at `now`: within the last fifth of its time it is due soon. */
export function urgency(dueAt: number, startedAt: number, now: number): 'calm' | 'soon' | 'late' {
  if (now >= dueAt) return 'late';
  return dueAt - now <= (dueAt - startedAt) / 5 ? 'soon' : 'calm';
}
