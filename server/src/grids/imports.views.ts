/** How imports leave the server: figures, and rows with people masked. */
import { FAULTS } from '@sevengrid/shared/faults';
import type { FaultSpec } from '@sevengrid/shared/kernel/fault';
import type { ImportRowView, ImportView } from '@sevengrid/shared/grids/imports.views';
import { columnsOf } from '@sevengrid/shared/grids/register-sheets';
import { maskName, maskPhone } from '../identity/masking';
import type { FieldCipher } from '../platform/database/field-cipher';
import { json } from '../platform/database/sql';
import type { ImportRecord, RowRecord } from './import-records';
import type { Problem } from './read-register';

const HOUR = 3_600_000;
/** So long an import waits to be applied, and what was handed in is kept. */
export const READY_HOURS = 24;
/** So long it may be taken back. */
export const UNDO_HOURS = 30 * 24;

function untilOf({ state, uploaded_at, applied_at, now }: ImportRecord): string | null {
  const [from, hours] =
    state === 'ready' ? [uploaded_at, READY_HOURS] : state === 'applied' ? [applied_at, UNDO_HOURS] : [null, 0];
  const until = from && new Date(from.getTime() + hours * HOUR);
  return until && until > now ? until.toISOString() : null;
}

function refusedOf({ refused }: ImportRecord): ImportView['refused'] {
  if (!refused) return null;
  const spec: FaultSpec = FAULTS[refused];
  return { code: refused, says: spec.says };
}

export interface ImportFacts {
  /** Public name of who handed it in. */
  uploadedBy: string;
  /** See {@link ImportView}. */
  newcomers: number;
}

export const importView = (record: ImportRecord, of: ImportFacts, cipher: FieldCipher): ImportView => ({
  id: record.id,
  state: record.state,
  name: cipher.open(record.name_enc),
  ...of,
  at: record.uploaded_at.toISOString(),
  done: record.done,
  total: record.total,
  counts: record.counts === null ? [] : json(record.counts),
  refused: refusedOf(record),
  skipped: record.skipped,
  kept: record.kept,
  passwordsAt: record.passwords_at?.toISOString() ?? null,
  until: untilOf(record),
});

const MASKS: Partial<Record<string, (text: string) => string>> = { name: maskName, phone: maskPhone };

/** What is masked stays so, and what is empty stays empty. */
const masked = (key: string, text: string): string => (text === '' ? '' : (MASKS[key]?.(text) ?? text));

export function importRowView(record: RowRecord, cells: readonly string[]): ImportRowView {
  const problems: Problem[] = record.problems === null ? [] : json(record.problems);
  return {
    id: String(record.n),
    sheet: record.sheet,
    row: record.row_no,
    cells: columnsOf(record.sheet).map(([key], i) => masked(key, cells[i] ?? '')),
    problems: problems.map(({ column, code, other }) => ({ column, code, other: other ?? null })),
    keptBecause: record.kept_because,
  };
}
