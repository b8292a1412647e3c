/** On the first of a month draws up the statements of the month before, one transaction each. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayPlus, wallTime } from '@sevengrid/shared/kernel/days';
import { Scopes } from '../identity/scopes';
import { Clock } from '../platform/clock/clock';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { drawUp } from './drawing-up';

export const STATEMENTS_JOB = 'draw-up-statements';
const HOUR = 3_600_000;

/** `2026-10` for any day of November. */
export const monthBefore = (day: string): string => dayPlus(`${day.slice(0, 7)}-01`, -1).slice(0, 7);

@Injectable()
export class DrawUpStatements implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scopes: Scopes,
    private readonly scheduler: Scheduler,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: STATEMENTS_JOB, everyMs: HOUR, run: (fence) => this.drawAll(fence) });
  }

  private async drawAll(fence: Fence): Promise<void> {
    const dealing = await this.uow.read((tx) =>
      rows<{ community_id: string; merchant_id: string }>(
        tx,
        'SELECT community_id, merchant_id FROM merchant_community ORDER BY community_id, merchant_id',
      ),
    );
    for (const { community_id: communityId, merchant_id: merchantId } of dealing)
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        const { tzOffset } = this.scopes.communityOf(communityId);
        const month = monthBefore(wallTime((await this.clock.now(tx)).getTime(), tzOffset).day);
        await drawUp(tx, { merchantId, communityId, month, tzOffset, by: null });
      });
  }
}
