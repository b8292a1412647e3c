/** Forgets Idempotency-Keys and handled news after 30 days: a phone keeps a draft for 7. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { change } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Fence } from './leases';
import { Scheduler } from './scheduler';

export const KEYS_JOB = 'forget-old-keys';
export const KEYS_KEPT_DAYS = 30;

const HOUR = 3_600_000;
const BATCH = 1000;
const OLD = [
  `DELETE FROM idempotency WHERE at < NOW(3) - INTERVAL ${KEYS_KEPT_DAYS} DAY`,
  `DELETE FROM outbox WHERE done_at < NOW(3) - INTERVAL ${KEYS_KEPT_DAYS} DAY`,
];

@Injectable()
export class ForgetOldKeys implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scheduler: Scheduler,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: KEYS_JOB, everyMs: 6 * HOUR, run: (fence) => this.forget(fence) });
  }

  private async forget(fence: Fence): Promise<void> {
    for (const statement of OLD) {
      for (let gone = BATCH; gone === BATCH;) {
        gone = await this.work.run(async (tx) => {
          await fence.hold(tx);
          return change(tx, `${statement} LIMIT ${BATCH}`);
        });
      }
    }
  }
}
