/** Deadlines: the table of grades and clocks, caps, pauses, warnings and rises, in the working time of Lhasa. */
import { workingCalendar } from '@sevengrid/shared/tickets/calendar';
import { SEEDED_POLICY, endOf, halved, setClock, urgency, type ClockRule } from '@sevengrid/shared/tickets/deadlines';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';
import { GRADES, type ClockName, type Grade } from '@sevengrid/shared/tickets/terms';

const OFFSET = 480;
const calendar = workingCalendar({ offset: OFFSET, ...ORDINARY_HOURS, days: new Map() });
const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00.000Z`) - OFFSET * 60_000;
const shown = (instant: number): string =>
  new Date(instant + OFFSET * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const rule = (grade: Grade, clock: ClockName): ClockRule => {
  const found = SEEDED_POLICY[grade][clock];
  if (!found) throw new Error(`${grade} has no ${clock}`);
  return found;
};
const due = (grade: Grade, clock: ClockName, from: string): string =>
  shown(setClock(rule(grade, clock), wall(from), { calendar, grade }).at);

/** A Monday, an hour before noon. */
const MONDAY = '2026-11-23 12:00';

describe('the table of deadlines', () => {
  it.each<[Grade, ClockName, string]>([
    ['G0', 'accept', '2026-11-23 12:15'],
    ['G1', 'accept', '2026-11-23 12:30'],
    ['G2', 'accept', '2026-11-23 16:30'],
    ['G3', 'accept', '2026-11-24 10:00'],
    ['G0', 'contact', '2026-11-23 12:15'],
    ['G1', 'contact', '2026-11-23 14:00'],
    ['G2', 'contact', '2026-11-24 18:00'],
    ['G3', 'contact', '2026-11-24 18:00'],
    ['G0', 'on_site', '2026-11-23 12:30'],
    ['G1', 'on_site', '2026-11-23 16:00'],
    ['G2', 'on_site', '2026-11-25 18:00'],
    ['G3', 'on_site', '2026-11-26 18:00'],
    ['G0', 'resolve', '2026-11-23 14:00'],
    ['G1', 'resolve', '2026-11-24 12:00'],
    ['G2', 'resolve', '2026-11-26 18:00'],
    ['G3', 'resolve', '2026-12-08 12:00'],
    ['G0', 'follow_up', '2026-11-24 12:00'],
    ['G1', 'follow_up', '2026-11-24 12:00'],
    ['G2', 'follow_up', '2026-11-25 18:00'],
    ['G3', 'follow_up', '2026-11-25 18:00'],
    ['G3', 'revisit', '2026-12-23 12:00'],
  ])('%s %s from Monday noon is due %s', (grade, clock, expected) => {
    expect(due(grade, clock, MONDAY)).toBe(expected);
  });

  it('asks for a visit in the ordinary grade only where it is needed, and for a second look only in the complex one', () => {
    expect(GRADES.map((grade) => SEEDED_POLICY[grade].on_site?.whenNeeded ?? false)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(GRADES.map((grade) => SEEDED_POLICY[grade].revisit !== undefined)).toEqual([false, false, false, true]);
  });

  it('warns at 50 and 80 per cent where it is urgent, at 80 elsewhere, and always tells a miss', () => {
    const marks = (grade: Grade): number[] =>
      setClock(rule(grade, 'contact'), wall(MONDAY), { calendar, grade }).marks.map(({ percent }) => percent);
    expect(GRADES.map(marks)).toEqual([
      [50, 80, 100],
      [50, 80, 100],
      [80, 100],
      [80, 100],
    ]);
  });

  it.each<[Grade, ClockName, string[]]>([
    ['G0', 'accept', ['community 2026-11-23 12:15', 'street 2026-11-23 12:45']],
    ['G1', 'resolve', ['community 2026-11-24 12:00']],
    ['G2', 'resolve', ['community 2026-11-26 18:00', 'street 2026-11-30 16:45']],
    ['G3', 'resolve', ['street 2026-12-08 12:00']],
  ])('raises %s when %s is missed', (grade, clock, expected) => {
    const { marks } = setClock(rule(grade, clock), wall(MONDAY), { calendar, grade });
    expect(marks.flatMap(({ tier, at }) => (tier ? [`${tier} ${shown(at)}`] : []))).toEqual(expected);
  });
});

describe('a clock', () => {
  it('ends at the cap of natural days where the calendar would go on longer', () => {
    const off = workingCalendar({
      offset: OFFSET,
      ...ORDINARY_HOURS,
      days: new Map([23, 24, 25, 26, 27, 30].map((day) => [`2026-11-${day}`, 'off' as const])),
    });
    expect(shown(endOf(rule('G2', 'resolve'), wall('2026-11-22 10:00'), { calendar: off, grade: 'G2' }))).toBe(
      '2026-11-29 10:00',
    );
  });

  it('is put off by just the working time for which it was paused', () => {
    const fourHours: ClockRule = { span: { amount: 240, unit: 'work_min' }, marks: [] };
    const end = (pauses: { from: number; to: number }[]): string =>
      shown(endOf(fourHours, wall('2026-11-23 09:30'), { calendar, grade: 'G2', pauses }));
    expect(end([])).toBe('2026-11-23 16:00');
    expect(end([{ from: wall('2026-11-23 10:00'), to: wall('2026-11-23 12:00') }])).toBe('2026-11-23 18:00');
    // Over noon only what would have been worked counts.
    expect(end([{ from: wall('2026-11-23 12:30'), to: wall('2026-11-23 16:00') }])).toBe('2026-11-23 17:00');
    // Paused after the miss: as late as it was when the pause began.
    expect(end([{ from: wall('2026-11-23 17:00'), to: wall('2026-11-24 10:30') }])).toBe('2026-11-23 18:00');
  });

  it('gets half the time after a reopening, and a working day at least', () => {
    const from = wall(MONDAY);
    const atLeast = calendar.add(from, { amount: 1, unit: 'work_day' });
    const again = (grade: Grade): string =>
      shown(setClock(halved(rule(grade, 'resolve')), from, { calendar, grade }, atLeast).at);
    expect(GRADES.map(again)).toEqual(['2026-11-24 18:00', '2026-11-24 18:00', '2026-11-25 18:00', '2026-12-01 12:00']);
  });

  it('disturbs nobody at night where it is neither urgent nor dangerous', () => {
    const atNight: ClockRule = { span: { amount: 600, unit: 'wall_min' }, marks: [{ percent: 80 }] };
    const warned = (grade: Grade): string =>
      shown(setClock(atNight, wall('2026-11-23 17:00'), { calendar, grade }).marks[0]?.at ?? 0);
    expect(warned('G1')).toBe('2026-11-24 01:00');
    expect(warned('G2')).toBe('2026-11-24 09:30');
  });

  it('gets the granted days on top', () => {
    const setting = { calendar, grade: 'G3' as const, extraDays: 5 };
    expect(shown(endOf(rule('G3', 'resolve'), wall(MONDAY), setting))).toBe('2026-12-13 12:00');
  });
});

describe('urgency', () => {
  it.each([
    [0, 'calm'],
    [79, 'calm'],
    [80, 'soon'],
    [99, 'soon'],
    [100, 'late'],
  ] as const)('at %i of 100 is %s', (now, expected) => {
    expect(urgency(100, 0, now)).toBe(expected);
  });
});
