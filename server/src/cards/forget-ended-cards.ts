/** Forgets the sealed links of cards that ended: their hash stays, so that a scan is told that the card is over. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retentions } from '../identity/retentions';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';

const DAY = 86_400_000;
const BATCH = 1000;
const KEPT_DAYS = 30;
const JOB = 'forget-ended-cards';

@Injectable()
export class ForgetEndedCards implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: DAY, run: (fence) => this.forget(fence) });
    this.retentions.registerAlways({ what: 'card_links', hours: KEPT_DAYS * 24, job: JOB });
  }

  private async forget(fence: Fence): Promise<void> {
    for (let gone = BATCH; gone === BATCH;) {
      gone = await this.uow.run(async (tx) => {
        await fence.hold(tx);
        return change(
          tx,
          `UPDATE card SET token_enc = '' WHERE status <> 'active' AND token_enc <> ''
             AND ended_at < NOW(3) - INTERVAL ${KEPT_DAYS} DAY LIMIT ${BATCH}`,
        );
      });
    }
  }
}
