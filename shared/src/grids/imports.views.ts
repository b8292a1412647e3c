/** What the routes of imports answer. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { KeptBecause, RowProblem } from './import-problems';
import type { SheetKind } from './register-sheets';

/**
 * `reading` → `ready` or `refused`; `ready` → `applying` → `applied` → `undoing` → `undone`; `discarded` by hand, and
 * `expired` when nobody applied it in time. Whatever ends in -ing goes on by itself.
 */
export type ImportState =
  'reading' | 'refused' | 'ready' | 'discarded' | 'expired' | 'applying' | 'applied' | 'undoing' | 'undone';

/** What a row would do, or waits for; a row of people opens an account (`new`), or gives one more role (`changed`). */
export type Verdict = 'new' | 'changed' | 'same' | 'wrong' | 'held';

export interface SheetCountsView {
  sheet: SheetKind;
  new: number;
  changed: number;
  same: number;
  wrong: number;
  held: number;
}

export interface ImportView {
  id: string;
  state: ImportState;
  /** Of the file. */
  name: string;
  /** Public display name. */
  uploadedBy: string;
  at: string;
  /** Of what goes on now, or went on last: rows done of all. */
  done: number;
  total: number;
  /** By sheet, in the order of the workbook; empty until it is read. */
  counts: SheetCountsView[];
  /** Why the file was refused: the fault's code and its sentence. */
  refused: { code: string; says: Bilingual } | null;
  /** Rows passed over when it was applied, since they were wrong or something had changed meanwhile. */
  skipped: number;
  /** Rows that stayed when it was taken back. */
  kept: number;
  /** Accounts that it opened and nobody has logged in with yet: they wait for a one-time password, or have one. */
  newcomers: number;
  /** When a list of their passwords was made last. */
  passwordsAt: string | null;
  /** Until when it is kept for applying, or may be taken back; null where neither is to be done. */
  until: string | null;
}

export type ImportPage = Page<ImportView>;

export interface RowProblemView {
  /** Key of the column; null for the row as a whole. */
  column: string | null;
  code: RowProblem;
  /** Row of the same file that is meant. */
  other: number | null;
}

export interface ImportRowView {
  id: string;
  sheet: SheetKind;
  /** As the spreadsheet program shows it. */
  row: number;
  /** What the row says, in the order of the columns; names and phones masked. */
  cells: string[];
  problems: RowProblemView[];
  keptBecause: KeptBecause | null;
}

export type ImportRowPage = Page<ImportRowView>;
