/** Reads an official notice of holidays, as it is pasted, into days off and make-up workdays; whoever pastes it looks it over. */
import type { DayInput } from './deadlines.requests';

/** Days in order, `to` not before `from`. */
export interface NoticeSpan {
  from: string;
  to: string;
  kind: Exclude<DayInput['kind'], 'ordinary'>;
  name: string;
}

const DAY = 86_400_000;
/** Longer than any holiday: two dates that far apart are two dates. */
const LONGEST = 40;

const TOKEN =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(至|到|—|－|–|-|~|～)|(放假|休息)|(上班|补班)/g;
const HEADING = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*)?([^\s：:，,。]{2,20})\s*[：:]/;
/** What stands in brackets are weekdays and days of the other calendar. */
const ASIDE = /（[^（）]*）|\([^()]*\)/g;
const FILLERS =
  /共\s*\d+\s*天|星期[一二三四五六日天]|周[一二三四五六日天]|正常|调休|放假|休息|上班|补班|[\s，,。；;、和及与：:]/g;

const two = (n: number): string => String(n).padStart(2, '0');

/** The day as it is written, or undefined where no calendar has it. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const day = `${year}-${two(month)}-${two(date)}`;
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

/** What has been read of a line and waits for its verb. */
interface Reading {
  year: number;
  month: number;
  days: { from: string; to: string }[];
  /** "to" was read: the next day ends the last span. */
  open: boolean;
}

function takeDay(reading: Reading, day: string): void {
  const last = reading.days[reading.days.length - 1];
  const fits = last && Date.parse(day) - Date.parse(last.from) <= LONGEST * DAY && day > last.from;
  if (reading.open && fits) last.to = day;
  else reading.days.push({ from: day, to: day });
  reading.open = false;
}

/** A year that no month follows is meant for all that comes after. */
const YEAR = /(\d{4})年(?!\s*\d)/;

/** The festival's name: what the line is headed with, or what is left of it once dates and verbs are gone. */
const nameIn = (line: string, before: string): string =>
  HEADING.exec(line)?.[1] ?? (line.replace(TOKEN, '').replace(FILLERS, '').slice(0, 30) || before);

function readLine(line: string, year: number, name: string): NoticeSpan[] {
  const found: NoticeSpan[] = [];
  const reading: Reading = { year, month: 0, days: [], open: false };
  const told = (kind: NoticeSpan['kind']): void => {
    const called = kind === 'work' && name !== '' && !name.includes('调休') ? `${name}调休` : name;
    for (const { from, to } of reading.days) found.push({ from, to, kind, name: called });
    reading.days = [];
  };
  // Older phones have no matchAll.
  const token = new RegExp(TOKEN);
  for (let match = token.exec(line); match; match = token.exec(line)) {
    const [, y, m, d, isoYear, isoMonth, isoDate, to, off, work] = match;
    if (to) reading.open = reading.days.length > 0;
    if (off) told('off');
    if (work) told('work');
    if (d === undefined && isoDate === undefined) continue;
    reading.year = Number(y ?? isoYear ?? reading.year);
    reading.month = Number(m ?? isoMonth ?? reading.month);
    const day = dayOf(reading.year, reading.month, Number(d ?? isoDate));
    if (day) takeDay(reading, day);
  }
  return found;
}

/** `year` is the one meant where the text names none. Dates that no verb follows are not taken. */
export function readNotice(text: string, year: number): NoticeSpan[] {
  let meant = year;
  let name = '';
  return text
    .replace(ASIDE, '')
    .split(/\n|；|;/)
    .flatMap((line) => {
      meant = Number(YEAR.exec(line)?.[1] ?? meant);
      const bare = line.replace(YEAR, '');
      name = nameIn(bare, name);
      return readLine(bare, meant, name);
    });
}

/** Each day of the spans once; what comes later wins. */
export function daysOfSpans(spans: readonly NoticeSpan[]): DayInput[] {
  const days = new Map<string, DayInput>();
  for (const { from, to, kind, name } of spans)
    for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
      const day = new Date(at).toISOString().slice(0, 10);
      days.set(day, { day, kind, name });
    }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
