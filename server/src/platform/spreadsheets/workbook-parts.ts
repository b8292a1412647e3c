/** What a workbook keeps apart from its sheets: which sheet is which part, texts that cells share, formats that mean a date. */
import { posix } from 'node:path';
import { fail } from '../http/fail';
import type { PackageParts } from './package-parts';
import { readXml, unescaped } from './read-xml';
import type { ReadingLimits } from './sheet';

/** Built-in number formats of days and times. */
const DATE_FORMATS = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
]);

/** `yyyy/m/d` or `h:mm`, whatever stands in quotes, brackets or behind a backslash apart. */
const meansDate = (format: string): boolean => /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

interface Relation {
  type: string;
  target: string;
}

/** By id: what `part` refers to, as names of parts. */
async function relationsOf(parts: PackageParts, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found = new Map<string, Relation>();
  await readXml(parts, name, {
    open: (tag, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (tag !== 'Relationship') return;
      const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(id, { type: type.split('/').at(-1) ?? '', target: absolute });
    },
  });
  return found;
}

export interface WorkbookParts {
  /** Name of a sheet → its part. */
  sheets: Map<string, string>;
  texts: string[];
  /** Whether cells of a style are dates, by the style's number. */
  dates: boolean[];
}

export async function readWorkbookParts(parts: PackageParts, limits: ReadingLimits): Promise<WorkbookParts> {
  if (!parts.has('_rels/.rels')) fail('SPREADSHEET_NOT_XLSX');
  const main = [...(await relationsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument');
  if (!main || !/\.xml$/i.test(main.target)) return fail('SPREADSHEET_NOT_XLSX');
  const relations = await relationsOf(parts, main.target);
  const partOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && parts.has(relation.target))?.target;
  return {
    sheets: await sheetsIn(parts, main.target, relations),
    texts: await textsIn(parts, partOf('sharedStrings'), limits),
    dates: await datesIn(parts, partOf('styles')),
  };
}

async function sheetsIn(
  parts: PackageParts,
  main: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Map<string, string>> {
  const sheets = new Map<string, string>();
  let root = '';
  await readXml(parts, main, {
    open: (tag, attributes) => {
      root ||= tag;
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name === 'id' || name.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      if (relation?.type === 'worksheet') sheets.set(attributes.name ?? '', relation.target);
    },
  });
  // A text document or a presentation is a package of the same make.
  return root === 'workbook' ? sheets : fail('SPREADSHEET_NOT_XLSX');
}

/** Runs of rich text joined, without the pronunciation that some have written above. */
async function textsIn(parts: PackageParts, part: string | undefined, limits: ReadingLimits): Promise<string[]> {
  const texts: string[] = [];
  if (!part) return texts;
  let [text, heard, spoken] = ['', false, false];
  await readXml(parts, part, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') spoken = true;
      heard = tag === 't' && !spoken;
    },
    text: (piece) => {
      if (heard && text.length <= limits.text) text += piece;
    },
    close: (tag) => {
      heard = false;
      if (tag === 'rPh') spoken = false;
      if (tag !== 'si') return;
      if (texts.length >= limits.cells) fail('SPREADSHEET_TOO_BIG');
      texts.push(unescaped(text.slice(0, limits.text + 1)));
    },
  });
  return texts;
}

async function datesIn(parts: PackageParts, part: string | undefined): Promise<boolean[]> {
  const own = new Map<string, boolean>();
  const dates: boolean[] = [];
  if (!part) return dates;
  let inCells = false;
  await readXml(parts, part, {
    open: (tag, { numFmtId: id = '', formatCode = '' }) => {
      if (tag === 'numFmt') own.set(id, meansDate(formatCode));
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) dates.push(own.get(id) ?? DATE_FORMATS.has(Number(id)));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
