/** A rule in words: how long, what caps it, when it warns and whom it reaches then. */
import type { Translate } from '../../../use';
import { amountOf, type Cell, type Rule } from './deadline-rules';

/** 3 个工作日, 24 小时 */
export function lengthWords(t: Translate, rule: Rule | null): string {
  if (!rule) return t('tickets.deadlines.unset');
  const { amount, unit } = amountOf(rule.span);
  return t(`tickets.deadlines.n.${unit}`, { n: amount });
}

/** That the cap comes first, whatever the length: a hint, since holidays may be why somebody wrote both. */
export const cappedWords = (t: Translate, rule: Rule | null): string =>
  t('tickets.deadlines.cap.first', { span: lengthWords(t, rule), n: rule?.capDays ?? 0 });

/** What stands below the length, line by line. */
export function detailWords(t: Translate, rule: Rule | null): string[] {
  if (!rule) return [];
  const { capDays, marks, whenNeeded } = rule;
  const warns = marks.filter(({ tier }) => tier === undefined).map(({ percent }) => `${percent}%`);
  return [
    ...(whenNeeded ? [t('tickets.deadlines.needed')] : []),
    ...(capDays ? [t('tickets.deadlines.capped', { n: capDays })] : []),
    ...(warns.length > 0 ? [t('tickets.deadlines.warned', { at: warns.join(' ') })] : []),
    ...marks.flatMap(({ percent, tier }) =>
      tier ? [t('tickets.deadlines.rises', { at: `${percent}%`, tier: t(`tickets.tier.${tier}`) })] : [],
    ),
  ];
}

/** 一般 · 办结 */
export const cellWords = (t: Translate, { grade, clock }: Cell): string =>
  `${t(`tickets.grade.${grade}`)} · ${t(`tickets.deadlines.clock.${clock}`)}`;
