/** Forgets what was handed in: after a day where nobody applied it, after thirty where it can no longer be taken back. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Retentions } from '../identity/retentions';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { ImportRecords } from './import-records';
import { READY_HOURS, UNDO_HOURS } from './imports.views';

export const FORGET_IMPORTS_JOB = 'forget-imports';

/** Read but not applied, or never read at all. */
const UNUSED = `has_rows = 1 AND state IN ('reading', 'ready') AND uploaded_at < NOW(3) - INTERVAL ${READY_HOURS} HOUR`;
const OVER = `has_rows = 1 AND ((state = 'applied' AND applied_at < NOW(3) - INTERVAL ${UNDO_HOURS} HOUR)
  OR (state = 'undone' AND ended_at < NOW(3) - INTERVAL ${UNDO_HOURS} HOUR))`;
/** Rows that were wrong, of imports applied without them: whoever mends them has the day. */
const PASSED_OVER = `UPDATE register_import_row r JOIN register_import i ON i.id = r.import_id SET r.cells_enc = NULL
  WHERE i.has_rows = 1 AND i.state IN ('applied', 'undone') AND r.verdict IN ('wrong', 'held')
    AND r.cells_enc IS NOT NULL AND i.applied_at < NOW(3) - INTERVAL ${READY_HOURS} HOUR`;

@Injectable()
export class ForgetImports implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly records: ImportRecords,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    const job = { name: FORGET_IMPORTS_JOB, everyMs: 600_000, run: (fence: Fence) => this.forget(fence) };
    this.scheduler.register(job);
    this.retentions.registerAlways(
      { what: 'imports_waiting', hours: READY_HOURS, job: FORGET_IMPORTS_JOB },
      { what: 'imports_undo', hours: UNDO_HOURS, job: FORGET_IMPORTS_JOB },
    );
  }

  private async forget(fence: Fence): Promise<void> {
    // A clerk may have told it to be applied since it was looked for: then nothing of it goes.
    await this.drop(fence, UNUSED, (tx, id) =>
      this.records.move(tx, id, ['reading', 'ready'], 'expired', 'ended_at = NOW(3)'),
    );
    await this.drop(fence, OVER, () => Promise.resolve(true));
    await this.uow.run(async (tx) => {
      await fence.hold(tx);
      await change(tx, PASSED_OVER);
    });
  }

  /** Drops the rows of imports of which `condition` is true, each where `still` finds that it may go. */
  private async drop(
    fence: Fence,
    condition: string,
    still: (tx: EntityManager, id: string) => Promise<boolean>,
  ): Promise<void> {
    const found = await this.uow.read((tx) => this.records.list(tx, `${condition} ORDER BY id LIMIT 100`, []));
    for (const { id } of found)
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        if (await still(tx, id)) await this.records.dropRows(tx, id);
      });
  }
}
