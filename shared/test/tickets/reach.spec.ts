/** What may be saved can be dated: every length that a request allows ends in reach of an ordinary calendar, or is refused. */
import * as fc from 'fast-check';
import { workingCalendar } from '../../src/tickets/calendar';
import { SEEDED_POLICY, setClock, type ClockRule } from '../../src/tickets/deadlines';
import { ORDINARY_HOURS } from '../../src/tickets/ordinary-hours';
import { FARTHEST_DAYS, outOfReach } from '../../src/tickets/reach';
import { GRADES, MOST, UNITS } from '../../src/tickets/terms';

const DAY = 86_400_000;
const FROM = Date.parse('2026-11-23T04:00:00.000Z');
const ordinary = workingCalendar({ offset: 480, ...ORDINARY_HOURS, days: new Map() });
const aMinuteAWeek = workingCalendar({
  ...{ offset: 480, weekdays: [1] },
  intervals: [{ from: 570, to: 571 }],
  days: new Map(),
});

it('leaves every rule of a new community in reach of ordinary hours', () => {
  for (const grade of GRADES)
    for (const rule of Object.values(SEEDED_POLICY[grade]))
      expect(outOfReach(rule, FROM, { calendar: ordinary, grade })).toBeNull();
});

it('has the longest of every unit in reach, and not five times the longest', () => {
  for (const unit of UNITS) {
    const rule: ClockRule = { span: { amount: MOST[unit], unit }, marks: [] };
    expect([unit, outOfReach(rule, FROM, { calendar: ordinary, grade: 'G2' })]).toEqual([unit, null]);
  }
  const span = { amount: MOST.work_day, unit: 'work_day' } as const;
  expect(outOfReach({ span, marks: [{ percent: 500 }] }, FROM, { calendar: ordinary, grade: 'G2' })).toBe('marks');
});

it('finds the time of a rule itself out of reach where there are hardly any hours', () => {
  const span = { amount: 240, unit: 'work_min' } as const;
  expect(outOfReach({ span, marks: [] }, FROM, { calendar: aMinuteAWeek, grade: 'G3' })).toBe('amount');
});

it('is dated from any later moment too, once it is in reach', () => {
  const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 });
  const unit = fc.constantFrom(...UNITS);
  const part = fc.double({ min: 0.001, max: 1, noNaN: true });
  const percent = fc.integer({ min: 1, max: 500 });
  const minutes = fc.integer({ min: 1, max: 600 });
  const later = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(weekdays, minutes, unit, part, percent, later, (days, length, of, share, marked, after) => {
      const intervals = [{ from: 540, to: 540 + length }];
      const calendar = workingCalendar({ offset: 480, weekdays: days, intervals, days: new Map() });
      const span = { amount: Math.max(1, Math.round(MOST[of] * share)), unit: of };
      const rule: ClockRule = { span, marks: [{ percent: marked }] };
      const setting = { calendar, grade: 'G2' as const };
      fc.pre(outOfReach(rule, FROM, setting) === null);
      const from = FROM + after * 60_000;
      expect(setClock(rule, from, setting).at).toBeLessThan(from + (FARTHEST_DAYS + 30) * DAY);
    }),
    { numRuns: 200 },
  );
});
