/** Reads one sheet, cell by cell, and keeps what is not empty. */
import { fail } from '../http/fail';
import type { PackageParts } from './package-parts';
import { readXml, unescaped, type Attributes } from './read-xml';
import { columnOf, type Cell, type Merge, type ReadingLimits, type Sheet, type SheetRow } from './sheet';
import type { WorkbookParts } from './workbook-parts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGES = 2000;

/** Numbers as one types them: 13800138000, whatever way the file spells it. */
const typed = (value: string): string => {
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? String(number) : fail('SPREADSHEET_BROKEN');
};

const MERGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/;

function mergeOf(reference: string): Merge | null {
  const [, left = '', top = '', right = '', bottom = ''] = MERGE.exec(reference) ?? [];
  if (left === '') return null;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

/** Counts what several sheets keep together. */
export interface Kept {
  cells: number;
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  private row: { number: number; cells: Map<number, Cell> } = { number: 0, cells: new Map() };
  private cell: OpenCell | null = null;
  /** Of the last cell of the row; one without a reference follows it. */
  private column = 0;
  private heard = false;
  private spoken = false;

  constructor(
    private readonly workbook: WorkbookParts,
    private readonly limits: ReadingLimits,
    private readonly kept: Kept,
  ) {}

  open(tag: string, attributes: Attributes): void {
    if (tag === 'row') this.openRow(attributes.r);
    else if (tag === 'c') this.openCell(attributes);
    else if (tag === 'f' && this.cell) this.cell.formula = true;
    else if (tag === 'rPh') this.spoken = true;
    else if (tag === 'mergeCell') this.merge(attributes.ref ?? '');
    this.heard = this.cell !== null && !this.spoken && (tag === 'v' || tag === 't');
  }

  text(piece: string): void {
    if (this.heard && this.cell && this.cell.value.length <= this.limits.text) this.cell.value += piece;
  }

  close(tag: string): void {
    this.heard = false;
    if (tag === 'rPh') this.spoken = false;
    if (tag === 'c') this.closeCell();
    if (tag === 'row' && this.row.cells.size > 0) this.rows.push(this.row);
  }

  /** A row without a number follows the one before it. */
  private openRow(r: string | undefined): void {
    const number = r === undefined ? this.row.number + 1 : Number(r);
    if (!Number.isInteger(number) || number <= this.row.number || number > LAST_ROW) fail('SPREADSHEET_BROKEN');
    this.row = { number, cells: new Map() };
    [this.cell, this.column] = [null, 0];
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const column = r === undefined ? this.column + 1 : columnOf(r.replace(/\d+$/, ''));
    if (column < 1 || column > LAST_COLUMN) fail('SPREADSHEET_BROKEN');
    this.column = column;
    this.cell = { column, type: t, style: Number(s), value: '', formula: false };
  }

  private closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    const made = this.made(cell);
    if (made.text.trim() === '' && made.kind !== 'formula') return;
    this.kept.cells += 1;
    if (this.kept.cells > this.limits.cells) fail('SPREADSHEET_TOO_BIG');
    this.row.cells.set(cell.column, made);
  }

  private made({ type, style, value, formula }: OpenCell): Cell {
    if (formula) return { kind: 'formula', text: '' };
    if (type === 's') return { kind: 'text', text: value === '' ? '' : this.shared(value) };
    if (type === 'inlineStr' || type === 'str')
      return { kind: 'text', text: unescaped(value).slice(0, this.limits.text + 1) };
    if (type === 'b') return { kind: 'boolean', text: value === '' ? '' : value.trim() === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { kind: 'error', text: value };
    if (type === 'd') return { kind: 'date', text: value };
    if (value === '') return { kind: 'number', text: '' };
    return { kind: this.workbook.dates[style] ? 'date' : 'number', text: typed(value) };
  }

  private shared(value: string): string {
    return this.workbook.texts[Number(value)] ?? fail('SPREADSHEET_BROKEN');
  }

  private merge(reference: string): void {
    const merge = mergeOf(reference);
    if (merge) this.merges.push(merge);
    if (this.merges.length > MOST_MERGES) fail('SPREADSHEET_TOO_BIG');
  }
}

/** @param kept what the sheets read before it keep already. */
export async function readSheet(
  parts: PackageParts,
  workbook: WorkbookParts,
  name: string,
  { limits, kept }: { limits: ReadingLimits; kept: Kept },
): Promise<Sheet> {
  const reader = new SheetReader(workbook, limits, kept);
  await readXml(parts, workbook.sheets.get(name) ?? '', {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (piece) => reader.text(piece),
    close: (tag) => reader.close(tag),
  });
  return { name, rows: reader.rows, merges: reader.merges };
}
