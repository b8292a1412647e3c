/** What became of a row that waited to be taken over. */
import type { RowProblem } from '@sevengrid/shared/grids/import-problems';
import type { RowRecord } from './import-records';
import type { Judged } from './judge-rows';
import type { RegisterRow } from './read-register';

/** A row that waits, what it says, and what it would do by now. */
export interface Waiting {
  /** Of what it makes: people of one household then stand in the order of the file. */
  id: string;
  record: RowRecord;
  row: RegisterRow;
  now: Judged;
}

export type Done = Pick<RowRecord, 'outcome'> & Partial<RowRecord>;

export const IDLE: Done = { outcome: 'idle' };

export const passedOver = (code: RowProblem, column: string | null = null): Done => ({
  outcome: 'skipped',
  verdict: 'wrong',
  problems: [{ column, code }],
});

export const OVERTAKEN = passedOver('CHANGED_MEANWHILE');
