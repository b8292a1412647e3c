/** Ends what nobody fetched in time: one redemption a transaction, so that nobody waits for many. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { dueHolds } from '../points/holds';
import { Ledger } from '../points/ledger';
import { giveBack, redemptionOf } from './redemptions';

export const EXPIRE_JOB = 'expire-redemptions';
const BATCH = 100;

@Injectable()
export class ExpireRedemptions implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly ledger: Ledger,
  ) {}

  /** Nothing depends on how soon it runs: whoever is late is refused by the clock alone. */
  onModuleInit(): void {
    this.scheduler.register({ name: EXPIRE_JOB, everyMs: 15_000, run: (fence) => this.expireAll(fence) });
  }

  private async expireAll(fence: Fence): Promise<void> {
    for (let found = BATCH; found === BATCH;) {
      const due = await this.uow.read((tx) => dueHolds(tx, 'redemption', BATCH));
      found = due.length;
      for (const id of due) await this.expire(fence, id);
    }
  }

  private expire(fence: Fence, id: string): Promise<void> {
    return this.uow.run(async (tx) => {
      await fence.hold(tx);
      const row = await redemptionOf(tx, id);
      const outcome = await this.ledger.expire(tx, { actorId: null, communityId: row.community_id }, id);
      if (outcome === 'done') await giveBack(tx, row, 'held');
    });
  }
}
