/** A cap that always comes first makes the length beside it an idle word; whoever writes both is told. */
import { workingCalendar } from '../../src/tickets/calendar';
import { isAlwaysCapped } from '../../src/tickets/capped';
import { endOf, SEEDED_POLICY } from '../../src/tickets/deadlines';
import { ORDINARY_HOURS } from '../../src/tickets/ordinary-hours';
import type { Span } from '../../src/tickets/terms';

const capped = (amount: number, unit: Span['unit'], capDays: number): boolean =>
  isAlwaysCapped({ span: { amount, unit }, capDays }, ORDINARY_HOURS);

it.each<[number, Span['unit'], number, boolean]>([
  [6, 'work_day', 7, true],
  [5, 'work_day', 7, false],
  [3, 'work_day', 7, false],
  [5, 'work_day', 4, true],
  [36 * 60, 'work_min', 7, true],
  [24 * 60, 'work_min', 7, false],
  [8, 'natural_day', 7, true],
  [7, 'natural_day', 7, false],
  [7 * 1440 + 1, 'wall_min', 7, true],
  [999_999, 'work_day', 7, true],
  [0, 'work_day', 7, false],
])('%d %s under a cap of %d days: %s', (amount, unit, capDays, always) => {
  expect(capped(amount, unit, capDays)).toBe(always);
});

it('depends on the week: where every day is worked, six working days may be over in seven', () => {
  const rule = { span: { amount: 6, unit: 'work_day' } as const, capDays: 7 };
  expect(isAlwaysCapped(rule, { ...ORDINARY_HOURS, weekdays: [0, 1, 2, 3, 4, 5, 6] })).toBe(false);
});

it('says what the clocks do: no hour of a week is found at which such a rule ends otherwise', () => {
  const calendar = workingCalendar({ ...ORDINARY_HOURS, offset: 480, days: new Map() });
  const hours = Array.from({ length: 7 * 24 }, (_, n) => Date.UTC(2026, 10, 22) + n * 3_600_000);
  const isCapAt = (from: number, amount: number): boolean => {
    const rule = { span: { amount, unit: 'work_day' as const }, capDays: 7, marks: [] };
    return endOf(rule, from, { calendar, grade: 'G2' }) === from + 7 * 86_400_000;
  };
  for (const amount of [3, 4, 5, 6, 7, 8])
    expect(hours.every((from) => isCapAt(from, amount))).toBe(capped(amount, 'work_day', 7));
});

it('is true of no rule that a community starts with', () => {
  const rules = Object.values(SEEDED_POLICY).flatMap((clocks) => Object.values(clocks));
  expect(rules.filter((rule) => isAlwaysCapped(rule, ORDINARY_HOURS))).toEqual([]);
});
