/** The system's alarm: tickets whose time has come are warned of, raised, or go on, each in a transaction of its own. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Log } from '../platform/http/log';
import { LeaseLost, type Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { CaseEngine } from './case-engine';

/** One after the other; what is left waits for the next run. */
const AT_MOST = 500;

@Injectable()
export class WakeTickets implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly engine: CaseEngine,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'wake-tickets', everyMs: 10_000, run: (fence) => this.wake(fence) });
  }

  private async wake(fence: Fence): Promise<void> {
    const due = await this.uow.read((tx) =>
      rows<{ id: string }>(
        tx,
        `SELECT t.id FROM ticket t WHERE t.wake_at <= NOW(3) ORDER BY t.wake_at, t.id LIMIT ${AT_MOST}`,
      ),
    );
    for (const { id } of due) await this.wakeOne(fence, id);
  }

  /** What goes wrong with one ticket is told in the log, and keeps no other from being woken. */
  private async wakeOne(fence: Fence, id: string): Promise<void> {
    try {
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        await this.engine.wake(tx, id);
      });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      this.log.error('a ticket was not woken', error, { traceId: fence.traceId, ticketId: id });
    }
  }
}
