/** Forgets tickets of presence a day after they ended: what they proved stands in the attendance's proofs. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retentions } from '../identity/retentions';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';

export const PRESENCE_TICKETS_JOB = 'forget-presence-tickets';

const HOUR = 3_600_000;
const KEPT_HOURS = 24;
const BATCH = 1000;

@Injectable()
export class ForgetPresenceTickets implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.retentions.registerAlways({ what: 'presence_tickets', hours: KEPT_HOURS, job: PRESENCE_TICKETS_JOB });
    this.scheduler.register({ name: PRESENCE_TICKETS_JOB, everyMs: HOUR, run: (fence) => this.forget(fence) });
  }

  private async forget(fence: Fence): Promise<void> {
    for (let gone = BATCH; gone === BATCH;)
      gone = await this.uow.run(async (tx) => {
        await fence.hold(tx);
        return change(
          tx,
          `DELETE FROM presence_ticket WHERE expires_at < NOW(3) - INTERVAL ${KEPT_HOURS} HOUR LIMIT ${BATCH}`,
        );
      });
  }
}
