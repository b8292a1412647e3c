/** Forgets sessions long after their end, and counts of wrong passwords nobody went on with. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { Retentions } from './retentions';

const HOUR = 3_600_000;
const BATCH = 1000;
const JOB = 'forget-old-sessions';
const SESSION_DAYS = 30;
const ATTEMPT_DAYS = 7;
const OLD = [
  `DELETE FROM session WHERE expires_at < NOW(3) - INTERVAL ${SESSION_DAYS} DAY`,
  `DELETE FROM session WHERE ended_at < NOW(3) - INTERVAL ${SESSION_DAYS} DAY`,
  `DELETE FROM log_in_attempt WHERE last_at < NOW(3) - INTERVAL ${ATTEMPT_DAYS} DAY`,
];

@Injectable()
export class ForgetOldSessions implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: 6 * HOUR, run: (fence) => this.forget(fence) });
    this.retentions.registerAlways(
      { what: 'sessions', hours: SESSION_DAYS * 24, job: JOB },
      { what: 'log_in_attempts', hours: ATTEMPT_DAYS * 24, job: JOB },
    );
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
