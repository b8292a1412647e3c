/** Forgets guests who scanned a card and left nothing: no ticket, no binding, no session that still counts. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { change, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { GuestTies } from './guest-ties';
import { Retentions } from './retentions';

const DAY = 86_400_000;
const BATCH = 500;
const JOB = 'forget-guests';
/** Thirty days of the session, and thirty until the session itself is forgotten. */
const KEPT_DAYS = 60;

@Injectable()
export class ForgetGuests implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly ties: GuestTies,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: DAY, run: (fence) => this.forget(fence) });
    this.retentions.registerAlways({ what: 'guests', hours: KEPT_DAYS * 24, job: JOB });
  }

  private async forget(fence: Fence): Promise<void> {
    for (let after: string | null = ''; after !== null;) after = await this.forgetSome(fence, after);
  }

  /** The last guest looked at, null when there is none behind. */
  private forgetSome(fence: Fence, after: string): Promise<string | null> {
    return this.uow.run(async (tx) => {
      await fence.hold(tx);
      const found = await rows<{ id: string }>(
        tx,
        `SELECT g.id FROM guest g WHERE g.id > ? AND g.created_at < NOW(3) - INTERVAL ${KEPT_DAYS} DAY
           AND NOT EXISTS (SELECT 1 FROM session s WHERE s.guest_id = g.id) ORDER BY g.id LIMIT ${BATCH} FOR UPDATE`,
        [after],
      );
      const ids = found.map((row) => row.id);
      const idle = await this.ties.idle(tx, ids);
      if (idle.length > 0) {
        await change(tx, 'DELETE FROM guest WHERE id IN (?)', [idle]);
        await this.ties.forgotten(tx, idle);
      }
      return found.length === BATCH ? (ids.at(-1) ?? null) : null;
    });
  }
}
