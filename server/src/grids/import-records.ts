/** What is kept of an import: its own row, the file until it is read, and each of its rows until they are forgotten. */
import { Injectable } from '@nestjs/common';
import type { FaultCode } from '@sevengrid/shared/faults';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import type { ImportState, SheetCountsView, Verdict } from '@sevengrid/shared/grids/imports.views';
import { columnsOf, type SheetKind } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { NOT_ARRIVED } from '../identity/newcomers';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, insertMany, json, one, rows, type SqlValue } from '../platform/database/sql';
import type { Problem, RegisterRow } from './read-register';

export interface ImportRecord {
  id: string;
  community_id: string;
  state: ImportState;
  name_enc: Buffer;
  uploaded_by: string;
  uploaded_at: Date;
  refused: FaultCode | null;
  tries: number;
  counts: string | SheetCountsView[] | null;
  done: number;
  total: number;
  skipped: number;
  kept: number;
  applied_at: Date | null;
  /** Whoever set it going last: applied it, or took it back. */
  moved_by: string | null;
  passwords_at: Date | null;
  has_rows: number;
  now: Date;
}

/** One that is worked on, in a run of the job. */
export interface ImportUnderWay extends ImportRecord {
  traceId: string;
}

/** `idle` rows change nothing, `skipped` ones were to and did not; `kept` ones stayed when the import was taken back. */
export type Outcome = 'idle' | 'skipped' | 'done' | 'undone' | 'kept';

/** A row of the file, and what it did. */
export interface RowRecord {
  n: number;
  sheet: SheetKind;
  row_no: number;
  verdict: Verdict;
  /** Null while it waits to be taken over. */
  outcome: Outcome | null;
  problems: string | Problem[] | null;
  kept_because: KeptBecause | null;
  /** Gone once the row is taken over. */
  cells_enc: Buffer | null;
  /** Of the building, household, resident or service that it made or changed; of the person who was given a role. */
  subject_id: string | null;
  /** How that stood when the row was judged, or as the row left it. */
  state_hash: string | null;
  /** Columns that it changed, as they were; the role that it gave. */
  before_enc: Buffer | null;
}

const IMPORT = `SELECT id, community_id, state, name_enc, uploaded_by, uploaded_at, refused, tries, counts, done, total,
  skipped, kept, applied_at, moved_by, passwords_at, has_rows, NOW(3) AS now FROM register_import`;
const ROW = `SELECT n, sheet, row_no, verdict, outcome, problems, kept_because, cells_enc, subject_id, state_hash,
  before_enc FROM register_import_row`;
const INTO_ROWS = `INSERT INTO register_import_row (import_id, n, sheet, row_no, verdict, outcome, problems, kept_because,
  cells_enc, subject_id, state_hash, before_enc)`;
const WRITTEN_OVER = [
  'verdict',
  'outcome',
  'problems',
  'kept_because',
  'cells_enc',
  'subject_id',
  'state_hash',
  'before_enc',
];
const OVER = `ON DUPLICATE KEY UPDATE ${WRITTEN_OVER.map((column) => `${column} = VALUES(${column})`).join(', ')}`;
/** Bytes of a part of the file. */
const PART = 1_000_000;

@Injectable()
export class ImportRecords {
  constructor(private readonly cipher: FieldCipher) {}

  find(tx: EntityManager, id: string): Promise<ImportRecord | null> {
    return one<ImportRecord>(tx, `${IMPORT} WHERE id = ?`, [id]);
  }

  lock(tx: EntityManager, id: string): Promise<ImportRecord | null> {
    return one<ImportRecord>(tx, `${IMPORT} WHERE id = ? FOR UPDATE`, [id]);
  }

  /** Some of them, as `where` says. */
  list(tx: EntityManager, where: string, params: readonly SqlValue[]): Promise<ImportRecord[]> {
    return rows<ImportRecord>(tx, `${IMPORT} WHERE ${where}`, params);
  }

  /** Rows that took `condition`, in the order that it says. */
  rows(tx: EntityManager, id: string, condition: string, params: readonly SqlValue[] = []): Promise<RowRecord[]> {
    return rows<RowRecord>(tx, `${ROW} WHERE import_id = ? AND ${condition}`, [id, ...params]);
  }

