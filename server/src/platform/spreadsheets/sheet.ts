/** What a sheet is once it was read: cells as text, and what kind of cell each was. */

/** A formula is never evaluated, and a date is no text: whoever reads the sheet says so to the clerk. */
export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'formula' | 'error';

export interface Cell {
  kind: CellKind;
  /** As one would type it; `TRUE` and `FALSE` for a boolean, empty for a formula. */
  text: string;
}

export interface SheetRow {
  /** As the spreadsheet program shows it, from 1. */
  number: number;
  /** By column, from 1; empty cells are left out. */
  cells: ReadonlyMap<number, Cell>;
}

/** Cells made one; rows and columns from 1, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  /** Rows with a cell that is not empty, from the top. */
  rows: SheetRow[];
  merges: Merge[];
}

export interface ReadingLimits {
  /** Bytes that all parts read together may unpack to. */
  unpacked: number;
  /** Cells that are not empty, of all sheets read, and texts they share. */
  cells: number;
  /** Characters of a cell; what is longer is cut one character after. */
  text: number;
  /** Files in the package. */
  parts: number;
}

export const READING_LIMITS: ReadingLimits = { unpacked: 100_000_000, cells: 400_000, text: 1000, parts: 500 };

/** Which columns of a row lie in a merge; asked row after row, downwards. */
export function mergedBelow(merges: readonly Merge[]): (row: number) => (column: number) => boolean {
  const waiting = [...merges].sort((a, b) => b.top - a.top);
  let open: Merge[] = [];
  return (row) => {
    for (let next = waiting.at(-1); next && next.top <= row; next = waiting.at(-1)) {
      waiting.pop();
      open.push(next);
    }
    if (open.length > 0) open = open.filter(({ bottom }) => bottom >= row);
    const here = open;
    return (column) => here.some(({ left, right }) => column >= left && column <= right);
  };
}

/** `A` is 1, `AA` is 27; 0 for what is no column. */
export function columnOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return 0;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 1 is `A`, 27 is `AA`. */
export function lettersOf(column: number): string {
  const rest = column - 1;
  return (rest >= 26 ? lettersOf(Math.floor(rest / 26)) : '') + String.fromCharCode(65 + (rest % 26));
}
