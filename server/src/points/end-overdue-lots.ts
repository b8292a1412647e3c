/** Ends points whose time is over, where a community has decided that they end; as shipped, none has. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { Ledger } from './ledger';
import { personsWithOverdueLots } from './lot-rows';

const HOUR = 3_600_000;
const AT_ONCE = 100;

@Injectable()
export class EndOverdueLots implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'end-overdue-lots', everyMs: HOUR, run: (fence) => this.endAll(fence) });
  }

  /** One person a transaction, so that nobody waits for somebody else's. */
  private async endAll(fence: Fence): Promise<void> {
    for (let after = ''; ;) {
      const persons = await this.uow.read((tx) => personsWithOverdueLots(tx, after, AT_ONCE));
      for (const { id } of persons)
        await this.uow.run(async (tx) => {
          await fence.hold(tx);
          await this.ledger.expireLots(tx, id);
        });
      after = persons.at(-1)?.id ?? '';
      if (persons.length < AT_ONCE) return;
    }
  }
}
