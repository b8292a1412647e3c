/** Reads one line of an official notice of holidays, for a year it may mean, and notes what its own words say against that. */
import type { DayInput } from './deadlines.requests';

/** A weekday that is not that of its day, 0 being Sunday; or a count of days that is not theirs. */
export type NoticeDoubt =
  { is: 'weekday'; day: string; written: number } | { is: 'count'; written: number; found: number };

/** Days in order, `to` not before `from`. */
export interface NoticeSpan {
  from: string;
  to: string;
  kind: Exclude<DayInput['kind'], 'ordinary'>;
  name: string;
  /** Absent where the notice agrees with itself. */
  doubts?: readonly NoticeDoubt[];
}

export interface NoticeLine {
  spans: NoticeSpan[];
  /** So many of the weekdays written are those of their days. */
  fits: number;
}

const DAY = 86_400_000;
/** Longer than any holiday: two dates that far apart are two dates. */
const LONGEST = 40;
const WEEK = '日一二三四五六';

const TOKEN = new RegExp(
  [
    String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日`,
    String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`,
    '(至|到|—|－|–|-|~|～)',
    `‹([${WEEK}]+)›`,
    String.raw`(?:共计?|为期)\s*([\d一二三四五六七八九十]{1,3})\s*天`,
    String.raw`(放假|休息)(?:(?:调休)?[\s，,]*(?:共计?)?\s*([\d一二三四五六七八九十]{1,3})\s*天)?`,
    '(上班|补班)',
  ].join('|'),
  'g',
);
const ASIDE_OR_WEEKDAYS =
  /（[^（）]*）|\([^()]*\)|(?:周|星期|礼拜)[日天一二三四五六](?:[、，,至到—–-]*(?:周|星期|礼拜)[日天一二三四五六])*/g;
const WEEKDAYS = /(?:周|星期|礼拜)[日天一二三四五六](?:、[日天一二三四五六](?=[、）)]))*/g;
const COUNT = /共计?\s*[\d一二三四五六七八九十]{1,3}\s*天/;
const HEADING = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*)?([^\s：:，,。]{2,20})\s*[：:]/;
const FILLERS = /正常|调休|放假|休息|[\s，,。；;、和及与：:]/g;

/** Weekdays between marks; of what stands in brackets they and the count of days alone: the rest is of the other calendar. */
export const marked = (text: string): string =>
  text.replace(ASIDE_OR_WEEKDAYS, (part) => {
    const ofOtherDays = /\d日/.test(part);
    const weekdays = ofOtherDays ? '' : (part.match(WEEKDAYS) ?? []).join('').replace(/天/g, '日');
    const letters = weekdays.replace(/星期|[^日一二三四五六]/g, '');
    return `${letters && `‹${letters}›`}${COUNT.exec(part)?.[0] ?? ''}`;
  });

/** The festival's name: what the line is headed with, or what is left of it once dates and verbs are gone. */
export function nameIn(line: string, before: string): string {
  const bare = line.replace(/‹[^›]*›/g, '');
  return HEADING.exec(bare)?.[1] ?? (bare.replace(TOKEN, '').replace(FILLERS, '').slice(0, 30) || before);
}

/** 12, 十二 → 12 */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const digit = (sign = ''): number => '零一二三四五六七八九'.indexOf(sign);
  const [tens = '', ones] = written.split('十');
  return ones === undefined ? digit(tens) : (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The day as it is written, or undefined where no calendar has it. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const day = `${year}-${two(month)}-${two(date)}`;
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

type Doubted = NoticeSpan & { doubts: NoticeDoubt[] };
type Days = Pick<Doubted, 'from' | 'to' | 'doubts'>;

/** What has been read of a line. */
interface Reading {
  name: string;
  year: number;
  month: number;
  /** Days that wait for their verb, as spans and as they were written. */
  days: Days[];
  written: string[];
  /** So many days there are, said before their verb. */
  count?: number;
  /** "to" was read: the next day ends the last span. */
  open: boolean;
  /** The days off told last. */
  off: Doubted[];
  told: Doubted[];
  fits: number;
}

/** Where no year is written, December and January are of neighbouring years. */
function takeDate(reading: Reading, month: number, date: number, year?: number): void {
  const step = reading.month >= 11 && month <= 2 ? 1 : reading.month > 0 && reading.month <= 2 && month >= 11 ? -1 : 0;
  reading.year = year ?? reading.year + step;
  reading.month = month;
  const day = dayOf(reading.year, month, date);
  if (!day) return;
  const last = reading.days[reading.days.length - 1];
  const follows = last && Date.parse(day) - Date.parse(last.from) <= LONGEST * DAY && day > last.from;
  if (reading.open && follows) last.to = day;
  else reading.days.push({ from: day, to: day, doubts: [] });
  reading.open = false;
  reading.written.push(day);
}

/** Weekdays are those of the days written last: one of one, two of both ends of a span or of two in a list. */
function takeWeekdays(reading: Reading, weekdays: string): void {
  if (weekdays.length > reading.written.length) return;
  reading.written.slice(-weekdays.length).forEach((day, nth) => {
    const written = WEEK.indexOf(weekdays.charAt(nth));
    if (new Date(day).getUTCDay() === written) reading.fits++;
    else reading.days.find(({ from, to }) => from <= day && day <= to)?.doubts.push({ is: 'weekday', day, written });
  });
}

function takeCount(spans: readonly Doubted[], written: number): void {
  const last = spans[spans.length - 1];
  const found = spans.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / DAY + 1, 0);
  if (last && found !== written) last.doubts.push({ is: 'count', written, found });
}

function takeVerb(reading: Reading, kind: NoticeSpan['kind'], count?: number): void {
  const { name } = reading;
  const called = kind === 'work' && name !== '' && !name.includes('调休') ? `${name}调休` : name;
  const told = reading.days.map((days) => ({ ...days, kind, name: called }));
  const said = count ?? reading.count;
  if (said !== undefined) takeCount(told, said);
  if (kind === 'off') reading.off = told;
  reading.told.push(...told);
  Object.assign(reading, { days: [], written: [], count: undefined });
}

const numbered = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : numberOf(written);

/** `line` as `marked` leaves it; `year` is meant where it names none. Dates that no verb follows are not taken. */
export function readLine(line: string, year: number, name: string): NoticeLine {
  const reading: Reading = { name, year, month: 0, days: [], written: [], open: false, off: [], told: [], fits: 0 };
  let dateEnd = 0;
  // Older phones have no matchAll.
  const token = new RegExp(TOKEN);
  for (let match = token.exec(line); match; match = token.exec(line)) {
    const [, y, m, d, isoYear, isoMonth, isoDate, to, weekdays, count, off, offCount, work] = match;
    if (to) reading.open = reading.days.length > 0;
    if (weekdays && /^[\s，,]*$/.test(line.slice(dateEnd, match.index))) takeWeekdays(reading, weekdays);
    if (count && reading.days.length > 0) reading.count = numberOf(count);
    else if (count) takeCount(reading.off, numberOf(count));
    if (off) takeVerb(reading, 'off', numbered(offCount));
    if (work) takeVerb(reading, 'work');
    const date = d ?? isoDate;
    if (date === undefined) continue;
    takeDate(reading, Number(m ?? isoMonth ?? reading.month), Number(date), numbered(y ?? isoYear));
    dateEnd = token.lastIndex;
  }
  const spans = reading.told.map(({ doubts, ...span }) => (doubts.length > 0 ? { ...span, doubts } : span));
  return { spans, fits: reading.fits };
}
