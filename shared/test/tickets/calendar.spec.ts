/** The working calendar: official notices as vectors, and adding that does not depend on the steps it is made in. */
import * as fc from 'fast-check';
import { ROUND_THE_CLOCK, workingCalendar } from '@sevengrid/shared/tickets/calendar';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';

const OFFSET = 480;
const HOUR = 3_600_000;

type Kind = 'off' | 'work';
const range = (from: string, to: string): [string, Kind][] => {
  const days: [string, Kind][] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * HOUR)
    days.push([new Date(at).toISOString().slice(0, 10), 'off']);
  return days;
};

/** The notices of Lhasa for three years, as they were published. */
const NOTICES = new Map<string, Kind>([
  ...range('2023-02-20', '2023-02-26'),
  ['2023-02-18', 'work'],
  ['2023-02-19', 'work'],
  ...range('2025-02-27', '2025-03-04'),
  ...range('2026-02-15', '2026-02-26'),
  ['2026-02-14', 'work'],
  ['2026-02-28', 'work'],
]);
const lhasa = workingCalendar({ offset: OFFSET, ...ORDINARY_HOURS, days: NOTICES });
const nineToFive = workingCalendar({
  offset: OFFSET,
  weekdays: [1, 2, 3, 4, 5],
  intervals: [{ from: 9 * 60, to: 17 * 60 }],
  days: new Map(),
});

/** An instant on the community's wall. */
const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00.000Z`) - OFFSET * 60_000;
const shown = (instant: number): string =>
  new Date(instant + OFFSET * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const work = (calendar: typeof lhasa, from: string, minutes: number): string =>
  shown(calendar.add(wall(from), { amount: minutes, unit: 'work_min' }));

describe('working time', () => {
  it.each([
    ['over noon', '2026-11-23 12:30', 60, '2026-11-23 16:00'],
    ['over a weekend', '2026-11-20 17:30', 60, '2026-11-23 10:00'],
    ['to the very edge of an interval', '2026-11-23 12:00', 60, '2026-11-23 13:00'],
    ['from noon', '2026-11-23 14:00', 30, '2026-11-23 16:00'],
    ['from the night before', '2026-11-22 23:10', 30, '2026-11-23 10:00'],
    ['from a make-up Saturday over the new year', '2026-02-14 17:00', 120, '2026-02-27 10:30'],
    ['from a day off in the new year', '2026-02-20 10:00', 60, '2026-02-27 10:30'],
    ['into a make-up Saturday', '2026-02-27 17:30', 60, '2026-02-28 10:00'],
    ['over the seven days of 2023, before which a weekend is worked', '2023-02-17 17:30', 60, '2023-02-18 10:00'],
    ['from the worked Sunday of 2023', '2023-02-19 17:30', 60, '2023-02-27 10:00'],
    ['over the new year of 2025, for which no day is swapped', '2025-02-26 17:30', 60, '2025-03-05 10:00'],
  ])('goes %s', (_, from, minutes, expected) => {
    expect(work(lhasa, from, minutes)).toBe(expected);
  });

  it('knows other hours: Friday 16:30 and an hour is Monday 09:30', () => {
    expect(work(nineToFive, '2026-11-20 16:30', 60)).toBe('2026-11-23 09:30');
  });

  it('gives what is due in working days until the close of business, whatever the hour it began', () => {
    const due = (from: string, amount: number): string => shown(lhasa.add(wall(from), { amount, unit: 'work_day' }));
    expect(due('2026-11-23 09:00', 3)).toBe('2026-11-26 18:00');
    expect(due('2026-11-20 17:59', 1)).toBe('2026-11-23 18:00');
    expect(due('2026-02-13 11:00', 2)).toBe('2026-02-27 18:00');
    expect(due('2026-11-22 11:00', 1)).toBe('2026-11-23 18:00');
  });

  it('counts wall minutes and natural days night and day', () => {
    expect(shown(lhasa.add(wall('2026-02-20 23:50'), { amount: 15, unit: 'wall_min' }))).toBe('2026-02-21 00:05');
    expect(shown(lhasa.add(wall('2026-02-20 10:00'), { amount: 7, unit: 'natural_day' }))).toBe('2026-02-27 10:00');
  });

  it('finds the next instant of work, and stays where there is work', () => {
    expect(shown(lhasa.next(wall('2026-11-23 13:30')))).toBe('2026-11-23 15:30');
    expect(shown(lhasa.next(wall('2026-11-21 13:30')))).toBe('2026-11-23 09:30');
    expect(shown(lhasa.next(wall('2026-11-23 10:00')))).toBe('2026-11-23 10:00');
    expect(shown(lhasa.next(wall('2026-11-23 18:00')))).toBe('2026-11-23 18:00');
  });

  it('refuses hours in which nobody works or that overlap', () => {
    const hours = { offset: OFFSET, weekdays: [1], days: new Map<string, Kind>() };
    const noon = { from: 700, to: 800 };
    expect(() => workingCalendar({ ...hours, intervals: [] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...hours, weekdays: [], intervals: [noon] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...hours, intervals: [noon, { from: 750, to: 900 }] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...hours, intervals: [{ from: 800, to: 700 }] })).toThrow(RangeError);
  });
});

describe('adding', () => {
  const instants = fc.integer({ min: wall('2022-12-01 00:00'), max: wall('2026-12-31 00:00') });
  const minutes = fc.integer({ min: 0, max: 20_000 });

  it.each([
    ['in Lhasa', lhasa],
    ['nine to five', nineToFive],
    ['round the clock', ROUND_THE_CLOCK],
  ])('is the same in one step or in two, %s', (_, calendar) => {
    fc.assert(
      fc.property(instants, minutes, minutes, (t, a, b) => {
        const add = (at: number, amount: number): number => calendar.add(at, { amount, unit: 'work_min' });
        return add(add(t, a), b) === add(t, a + b);
      }),
      { numRuns: 500 },
    );
  });

  it('is undone by counting, and never goes back', () => {
    fc.assert(
      fc.property(instants, minutes, (t, a) => {
        const end = lhasa.after(t, a * 60_000);
        return end >= t && lhasa.workedBetween(t, end) === a * 60_000;
      }),
      { numRuns: 500 },
    );
  });
});
