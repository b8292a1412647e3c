/** Days and ids by hand-checked examples. */
import * as fc from 'fast-check';
import { dayPlus, daysBetween, isDay, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { ULID_PATTERN } from '@sevengrid/shared/kernel/fields';

const LHASA = 480;

describe('days', () => {
  it('knows which days the calendar has', () => {
    const asked = ['2026-02-28', '2028-02-29', '2026-02-29', '2026-02-31', '2026-04-31', 'tomorrow'];
    expect(asked.map(isDay)).toEqual([true, true, false, false, false, false]);
  });

  it('counts on and back over the ends of months and years', () => {
    expect([dayPlus('2026-12-31', 1), dayPlus('2027-01-01', -1), dayPlus('2028-02-28', 2)]).toEqual([
      ...['2027-01-01', '2026-12-31', '2028-03-01'],
    ]);
  });
});

describe('wall time', () => {
  it('reads the clock on the community’s wall', () => {
    const at = Date.parse('2026-11-23T16:05:00.000Z');
    expect(wallTime(at, LHASA)).toEqual({
      day: '2026-11-24',
      hour: 0,
      minute: 5,
      weekday: 2,
      month: 11,
      date: 24,
      year: 2026,
    });
  });

  it('starts a day where the wall clock strikes midnight', () => {
    expect(new Date(startOfDay('2026-11-24', LHASA)).toISOString()).toBe('2026-11-23T16:00:00.000Z');
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const { day } = wallTime(date.getTime(), LHASA);
        return wallTime(startOfDay(day, LHASA), LHASA).day === day;
      }),
    );
  });

  it('counts days by midnights, not by 24 hours', () => {
    const late = Date.parse('2026-11-23T15:59:00.000Z');
    expect(daysBetween(late, late + 120_000, LHASA)).toBe(1);
    expect(daysBetween(late, late + 30_000, LHASA)).toBe(0);
  });
});

describe('a ULID', () => {
  it('is well-formed and sorts by time', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.uint8Array({ minLength: 16, maxLength: 16 }), (now, bytes) => {
        const id = ulid(now, bytes);
        return ULID_PATTERN.test(id) && id < ulid(now + 1, bytes);
      }),
    );
  });
});
