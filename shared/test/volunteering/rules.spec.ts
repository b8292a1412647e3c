/** Rules of volunteering: who served long enough, and what the unit earns beside its member. */
import fc from 'fast-check';
import { SEEDED_RULE, servedEnough, unitPointsOf } from '../../src/volunteering/rules';

it.each([
  [0, 60, false],
  [29, 120, false],
  [30, 120, true],
  [20, 40, true],
  [19, 40, false],
  [1, 0, true],
])('%i minutes of %i planned ones are enough: %s', (minutes, planned, enough) => {
  expect(servedEnough(SEEDED_RULE, minutes, planned)).toBe(enough);
});

it('gives the unit as much as the member by the rule that every community begins with', () => {
  expect(unitPointsOf(SEEDED_RULE, 2)).toBe(2);
});

it('never gives a unit a part of a point, nor more than the share', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(300), (points, unitPercent) => {
      const earned = unitPointsOf({ unitPercent }, points);
      return (
        Number.isInteger(earned) && earned * 100 <= points * unitPercent && (earned + 1) * 100 > points * unitPercent
      );
    }),
  );
});
