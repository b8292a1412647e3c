/** Writes one sheet as XML, a piece at a time: text cells only, lists to choose from, a head that stays in view. */
import { lettersOf } from './sheet';
import { STYLES, type CellStyle } from './workbook-styles';

export interface StyledText {
  text: string;
  style: CellStyle;
}

/** Null leaves the cell empty. */
export type CellText = string | StyledText | null;

/** A list to choose from in a column, from a row downwards. */
export interface ChoiceList {
  column: number;
  fromRow: number;
  /** The cells that hold the choices. */
  choices: { sheet: string; column: number; fromRow: number; toRow: number };
  /** Told to who types something else. */
  says: string;
}

export interface SheetToWrite {
  name: string;
  /** Width of each column, in characters. */
  widths: readonly number[];
  /** Rows at the top that stay in view. */
  headRows: number;
  rows: Iterable<readonly CellText[]> | AsyncIterable<readonly CellText[]>;
  lists?: readonly ChoiceList[];
  hidden?: true;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LAST_ROW = 1_048_576;
/** Characters that XML cannot hold at all. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What a program that reads the sheet as CSV would take for a formula. */
const RUNS = /^[=+\-@\t\r]/;
const PIECE = 200;

export const xmlText = (text: string): string =>
  text
    .replace(/_x(?=[\dA-Fa-f]{4}_)/g, '_x005F_x')
    .replace(UNFIT, '')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** With an apostrophe before what a spreadsheet program might run; reading takes it off again. */
export const harmless = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

/** The other way round. */
export const asWritten = (text: string): string =>
  text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;

function cellXml(cell: CellText, row: number, column: number): string {
  if (cell === null || cell === '') return '';
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'plain' as const } : cell;
  const value = `<is><t xml:space="preserve">${xmlText(harmless(text))}</t></is>`;
  return `<c r="${lettersOf(column)}${row}" s="${STYLES.indexOf(style)}" t="inlineStr">${value}</c>`;
}

const rowXml = (cells: readonly CellText[], row: number): string =>
  `<row r="${row}">${cells.map((cell, i) => cellXml(cell, row, i + 1)).join('')}</row>`;

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

function listXml({ column, fromRow, choices, says }: ChoiceList): string {
  const [letter, from] = [lettersOf(column), lettersOf(choices.column)];
  const cells = `${quoted(choices.sheet)}!$${from}$${choices.fromRow}:$${from}$${choices.toRow}`;
  return [
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="stop"',
    ` error="${xmlText(says)}" sqref="${letter}${fromRow}:${letter}${LAST_ROW}">`,
    `<formula1>${xmlText(cells)}</formula1></dataValidation>`,
  ].join('');
}

function beginning({ widths, headRows }: SheetToWrite): string {
  const pane = `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="0" customWidth="1"/>`,
  );
  return [
    `${HEAD}<worksheet ${MAIN}>`,
    `<sheetViews><sheetView workbookViewId="0">${headRows > 0 ? pane : ''}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

function ending({ lists = [] }: SheetToWrite): string {
  const found = lists.filter(({ choices }) => choices.toRow >= choices.fromRow);
  const validations = `<dataValidations count="${found.length}">${found.map(listXml).join('')}</dataValidations>`;
  return `</sheetData>${found.length > 0 ? validations : ''}</worksheet>`;
}

export async function* sheetXml(sheet: SheetToWrite): AsyncGenerator<string> {
  yield beginning(sheet);
  let [piece, number] = ['', 0];
  for await (const cells of sheet.rows) {
    number += 1;
    if (cells.length > 0) piece += rowXml(cells, number);
    if (number % PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  yield piece + ending(sheet);
}