  async write(tx: EntityManager, id: string, records: readonly RowRecord[]): Promise<void> {
    const values = records.map((row): SqlValue[] => [
      ...[id, row.n, row.sheet, row.row_no, row.verdict, row.outcome],
      ...[row.problems === null ? null : JSON.stringify(json(row.problems)), row.kept_because],
      ...[row.cells_enc, row.subject_id, row.state_hash, row.before_enc],
    ]);
    await insertMany(tx, INTO_ROWS, values, OVER);
  }

  /** False, and nothing done, unless the import stands at `from`; `more` is set besides. */
  async move(
    tx: EntityManager,
    id: string,
    from: readonly ImportState[],
    to: ImportState,
    more = '',
  ): Promise<boolean> {
    const sql = `UPDATE register_import SET state = ?${more && `, ${more}`} WHERE id = ? AND state IN (?)`;
    return (await change(tx, sql, [to, id, from])) === 1;
  }

  async movedBy(tx: EntityManager, id: string, personId: string): Promise<void> {
    await change(tx, 'UPDATE register_import SET moved_by = ? WHERE id = ?', [personId, id]);
  }

  /** By import: persons whose accounts it opened and who have not been here yet, in the order of the file. */
  async newcomers(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    if (ids.length === 0) return found;
    const sql = `SELECT r.import_id, p.id FROM register_import_row r JOIN person p ON p.id = r.subject_id
      WHERE r.import_id IN (?) AND r.sheet = 'role' AND r.verdict = 'new' AND r.outcome IN ('done', 'kept')
        AND p.disabled_at IS NULL AND ${NOT_ARRIVED} ORDER BY r.import_id, r.n`;
    for (const { import_id: of, id } of await rows<{ import_id: string; id: string }>(tx, sql, [[...ids]]))
      found.set(of, [...(found.get(of) ?? []), id]);
    return found;
  }

  async putFile(tx: EntityManager, id: string, bytes: Buffer): Promise<void> {
    for (let part = 0; part * PART < bytes.length; part++)
      await change(tx, 'INSERT INTO register_import_file (import_id, part, body_enc) VALUES (?, ?, ?)', [
        ...[id, part, this.cipher.sealBytes(bytes.subarray(part * PART, (part + 1) * PART))],
      ]);
  }

  async file(tx: EntityManager, id: string): Promise<Buffer> {
    const sql = 'SELECT body_enc FROM register_import_file WHERE import_id = ? ORDER BY part';
    const parts = await rows<{ body_enc: Buffer }>(tx, sql, [id]);
    return Buffer.concat(parts.map((part) => this.cipher.openBytes(part.body_enc)));
  }

  async dropFile(tx: EntityManager, id: string): Promise<void> {
    await change(tx, 'DELETE FROM register_import_file WHERE import_id = ?', [id]);
  }

  /** What was handed in goes, and with it everything that could be looked at or taken back. */
  async dropRows(tx: EntityManager, id: string): Promise<void> {
    await this.dropFile(tx, id);
    await change(tx, 'DELETE FROM register_import_row WHERE import_id = ?', [id]);
    await change(tx, 'UPDATE register_import SET has_rows = 0 WHERE id = ?', [id]);
  }

  sealCells({ sheet, values }: Pick<RegisterRow, 'sheet' | 'values'>): Buffer {
    return this.cipher.seal(JSON.stringify(columnsOf(sheet).map(([key]) => values[key] ?? '')));
  }

  /** In the order of the columns; none once they are gone. */
  cellsOf({ cells_enc: cells }: RowRecord): string[] {
    return cells ? (JSON.parse(this.cipher.open(cells)) as string[]) : [];
  }

  /** The row as it was read and found good. */
  asRead(record: RowRecord): RegisterRow {
    const cells = this.cellsOf(record);
    const values = Object.fromEntries(columnsOf(record.sheet).map(([key], i) => [key, cells[i] ?? '']));
    return { sheet: record.sheet, row: record.row_no, values, problems: [] };
  }
}
