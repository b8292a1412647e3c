/** Notices as offices write them, as a clerk pastes them, and as spreadsheets hold them. */
import { daysOfSpans, readNotice } from '../../src/tickets/read-notice';

const read = (text: string, today = '2026-01-01'): string[] =>
  readNotice(text, today).map(({ from, to, kind, name }) => `${kind} ${from}${to === from ? '' : `…${to}`} ${name}`);

const doubtsIn = (text: string): unknown[] => readNotice(text, '2026-11-28').map(({ doubts }) => doubts ?? []);

it('reads a notice with headings, days of the week, and days of the other calendar in brackets', () => {
  const text = `关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节、藏历新年：2月15日（农历腊月二十八、周日）至26日（周四）放假，共12天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。`;
  expect(read(text, '2025-11-28')).toEqual([
    'off 2026-01-01…2026-01-03 元旦',
    'work 2026-01-04 元旦调休',
    'off 2026-02-15…2026-02-26 春节、藏历新年',
    'work 2026-02-14 春节、藏历新年调休',
    'work 2026-02-28 春节、藏历新年调休',
    'off 2026-04-04…2026-04-06 清明节',
  ]);
});

it.each<[string, string, string, string[]]>([
  [
    'one sentence without a heading',
    '2月20日至26日放假，2月18日（星期六）、2月19日（星期日）正常上班。',
    '2023-01-01',
    ['off 2023-02-20…2023-02-26 ', 'work 2023-02-18 ', 'work 2023-02-19 '],
  ],
  [
    'a year before the festival’s name',
    '2027年藏历新年：2月6日至12日放假，共7天。2月20日（周六）上班。',
    '2026-01-01',
    ['off 2027-02-06…2027-02-12 藏历新年', 'work 2027-02-20 藏历新年调休'],
  ],
  ['over the end of a month', '藏历新年：2月27日至3月4日放假。', '2025-01-01', ['off 2025-02-27…2025-03-04 藏历新年']],
  [
    'a holiday that begins in the year before',
    '元旦：2026年12月31日至2027年1月2日放假',
    '2027-01-01',
    ['off 2026-12-31…2027-01-02 元旦'],
  ],
  [
    'rows of a spreadsheet',
    '2027-02-06\t放假\t藏历新年\n2027/2/20\t补班\t藏历新年',
    '2026-01-01',
    ['off 2027-02-06 藏历新年', 'work 2027-02-20 藏历新年调休'],
  ],
  [
    'single days in a list',
    '雪顿节：8月20日、21日放假',
    '2026-01-01',
    ['off 2026-08-20 雪顿节', 'off 2026-08-21 雪顿节'],
  ],
])('reads %s', (_what, text, today, found) => {
  expect(read(text, today)).toEqual(found);
});

it.each<[string, string, string[]]>([
  [
    'the weekdays that are written, though they stand for next year',
    '藏历新年：2月6日至12日放假，共7天。2月20日（周六）上班。',
    ['off 2027-02-06…2027-02-12 藏历新年', 'work 2027-02-20 藏历新年调休'],
  ],
  [
    'a paragraph copied out of next year’s notice',
    '六、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。',
    ['off 2027-10-01…2027-10-07 国庆节', 'work 2027-09-26 国庆节调休', 'work 2027-10-09 国庆节调休'],
  ],
  [
    'the weekdays of last year, where somebody fills in what was forgotten',
    '国庆节：10月1日（星期三）至8日（星期三）放假，共8天。',
    ['off 2025-10-01…2025-10-08 国庆节'],
  ],
  [
    'the next such days, where nothing tells',
    '雪顿节：8月20日、21日放假',
    ['off 2027-08-20 雪顿节', 'off 2027-08-21 雪顿节'],
  ],
  ['this year, where the days are still to come', '元旦：12月31日放假', ['off 2026-12-31 元旦']],
  [
    'days over the turn of the year',
    '元旦：12月31日至1月2日放假，1月3日上班',
    ['off 2026-12-31…2027-01-02 元旦', 'work 2027-01-03 元旦调休'],
  ],
  [
    'New Year’s days under the year that they begin',
    '关于2027年部分节假日安排的通知\n元旦：12月31日至1月2日放假',
    ['off 2026-12-31…2027-01-02 元旦'],
  ],
  [
    'a year in the text before all weekdays',
    '2026年国庆节：10月1日（周五）至7日放假',
    ['off 2026-10-01…2026-10-07 国庆节'],
  ],
  [
    'the year that other lines of the notice told',
    '国庆节：10月1日（周五）放假\n雪顿节：12月1日放假',
    ['off 2027-10-01 国庆节', 'off 2027-12-01 雪顿节'],
  ],
  [
    'the year of most weekdays, where one is a slip',
    '清明节：4月3日（周六）至5日（周日）放假，4月11日（周日）上班',
    ['off 2027-04-03…2027-04-05 清明节', 'work 2027-04-11 清明节调休'],
  ],
])('late in November of 2026 takes %s', (_what, text, found) => {
  expect(read(text, '2026-11-28')).toEqual(found);
});

