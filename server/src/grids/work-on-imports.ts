/** The job that imports wait for: reads, applies and takes back, one after the other, on one instance at a time. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportState } from '@sevengrid/shared/grids/imports.views';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Log } from '../platform/http/log';
import { LeaseLost, type Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { ApplyImports } from './apply-imports';
import { ImportRecords, type ImportRecord } from './import-records';
import { ReadImports } from './read-imports';
import { UndoImports } from './undo-imports';

export const IMPORT_JOB = 'register-imports';

/** States that go on by themselves. */
export const UNDER_WAY: readonly ImportState[] = ['reading', 'applying', 'undoing'];

@Injectable()
export class WorkOnImports implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly records: ImportRecords,
    private readonly reader: ReadImports,
    private readonly applier: ApplyImports,
    private readonly undoer: UndoImports,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: IMPORT_JOB, everyMs: 5000, run: (fence) => this.work(fence) });
  }

  /** Begins as soon as `tx` is committed. */
  nudge(tx: EntityManager): void {
    this.scheduler.nudge(tx, IMPORT_JOB);
  }

  private async work(fence: Fence): Promise<void> {
    const waiting = await this.uow.read((tx) => this.records.list(tx, 'state IN (?) ORDER BY id', [UNDER_WAY]));
    for (const record of waiting) {
      try {
        await this.goOn(fence, record);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        // One that fails stands in no other's way; the next run tries it again.
        this.log.error('import failed', error, { traceId: fence.traceId, importId: record.id, state: record.state });
      }
    }
  }

  private async goOn(fence: Fence, { id, state }: ImportRecord): Promise<void> {
    if (state === 'reading') await this.reader.read(fence, id);
    if (state === 'applying') await this.applier.apply(fence, id);
    if (state === 'undoing') await this.undoer.undo(fence, id);
  }
}
