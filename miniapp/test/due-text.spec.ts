/** Times are said as people say them, in the community's own hours. */
import { clockText, dueText, fullWhenText, spanText, urgencyOf, whenText } from '../src/platform/due-text';
import { translator } from '../src/platform/translate';

const zh = translator('zh');
const bo = translator('bo');
/** Monday, 16:00 in the community. */
const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const at = (iso: string): number => Date.parse(iso);

describe('when something was or will be', () => {
  it.each([
    ['2026-11-23T01:30:00Z', '今天 09:30'],
    ['2026-11-22T08:05:00Z', '昨天 16:05'],
    ['2026-11-22T16:00:00Z', '今天 00:00'],
    ['2026-11-24T02:00:00Z', '明天 10:00'],
    ['2026-11-26T10:00:00Z', '周四 18:00'],
    ['2026-11-30T10:00:00Z', '11月30日 18:00'],
    ['2026-11-20T10:00:00Z', '11月20日 18:00'],
    ['2025-11-28T00:47:00Z', '2025年11月28日 08:47'],
    ['2026-12-31T16:00:00Z', '2027年1月1日 00:00'],
  ])('%s is %s', (iso, words) => expect(whenText(zh, at(iso), NOW)).toBe(words));

  it('names the full date where it matters', () => {
    expect(fullWhenText(zh, at('2026-11-26T10:00:00Z'), NOW)).toBe('11月26日 周四 18:00');
    expect(fullWhenText(zh, at('2025-11-28T00:47:00Z'), NOW)).toBe('2025年11月28日 周五 08:47');
    expect(fullWhenText(bo, at('2025-11-28T00:47:00Z'), NOW)).toMatch(/^2025 /);
  });

  it('follows another offset', () => {
    expect(clockText(at('2026-11-26T10:00:00Z'), 0)).toBe('10:00');
  });
});

describe('a span', () => {
  it.each([
    [10_000, '1 分钟'],
    [40 * 60_000, '40 分钟'],
    [60 * 60_000, '1 小时'],
    [90 * 60_000, '1 小时 30 分钟'],
    [24 * 3_600_000, '1 天'],
    [54 * 3_600_000, '2 天 6 小时'],
  ])('of %d ms is %s', (span, words) => expect(spanText(zh, span)).toBe(words));
});

describe('a due time', () => {
  it('turns from a date into what is left, and then into what is lost', () => {
    expect(dueText(zh, NOW + 50 * 3_600_000, NOW)).toBe('周三 18:00\u00a0前');
    expect(dueText(zh, NOW + 40 * 60_000, NOW)).toBe('还剩 40 分钟');
    expect(dueText(zh, NOW - 2 * 3_600_000, NOW)).toBe('已超过 2 小时');
  });

  it('has four degrees, with edges on the earlier side', () => {
    expect(urgencyOf(NOW - 1, NOW)).toBe('over');
    expect(urgencyOf(NOW, NOW)).toBe('pressing');
    expect(urgencyOf(NOW + 3_600_000, NOW)).toBe('pressing');
    expect(urgencyOf(NOW + 3_660_000, NOW)).toBe('soon');
    expect(urgencyOf(NOW + 25 * 3_600_000, NOW)).toBe('calm');
  });

  it('is said in Tibetan without a Chinese sign', () => {
    expect(dueText(bo, NOW + 40 * 60_000, NOW)).not.toMatch(/\p{Script=Han}/u);
  });
});
