/** Makes rows of a register out of sheets: finds the heads, reads each cell, and notes what is wrong with it. */
import { IMPORT_ROLES_MAX, IMPORT_ROWS_MAX } from '@sevengrid/shared/grids/imports.requests';
import type { RowProblem } from '@sevengrid/shared/grids/import-problems';
import {
  EXAMPLE,
  NO,
  SHEETS,
  YES,
  columnsOf,
  sheetSpec,
  type ColumnSpec,
  type SheetKind,
} from '@sevengrid/shared/grids/register-sheets';
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import { fail } from '../platform/http/fail';
import { mergedBelow, type Cell, type Sheet, type SheetRow } from '../platform/spreadsheets/sheet';
import { asWritten } from '../platform/spreadsheets/write-sheet';
import { isUnreadable, tidy, tidyPlace } from './register-text';

export interface Problem {
  /** Key of the column; null for the row as a whole. */
  column: string | null;
  code: RowProblem;
  /** Row of the same file that is meant. */
  other?: number;
}

export interface RegisterRow {
  sheet: SheetKind;
  /** As the spreadsheet program shows it. */
  row: number;
  /** By key of the column: tidied, or as it was typed where that is wrong; `''` for an empty cell. */
  values: Readonly<Record<string, string>>;
  problems: Problem[];
}

/** The head stands in one of the first rows. */
const HEAD_WITHIN = 10;
const ACCOUNT = /^[A-Za-z0-9._-]{2,40}$/;
const PHONE = /^(1[3-9]\d{9}|0\d{9,11})$/;
const SAYS_YES = new Set(['是', '有', 'true', 'yes', 'y', '1', '√', '✓', YES.bo]);
const SAYS_NO = new Set(['否', '无', '没有', 'false', 'no', 'n', '0', '×', NO.bo]);

const NOT_TEXT: Partial<Record<Cell['kind'], RowProblem>> = {
  formula: 'CELL_IS_FORMULA',
  date: 'CELL_IS_DATE',
  error: 'CELL_IS_ERROR',
};

type Head = { row: number; columns: ReadonlyMap<string, number> };

const textIn = (row: SheetRow, column: number | undefined): string =>
  column === undefined ? '' : tidy(row.cells.get(column)?.text ?? '');

const named = (spec: ColumnSpec, text: string): boolean =>
  text !== '' && [spec.header.zh, spec.header.bo].some((header) => header === text);

function headIn(kind: SheetKind, rows: readonly SheetRow[]): Head {
  for (const row of rows.slice(0, HEAD_WITHIN)) {
    const columns = new Map<string, number>();
    for (const [key, spec] of columnsOf(kind)) {
      const found = [...row.cells.keys()].find((column) => named(spec, textIn(row, column)));
      if (found !== undefined) columns.set(key, found);
    }
    if (columnsOf(kind).every(([key, spec]) => !spec.required || columns.has(key))) return { row: row.number, columns };
  }
  return fail('IMPORT_HEADER_MISSING');
}

/** Columns whose letters and digits may come from a Chinese keyboard. */
const NARROW = new Set(['building', 'door', 'grid', 'role', 'account']);

/** Checks and tidies one value by what its column wants. */
function valueOf(key: string, spec: ColumnSpec, typed: string): { value: string; code?: RowProblem } {
  const text = NARROW.has(key) ? tidyPlace(typed) : tidy(typed);
  if (isUnreadable(typed)) return { value: text, code: 'CELL_UNREADABLE' };
  if (text === '') return { value: '', code: spec.required ? 'CELL_MISSING' : undefined };
  if ([...text].length > spec.max) return { value: text, code: 'CELL_TOO_LONG' };
  if (spec.list === 'yesNo') return yesOrNo(text);
  if (key === 'account') return { value: text, code: ACCOUNT.test(text) ? undefined : 'ACCOUNT_WRONG' };
  // A masked number comes from an export, and is looked for among the masked ones.
  if (key !== 'phone' || text.includes('*')) return { value: text };
  const phone = phoneDigits(text);
  return PHONE.test(phone) ? { value: phone } : { value: text, code: 'PHONE_WRONG' };
}

function yesOrNo(text: string): { value: string; code?: RowProblem } {
  if (SAYS_YES.has(text.toLowerCase())) return { value: YES.zh };
  if (SAYS_NO.has(text.toLowerCase())) return { value: NO.zh };
  return { value: text, code: 'CELL_NOT_YES_NO' };
}

class SheetOfRegister {
  constructor(
    private readonly kind: SheetKind,
    private readonly sheet: Sheet,
    private readonly head: Head,
  ) {}

  rows(): RegisterRow[] {
    const below = this.sheet.rows.filter((row) => row.number > this.head.row && !this.isAside(row));
    const mergedIn = mergedBelow(this.sheet.merges);
    return below.map((row) => this.row(row, mergedIn(row.number)));
  }

  /** Nothing for us in it, an example, or the head in the other language. */
  private isAside(row: SheetRow): boolean {
    const texts = columnsOf(this.kind).map(([key, spec]) => ({ spec, text: textIn(row, this.head.columns.get(key)) }));
    const typed = texts.filter(({ text }) => text !== '');
    if (typed.length === 0) return ![...this.head.columns.values()].some((column) => row.cells.has(column));
    return typed[0]?.text.startsWith(EXAMPLE) || typed.every(({ spec, text }) => named(spec, text));
  }

  private row(row: SheetRow, isMerged: (column: number) => boolean): RegisterRow {
    const values: Record<string, string> = {};
    const problems: Problem[] = [];
    for (const [key, spec] of columnsOf(this.kind)) {
      const column = this.head.columns.get(key);
      const cell = column === undefined ? undefined : row.cells.get(column);
      const { value, code } = this.read(key, spec, cell);
      values[key] = value;
      if (column !== undefined && isMerged(column)) problems.push({ column: key, code: 'CELL_IS_MERGED' });
      else if (code) problems.push({ column: key, code });
    }
    return { sheet: this.kind, row: row.number, values, problems };
  }

  private read(key: string, spec: ColumnSpec, cell: Cell | undefined): { value: string; code?: RowProblem } {
    const wrong = cell && NOT_TEXT[cell.kind];
    if (wrong) return { value: cell.text, code: wrong };
    return valueOf(key, spec, asWritten(cell?.text ?? ''));
  }
}

const isSheetOf = (kind: SheetKind, name: string): boolean =>
  Object.values(sheetSpec(kind).name).includes(name.normalize('NFC').trim());

/** Whether a sheet of this name is one of the register's. */
export const isOfRegister = (name: string): boolean => SHEETS.some((kind) => isSheetOf(kind, name));

/**
 * All rows, buildings first.
 * @throws IMPORT_SHEETS_MISSING, IMPORT_HEADER_MISSING, SPREADSHEET_TOO_BIG
 */
export function registerRows(sheets: readonly Sheet[]): RegisterRow[] {
  const rows = SHEETS.flatMap((kind) => {
    const sheet = sheets.find(({ name }) => isSheetOf(kind, name));
    if (!sheet || sheet.rows.length === 0) return [];
    return new SheetOfRegister(kind, sheet, headIn(kind, sheet.rows)).rows();
  });
  const roles = rows.filter(({ sheet }) => sheet === 'role').length;
  if (rows.length > IMPORT_ROWS_MAX || roles > IMPORT_ROLES_MAX) fail('SPREADSHEET_TOO_BIG');
  return rows.length > 0 ? rows : fail('IMPORT_SHEETS_MISSING');
}
