/** The sheets of work units and members: volunteering judges them, takes them over and takes them back, in the one machine of imports. */
import { Injectable } from '@nestjs/common';
import type { UnitSheet } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import type { ImportRecord, RowRecord } from './import-records';
import type { Judged } from './judge-rows';
import type { RegisterRow } from './read-register';
import type { Done, Waiting } from './rows-taken-over';

/** A row that waits, not judged anew as yet. */
export type WaitingRow = Omit<Waiting, 'now'>;

export interface UnitContents {
  /** Name, Tibetan name. */
  units: string[][];
  /** Unit, name, phone: in the clear, to be masked by who shows it. */
  members: string[][];
}

export interface UnitSheetKeeper {
  /** What the rows would do; they come in the order of the workbook. */
  judge(
    tx: EntityManager,
    communityId: string,
    all: readonly RegisterRow[],
  ): Promise<{ judge(row: RegisterRow): Judged }>;
  /** In the order of the rows, all of which are of one sheet. */
  takeOver(tx: EntityManager, record: ImportRecord, sheet: UnitSheet, waiting: readonly WaitingRow[]): Promise<Done[]>;
  /** The rows, each with what became of it; the last of the file comes first. */
  takeBack(
    tx: EntityManager,
    record: ImportRecord,
    sheet: UnitSheet,
    found: readonly RowRecord[],
  ): Promise<RowRecord[]>;
  contents(tx: EntityManager, communityId: string): Promise<UnitContents>;
}

@Injectable()
export class UnitSheets {
  private keeper: UnitSheetKeeper | undefined;

  register(keeper: UnitSheetKeeper): void {
    this.keeper = keeper;
  }

  /** @throws before volunteering is there, which is before the application has started. */
  get(): UnitSheetKeeper {
    if (!this.keeper) throw new Error('nobody keeps the sheets of units');
    return this.keeper;
  }
}
