/** Signals of a scan: what is said, how it weighs, and that nothing honest alone needs a tick. */
import * as fc from 'fast-check';
import {
  MOST_SCORE,
  NEEDS_TICK,
  SCANS_A_SECOND,
  SIGNALS,
  metresBetween,
  scoreOf,
  signalsOf,
  type ScanFacts,
} from '@sevengrid/shared/volunteering/signals';

const HONEST: ScanFacts = {
  ...{ distance: 20, accuracy: 15, mock: false, radius: 200 },
  ...{ othersOnDevice: 0, scansThisSecond: 1, early: false },
};

describe('signals', () => {
  it.each([
    ['all is well', {}, []],
    ['within the radius and what the fix may be wrong by', { distance: 260, accuracy: 60 }, []],
    ['far', { distance: 261, accuracy: 60 }, ['far']],
    ['a fix that says little', { distance: 300, accuracy: 201 }, ['inaccurate']],
    ['no place given', { distance: null, accuracy: null }, ['no_place']],
    ['an activity without a place', { distance: null, radius: null }, []],
    ['a made-up place', { mock: true }, ['mock']],
    ['one phone for two', { othersOnDevice: 1 }, ['shared_device']],
    ['as many a second as a screen can see', { scansThisSecond: SCANS_A_SECOND }, []],
    ['more than that', { scansThisSecond: SCANS_A_SECOND + 1 }, ['burst']],
    ['early', { early: true }, ['early']],
  ] as const)('%s', (_, change, wanted) => {
    expect(signalsOf({ ...HONEST, ...change })).toEqual(wanted);
  });

  const some = fc.subarray([...SIGNALS]);

  it('score between 0 and 100, more with every signal, whatever their order', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [less, more] = [scoreOf(one), scoreOf([...one, ...other])];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(MOST_SCORE);
        expect(more).toBeGreaterThanOrEqual(less);
        expect(scoreOf([...one].reverse())).toBe(less);
      }),
    );
    expect(scoreOf([])).toBe(0);
  });

  it('ask for a tick where one alone is grave, and not where somebody merely refused to give a place or came early', () => {
    for (const grave of ['mock', 'far', 'shared_device'] as const)
      expect(scoreOf([grave])).toBeGreaterThanOrEqual(NEEDS_TICK);
    expect(scoreOf(['no_place', 'early'])).toBeLessThan(NEEDS_TICK);
  });
});

describe('metres', () => {
  it('are those of the map: a minute of latitude is a sea mile, and there is as far as back', () => {
    const here = { lng: 91.1, lat: 29.65 };
    expect(metresBetween(here, { ...here, lat: here.lat + 1 / 60 })).toBeCloseTo(1853, 0);
    expect(metresBetween(here, here)).toBe(0);
    const place = fc.record({
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(metresBetween(one, other)).toBeCloseTo(metresBetween(other, one), 3);
        expect(metresBetween(one, other)).toBeLessThanOrEqual(20_015_200);
      }),
    );
  });
});
