/** Forgets sessions long after their end, and counts of wrong passwords nobody went on with. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';

const HOUR = 3_600_000;
const BATCH = 1000;
const OLD = [
  'DELETE FROM session WHERE expires_at < NOW(3) - INTERVAL 30 DAY',
  'DELETE FROM session WHERE ended_at < NOW(3) - INTERVAL 30 DAY',
  'DELETE FROM log_in_attempt WHERE last_at < NOW(3) - INTERVAL 7 DAY',
];

@Injectable()
export class ForgetOldSessions implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'forget-old-sessions', everyMs: 6 * HOUR, run: (fence) => this.forget(fence) });
  }

  private async forget(fence: Fence): Promise<void> {
    for (const statement of OLD) {
      for (let gone = BATCH; gone === BATCH;) {
        gone = await this.uow.run(async (tx) => {
          await fence.hold(tx);
          return change(tx, `${statement} LIMIT ${BATCH}`);
        });
      }
    }
  }
}
