/** Deadlines: which clock runs when, which date is told, how urgent it is. */
import * as fc from 'fast-check';
import {
  SEEDED_POLICY,
  runningClocks,
  urgency,
  wallCalendar,
  type ClockFacts,
} from '@sevengrid/shared/tickets/deadlines';
import { GRADES } from '@sevengrid/shared/tickets/terms';

const HOUR = 3_600_000;
const opened: ClockFacts = {
  grade: 'G2',
  startedAt: 0,
  acceptedAt: null,
  contactedAt: null,
  resolvedAt: null,
  closed: false,
};
const clocks = (facts: Partial<ClockFacts>) => runningClocks({ ...opened, ...facts }, SEEDED_POLICY, wallCalendar);

describe('running clocks', () => {
  it('starts with the clock for acceptance alone', () => {
    expect(clocks({})).toEqual([{ clock: 'accept', at: 2 * HOUR }]);
  });

  it('runs first contact and resolution side by side once accepted, the earlier one first', () => {
    expect(clocks({ acceptedAt: HOUR })).toEqual([
      { clock: 'contact', at: 25 * HOUR },
      { clock: 'resolve', at: 168 * HOUR },
    ]);
  });

  it('leaves resolution alone after the first contact', () => {
    expect(clocks({ acceptedAt: HOUR, contactedAt: 3 * HOUR })).toEqual([{ clock: 'resolve', at: 168 * HOUR }]);
  });

  it('turns to the return visit when resolved, and to nothing when closed', () => {
    expect(clocks({ acceptedAt: 1, contactedAt: 2, resolvedAt: 10 * HOUR })).toEqual([
      { clock: 'follow_up', at: 58 * HOUR },
    ]);
    expect(clocks({ closed: true })).toEqual([]);
  });

  it('never tells a date before the start, whatever the grade and the moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRADES), fc.nat(1e9), fc.option(fc.nat(1e9)), (grade, startedAt, accepted) => {
        const acceptedAt = accepted === null ? null : startedAt + accepted;
        const due = clocks({ grade, startedAt, acceptedAt });
        return (
          due.length > 0 && due.every(({ at }) => at > startedAt) && due.every(({ at }) => at >= (due[0]?.at ?? 0))
        );
      }),
    );
  });

  it('keeps adding spans associative on the wall calendar', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e6), fc.nat(1e6), (at, a, b) => {
        const span = (amount: number) => ({ amount, unit: 'wall_min' as const });
        const twice = wallCalendar.add(wallCalendar.add(at, span(a)), span(b));
        return twice === wallCalendar.add(at, span(a + b));
      }),
    );
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
