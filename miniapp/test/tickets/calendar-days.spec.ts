/** What staff are told of days read out of a notice, before they are saved: which year, what does not agree, what is over. */
import { readNotice } from '@sevengrid/shared/tickets/read-notice';
import { translator } from '../../src/platform/translate';
import { doubtWords, looksOf, spanWords, yearsOf } from '../../src/features/tickets/parts/calendar-days';
import '../../src/texts/apart/rules';

const TODAY = '2026-11-28';
const zh = translator('zh');
const bo = translator('bo');

const said = (text: string, today = TODAY): string[] =>
  readNotice(text, today).map((span) => spanWords(zh, span, Number(today.slice(0, 4))));
const doubted = (text: string, t = zh): string[] =>
  readNotice(text, TODAY).flatMap((span) => doubtWords(t, span, TODAY));

describe('days that are not saved yet', () => {
  it('carry their year where it is not this one', () => {
    expect(said('藏历新年：2月6日至12日放假，共7天。2月20日（周六）上班。')).toEqual([
      '2027年2月6日 周六 – 2月12日 周五',
      '2027年2月20日 周六',
    ]);
    expect(said('元旦：12月31日至1月2日放假')).toEqual(['12月31日 周四 – 2027年1月2日 周六']);
  });

  it('carry none where it goes without saying', () => {
    expect(said('国庆节：10月1日至7日放假', '2026-03-01')).toEqual(['10月1日 周四 – 10月7日 周三']);
  });

  it('are told with what the notice says against them, in both languages', () => {
    const notice = '2027年端午节：6月9日（周五）至11日放假，共4天';
    expect(doubted(notice)).toEqual(['原文写周五，2027年6月9日是周三', '原文写 4 天，读出 3 天']);
    expect(doubted(notice, bo)).toHaveLength(2);
    for (const words of doubted(notice, bo)) expect(words).not.toMatch(/[{}]|\p{Script=Han}/u);
  });

  it('are said to be over where they are', () => {
    expect(doubted('2026年国庆节：10月1日至7日放假')).toEqual(['这几天已经过去了']);
    expect(doubted('元旦：12月31日放假')).toEqual([]);
  });

  it('can be looked at in the year they are of, marked as not saved', () => {
    const pending = readNotice('2028年元旦：1月1日放假', TODAY);
    expect(yearsOf([], pending, TODAY)).toEqual([2026, 2027, 2028]);
    const week = {
      communityId: '',
      editable: true,
      offset: 480,
      weekdays: [1, 2, 3, 4, 5],
      intervals: [],
      redating: false,
    };
    const lookOf = looksOf({ ...week, days: [{ day: '2028-01-03', kind: 'off', name: '' }] }, pending);
    expect(lookOf('2028-01-01')).toEqual({ kind: 'off', pending: true });
    expect(lookOf('2028-01-03')).toEqual({ kind: 'off', pending: false });
  });
});
