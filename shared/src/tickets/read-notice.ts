/** Reads an official notice of holidays, as it is pasted, into days off and make-up workdays; whoever pastes it looks it over. */
import type { DayInput } from './deadlines.requests';
import { marked, nameIn, readLine, type NoticeLine, type NoticeSpan } from './notice-line';

export type { NoticeDoubt, NoticeSpan } from './notice-line';

const DAY = 86_400_000;

/** A year that no month follows is meant for all that comes after. */
const YEAR = /(\d{4})年(?!\s*\d)/;
const ANY_YEAR = /\d{4}(?:年|[-/.]\d)/;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The latest day of them; empty where there is none. */
const latestOf = (spans: readonly NoticeSpan[]): string =>
  spans.reduce((latest, { to }) => (to > latest ? to : latest), '');

/** What a line that names no year stands among. */
interface Around {
  today: string;
  /** The year of the line before it, where words told that. */
  before: number | undefined;
}

/** A line that names no year is of the one its weekdays fit: this, the next, the last; or else of the line before it, or of the next such days. */
function readOf(line: string, name: string, { today, before }: Around): NoticeLine {
  const now = yearOf(today);
  const read = (year: number): NoticeLine => readLine(line, year, name);
  const next = [now, now + 1].find((year) => latestOf(read(year).spans) >= today) ?? now;
  const [first, ...others] = [before ?? next, now, now + 1, now - 1].map(read) as [NoticeLine, ...NoticeLine[]];
  return others.reduce((best, one) => (one.fits > best.fits ? one : best), first);
}

/** A line under a year that is named; what runs on into January is of that January, as New Year's days are. */
function readNamed(line: string, year: number, name: string): NoticeLine {
  const read = readLine(line, year, name);
  return yearOf(latestOf(read.spans)) > year ? readLine(line, year - 1, name) : read;
}

/** `today` is the community's. Dates that no verb follows are not taken. */
export function readNotice(text: string, today: string): NoticeSpan[] {
  let named: number | undefined;
  let before: number | undefined;
  let name = '';
  return marked(text)
    .split(/\n|；|;/)
    .flatMap((line) => {
      const year = YEAR.exec(line)?.[1];
      if (year !== undefined) named = Number(year);
      const bare = line.replace(YEAR, '');
      name = nameIn(bare, name);
      const { spans, fits } =
        named === undefined ? readOf(bare, name, { today, before }) : readNamed(bare, named, name);
      const latest = latestOf(spans);
      const isTold = fits > 0 || before !== undefined || ANY_YEAR.test(bare);
      if (latest !== '' && isTold) before = yearOf(latest);
      return spans;
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