describe('what a notice says against itself', () => {
  it('is told of weekdays and of the count of days', () => {
    expect(doubtsIn('2027年端午节：6月9日（周五）至11日放假，共4天')).toEqual([
      [
        { is: 'weekday', day: '2027-06-09', written: 5 },
        { is: 'count', written: 4, found: 3 },
      ],
    ]);
  });

  it.each([
    [
      'the end of a span',
      '2027年端午节：6月9日至11日（周六）放假',
      [[{ is: 'weekday', day: '2027-06-11', written: 6 }]],
    ],
    ['a count in Chinese', '2027年端午节：6月9日至11日放假三天', []],
    ['a count in brackets', '2027年国庆节：10月1日至7日放假（共十二天）', [[{ is: 'count', written: 12, found: 7 }]]],
    ['a count before the verb', '2027年端午节：6月9日至11日，共5天放假', [[{ is: 'count', written: 5, found: 3 }]]],
    ['days in a list, counted together', '2027年雪顿节：8月20日、21日放假2天', []],
    ['two weekdays of two days', '2027年2月20日、21日（周六、日）上班', []],
    [
      'two weekdays of a span’s ends',
      '2027年6月9日至11日（周三至周六）放假',
      [[{ is: 'weekday', day: '2027-06-11', written: 6 }]],
    ],
    ['a weekday without brackets', '2027年2月20日星期天上班', [[{ is: 'weekday', day: '2027-02-20', written: 0 }]]],
    ['what comes after make-up workdays', '2027年藏历新年：2月6日至12日放假，2月20日上班，共7天', []],
    ['weekdays of no date', '2027年藏历新年：2月6日至12日放假，周六、周日照常上班', []],
    ['another date in brackets', '2027年元旦：1月1日至3日（1月4日周一上班）放假', []],
  ])('reads %s', (_what, text, doubts) => {
    expect(doubtsIn(text).filter((found) => (found as unknown[]).length > 0)).toEqual(doubts);
  });

  it('is nothing where it agrees', () => {
    const [span] = readNotice('2027年端午节：6月9日（农历五月初五、周三）至11日（周五）放假，共3天', '2026-11-28');
    expect(span).toEqual({ from: '2027-06-09', to: '2027-06-11', kind: 'off', name: '端午节' });
  });
});

it('takes no date that does not exist, and none that nothing is said about', () => {
  expect(read('2月30日放假')).toEqual([]);
  expect(read('2026年1月20日印发')).toEqual([]);
  expect(read('')).toEqual([]);
});

it('counts each day once, and a later word about it wins', () => {
  const spans = readNotice('国庆节：10月1日至3日放假。10月3日上班。', '2026-01-01');
  expect(daysOfSpans(spans)).toEqual([
    { day: '2026-10-01', kind: 'off', name: '国庆节' },
    { day: '2026-10-02', kind: 'off', name: '国庆节' },
    { day: '2026-10-03', kind: 'work', name: '国庆节调休' },
  ]);
});
