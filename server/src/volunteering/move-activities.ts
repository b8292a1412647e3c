/** Time’s hand: sign-up ends, activities begin and end, points are given when a list was up long enough; each in a transaction of its own. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Log } from '../platform/http/log';
import { LeaseLost, type Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { ActivityEngine } from './activity-engine';
import { Settling } from './settling';

export const MOVE_JOB = 'move-activities';
/** One after the other; what is left waits for the next run. */
const AT_MOST = 200;

@Injectable()
export class MoveActivities implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly engine: ActivityEngine,
    private readonly settling: Settling,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: MOVE_JOB, everyMs: 15_000, run: (fence) => this.moveAll(fence) });
  }

  private async moveAll(fence: Fence): Promise<void> {
    const sql = `SELECT id FROM activity WHERE wake_at <= NOW(3) ORDER BY wake_at, id LIMIT ${AT_MOST}`;
    for (const { id } of await this.uow.read((tx) => rows<{ id: string }>(tx, sql))) await this.moveOne(fence, id);
  }

  /** What goes wrong with one is told in the log, and keeps no other from being moved. */
  private async moveOne(fence: Fence, id: string): Promise<void> {
    try {
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        await this.settling.settleIfDue(tx, await this.engine.take(tx, id));
      });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      this.log.error('an activity was not moved', error, { traceId: fence.traceId, activityId: id });
    }
  }
}
