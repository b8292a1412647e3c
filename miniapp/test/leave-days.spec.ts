/** Days of leave are read by the year in which somebody looks at them. */
import { leaveDay } from '../src/features/grids/parts/leave-days';
import { translator } from '../src/platform/translate';

const NOW = Date.parse('2026-12-30T04:00:00Z');

describe('a day of leave', () => {
  it('names its year only where that is another', () => {
    const zh = translator('zh');
    expect(leaveDay(zh, '2026-12-31', NOW)).toBe('12月31日 周四');
    expect(leaveDay(zh, '2027-01-04', NOW)).toBe('2027年1月4日 周一');
  });

  it('and the year begins on the community’s clock', () => {
    expect(leaveDay(translator('zh'), '2027-01-04', Date.parse('2026-12-31T16:30:00Z'))).toBe('1月4日 周一');
  });
});
