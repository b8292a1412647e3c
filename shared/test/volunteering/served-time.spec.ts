/** Minutes of service: cut to what was planned, never twice, and what they earn under the cap of a day. */
import * as fc from 'fast-check';
import { countedSpan, earned, minutesOf, overlap, type Span } from '@sevengrid/shared/volunteering/served-time';

const at = (time: string): number => Date.parse(`2026-11-28T${time}.000Z`);
const PLANNED: Span = { from: at('09:00:00'), to: at('11:00:00') };

describe('minutes of service', () => {
  it.each([
    ['the whole of it', '09:00:00', '11:00:00', 120],
    ['early and late', '08:10:00', '12:30:00', 120],
    ['late', '09:30:00', '11:00:00', 90],
    ['gone early', '09:00:00', '09:45:59', 45],
    ['gone at once', '09:10:00', '09:10:00', 0],
    ['gone before it began', '08:00:00', '08:59:00', 0],
    ['come after it ended', '11:10:00', '11:20:00', 0],
    ['nobody checked out', '10:00:00', null, 60],
  ] as const)('%s: from %s to %s is %s', (_, from, to, minutes) => {
    expect(minutesOf(countedSpan({ in: at(from), out: to && at(to) }, PLANNED))).toBe(minutes);
  });

  const instant = fc.integer({ min: 0, max: 10_000_000 });
  const span = fc.tuple(instant, instant).map(([a, b]): Span => ({ from: Math.min(a, b), to: Math.max(a, b) }));

  it('are never negative nor more than planned, whatever the clock says', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), span, (from, out, planned) => {
        const counted = countedSpan({ in: from, out }, planned);
        expect(counted.from).toBeGreaterThanOrEqual(planned.from);
        expect(counted.to).toBeLessThanOrEqual(planned.to);
        expect(minutesOf(counted)).toBeGreaterThanOrEqual(0);
        expect(minutesOf(counted)).toBeLessThanOrEqual(minutesOf(planned));
      }),
    );
  });

  it('grow with how long one stays', () => {
    fc.assert(
      fc.property(instant, instant, fc.nat(100_000), span, (from, out, more, planned) => {
        const minutes = (to: number): number => minutesOf(countedSpan({ in: from, out: to }, planned));
        expect(minutes(out + more)).toBeGreaterThanOrEqual(minutes(out));
      }),
    );
  });

  it('overlap both ways or not at all, and never where they touch', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        expect(overlap(one, other)).toBe(overlap(other, one));
        const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
        expect(overlap(one, other)).toBe(shared > 0);
      }),
    );
    expect(overlap({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(false);
    expect(overlap({ from: 0, to: 11 }, { from: 10, to: 20 })).toBe(true);
  });
});

describe('what service earns', () => {
  const RULE = { points: 2, pointsADay: 6 };
  it.each([
    ['the first of a day', true, 0, { points: 2, capped: 0 }],
    ['the third', true, 4, { points: 2, capped: 0 }],
    ['one that fills the day', true, 5, { points: 1, capped: 1 }],
    ['the fourth', true, 6, { points: 0, capped: 2 }],
    ['more than a lowered cap before', true, 9, { points: 0, capped: 2 }],
    ['too short', false, 0, { points: 0, capped: 0 }],
  ] as const)('%s', (_, enough, already, wanted) => {
    expect(earned(RULE, enough, already)).toEqual(wanted);
  });

  it('is never more than the cap of a day, in any order of activities', () => {
    const rule = fc.record({ points: fc.nat(20), pointsADay: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 12 }), fc.nat(30), (rules, pointsADay) => {
        let sum = 0;
        for (const { points } of rules) {
          const given = earned({ points, pointsADay }, true, sum);
          expect(given.points + given.capped).toBe(points);
          sum += given.points;
        }
        expect(sum).toBe(
          Math.min(
            pointsADay,
            rules.reduce((all, { points }) => all + points, 0),
          ),
        );
      }),
    );
  });
});
