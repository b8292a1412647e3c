/** The deadlines as an editor keeps them: cells of grade and clock, for all matters or for one kind; only what was changed is kept. */
import type { ClockRuleInput } from '@sevengrid/shared/tickets/deadlines.requests';
import type { ClockRuleView } from '@sevengrid/shared/tickets/deadlines.views';
import { CLOCKS, GRADES, type ClockName, type Grade, type Span, type Tier } from '@sevengrid/shared/tickets/terms';

export interface Cell {
  /** Null: for all matters. */
  categoryId: string | null;
  grade: Grade;
  clock: ClockName;
}

export type Rule = Omit<ClockRuleView, keyof Cell>;

/** What a cell becomes, and what it was when it was changed; null is no rule of its own. */
export interface Change {
  cell: Cell;
  rule: Rule | null;
  was: Rule | null;
}

export type Changes = Readonly<Record<string, Change>>;

export const keyOf = ({ categoryId, grade, clock }: Cell): string => `${categoryId ?? 'all'}.${grade}.${clock}`;

/** Clocks that one may do without; the others keep people from waiting without end. */
export const mayBeMissing = ({ clock }: Cell): boolean => clock === 'on_site' || clock === 'revisit';

export function ruleAt(rules: readonly ClockRuleView[], cell: Cell): Rule | null {
  const found = rules.find((rule) => keyOf(rule) === keyOf(cell));
  if (!found) return null;
  const { span, capDays, marks, whenNeeded } = found;
  return { span, marks, ...(capDays ? { capDays } : {}), ...(whenNeeded ? { whenNeeded } : {}) };
}

const written = (rule: Rule | null): string =>
  rule === null
    ? ''
    : JSON.stringify([rule.span.amount, rule.span.unit, rule.capDays ?? 0, rule.marks, rule.whenNeeded ?? false]);

export const sameRule = (a: Rule | null, b: Rule | null): boolean => written(a) === written(b);

/** The changes with one more, or without it where it changes nothing. */
export function withChange(changes: Changes, cell: Cell, rule: Rule | null, was: Rule | null): Changes {
  const { [keyOf(cell)]: before, ...others } = changes;
  const stood = before ? before.was : was;
  return sameRule(rule, stood) ? others : { ...others, [keyOf(cell)]: { cell, rule, was: stood } };
}

/** The rules in force with the changes over them, in the order of grades and clocks. */
export function changed(rules: readonly ClockRuleView[], changes: Changes): ClockRuleView[] {
  const kept = rules.filter((rule) => !(keyOf(rule) in changes));
  const put = Object.values(changes).flatMap(({ cell, rule }) => (rule ? [{ ...cell, ...rule }] : []));
  const place = ({ grade, clock }: Cell): number => GRADES.indexOf(grade) * CLOCKS.length + CLOCKS.indexOf(clock);
  return [...kept, ...put].sort((a, b) => place(a) - place(b));
}

export const inputOf = ({
  categoryId,
  grade,
  clock,
  span,
  capDays,
  marks,
  whenNeeded,
}: ClockRuleView): ClockRuleInput => ({
  ...(categoryId === null ? {} : { categoryId }),
  ...{ grade, clock, amount: span.amount, unit: span.unit },
  ...(capDays ? { capDays } : {}),
  marks: marks.map(({ percent, tier }) => (tier === undefined ? { percent } : { percent, tier })),
  ...(whenNeeded ? { whenNeeded } : {}),
});

/** Cells that somebody else changed as well since the changes were begun. */
export const bothChanged = (rules: readonly ClockRuleView[], changes: Changes): Change[] =>
  Object.values(changes).filter(({ cell, was }) => !sameRule(ruleAt(rules, cell), was));

/** The changes as made to `rules`: what each cell was is what it is there. */
export const rebased = (rules: readonly ClockRuleView[], changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes)
      .map(([key, change]) => [key, { ...change, was: ruleAt(rules, change.cell) }] as const)
      .filter(([, { rule, was }]) => !sameRule(rule, was)),
  );

export const UNIT_CHOICES = ['minute', 'hour', 'work_minute', 'work_hour', 'work_day', 'day'] as const;
/** Lengths of time as people say them; hours are kept as minutes. */
export type UnitChoice = (typeof UNIT_CHOICES)[number];

const UNITS: Record<UnitChoice, { unit: Span['unit']; times: number }> = {
  minute: { unit: 'wall_min', times: 1 },
  hour: { unit: 'wall_min', times: 60 },
  work_minute: { unit: 'work_min', times: 1 },
  work_hour: { unit: 'work_min', times: 60 },
  work_day: { unit: 'work_day', times: 1 },
  day: { unit: 'natural_day', times: 1 },
};

/** 1440 wall minutes are 24 hours; 90 stay 90 minutes. */
export function amountOf({ amount, unit }: Span): { amount: number; unit: UnitChoice } {
  const whole = amount % 60 === 0;
  if (unit === 'wall_min') return whole ? { amount: amount / 60, unit: 'hour' } : { amount, unit: 'minute' };
  if (unit === 'work_min') return whole ? { amount: amount / 60, unit: 'work_hour' } : { amount, unit: 'work_minute' };
  return { amount, unit: unit === 'work_day' ? 'work_day' : 'day' };
}

/** As it is filled in. */
export interface RuleForm {
  amount: string;
  unit: UnitChoice;
  cap: string;
  /** Percentages at which it warns: `50、80`. */
  warns: string;
  rises: Record<Exclude<Tier, 'grid'>, string>;
  whenNeeded: boolean;
}

export function formOfRule(rule: Rule | null): RuleForm {
  const { amount, unit } = rule ? amountOf(rule.span) : { amount: '', unit: 'work_day' as const };
  const at = (tier: Tier): string => String(rule?.marks.find((mark) => mark.tier === tier)?.percent ?? '');
  return {
    amount: String(amount),
    unit,
    cap: String(rule?.capDays ?? ''),
    warns: (rule?.marks ?? [])
      .filter(({ tier }) => tier === undefined)
      .map(({ percent }) => percent)
      .join('、'),
    rises: { community: at('community'), street: at('street') },
    whenNeeded: rule?.whenNeeded ?? false,
  };
}

/** Not a number is 0, which no rule allows. */
const wholeOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

export function ruleOfForm(form: RuleForm): Rule {
  const { unit, times } = UNITS[form.unit];
  const warns = form.warns.split(/[^\d]+/).filter((part) => part !== '');
  const rises = (['community', 'street'] as const).filter((tier) => form.rises[tier].trim() !== '');
  const marks = [
    ...warns.map((part) => ({ percent: wholeOf(part) })),
    ...rises.map((tier) => ({ percent: wholeOf(form.rises[tier]), tier })),
  ].sort((a, b) => a.percent - b.percent);
  return {
    span: { amount: wholeOf(form.amount) * times, unit },
    marks,
    ...(form.cap.trim() === '' ? {} : { capDays: wholeOf(form.cap) }),
    ...(form.whenNeeded ? { whenNeeded: true } : {}),
  };
}
