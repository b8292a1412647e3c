/** Notices as offices write them, as a clerk pastes them, and as spreadsheets hold them. */
import { daysOfSpans, readNotice } from '../../src/tickets/read-notice';

const read = (text: string, year = 2026): string[] =>
  readNotice(text, year).map(({ from, to, kind, name }) => `${kind} ${from}${to === from ? '' : `…${to}`} ${name}`);

it('reads a notice with headings, days of the week, and days of the other calendar in brackets', () => {
  const text = `关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节、藏历新年：2月15日（农历腊月二十八、周日）至26日（周四）放假，共12天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。`;
  expect(read(text, 2025)).toEqual([
    'off 2026-01-01…2026-01-03 元旦',
    'work 2026-01-04 元旦调休',
    'off 2026-02-15…2026-02-26 春节、藏历新年',
    'work 2026-02-14 春节、藏历新年调休',
    'work 2026-02-28 春节、藏历新年调休',
    'off 2026-04-04…2026-04-06 清明节',
  ]);
});

it.each<[string, string, number, string[]]>([
  [
    'one sentence without a heading',
    '2月20日至26日放假，2月18日（星期六）、2月19日（星期日）正常上班。',
    2023,
    ['off 2023-02-20…2023-02-26 ', 'work 2023-02-18 ', 'work 2023-02-19 '],
  ],
  [
    'a year before the festival’s name',
    '2027年藏历新年：2月6日至12日放假，共7天。2月20日（周六）上班。',
    2026,
    ['off 2027-02-06…2027-02-12 藏历新年', 'work 2027-02-20 藏历新年调休'],
  ],
  ['over the end of a month', '藏历新年：2月27日至3月4日放假。', 2025, ['off 2025-02-27…2025-03-04 藏历新年']],
  [
    'a holiday that begins in the year before',
    '元旦：2026年12月31日至2027年1月2日放假',
    2027,
    ['off 2026-12-31…2027-01-02 元旦'],
  ],
  [
    'rows of a spreadsheet',
    '2027-02-06\t放假\t藏历新年\n2027/2/20\t补班\t藏历新年',
    2026,
    ['off 2027-02-06 藏历新年', 'work 2027-02-20 藏历新年调休'],
  ],
  ['single days in a list', '雪顿节：8月20日、21日放假', 2026, ['off 2026-08-20 雪顿节', 'off 2026-08-21 雪顿节']],
])('reads %s', (_what, text, year, found) => {
  expect(read(text, year)).toEqual(found);
});

it('takes no date that does not exist, and none that nothing is said about', () => {
  expect(read('2月30日放假')).toEqual([]);
  expect(read('2026年1月20日印发')).toEqual([]);
  expect(read('')).toEqual([]);
});

it('counts each day once, and a later word about it wins', () => {
  const spans = readNotice('国庆节：10月1日至3日放假。10月3日上班。', 2026);
  expect(daysOfSpans(spans)).toEqual([
    { day: '2026-10-01', kind: 'off', name: '国庆节' },
    { day: '2026-10-02', kind: 'off', name: '国庆节' },
    { day: '2026-10-03', kind: 'work', name: '国庆节调休' },
  ]);
});
