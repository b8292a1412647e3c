/** Forgets who asked to be bound to a household: some time after it was decided; or when nobody decided for long, and then they are told. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Retentions } from '../identity/retentions';
import { change, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Outbox } from '../platform/jobs/outbox';
import { Scheduler } from '../platform/jobs/scheduler';
import './news-of-grids';

const DAY = 86_400_000;
const BATCH = 200;
const JOB = 'forget-bindings';
/** What nobody decided on in half a year, nobody will. */
const LAPSES_AFTER_DAYS = 180;

/** What a guest was bound to is handed on, name and phone with it, for as long as the guest may still log in as somebody. */
const DECIDED = `SELECT bi.id, bi.refused_ref FROM binding bi JOIN scope s ON s.id = bi.grid_id
  WHERE s.parent_id = ? AND bi.state <> 'waiting' AND bi.name_enc <> '' AND bi.decided_at < NOW(3) - INTERVAL ? DAY
    AND NOT EXISTS (SELECT 1 FROM session se WHERE se.guest_id = bi.guest_id)
  ORDER BY bi.id LIMIT ${BATCH} FOR UPDATE`;

const ABANDONED = `SELECT id, person_id FROM binding WHERE state = 'waiting'
  AND requested_at < NOW(3) - INTERVAL ${LAPSES_AFTER_DAYS} DAY ORDER BY id LIMIT ${BATCH} FOR UPDATE`;

const BLANK = "name_enc = '', phone_enc = '', phone_idx = ''";

@Injectable()
export class ForgetBindings implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
    private readonly texts: Texts,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: DAY, run: (fence) => this.forget(fence) });
    this.retentions.register('binding_requests', JOB);
  }

  private async forget(fence: Fence): Promise<void> {
    await this.inBatches(fence, (tx) => this.lapseSome(tx));
    const kept = await this.uow.read((tx) => this.retentions.all(tx, 'binding_requests'));
    for (const { communityId, days } of kept)
      await this.inBatches(fence, (tx) => this.forgetSome(tx, communityId, days));
  }

  private async inBatches(fence: Fence, some: (tx: EntityManager) => Promise<number>): Promise<void> {
    for (let done = BATCH; done === BATCH;)
      done = await this.uow.run(async (tx) => {
        await fence.hold(tx);
        return some(tx);
      });
  }

  private async forgetSome(tx: EntityManager, communityId: string, days: number): Promise<number> {
    const found = await rows<{ id: string; refused_ref: string | null }>(tx, DECIDED, [communityId, days]);
    for (const { id, refused_ref: reason } of found) {
      await change(tx, `UPDATE binding SET ${BLANK} WHERE id = ?`, [id]);
      if (reason !== null) await this.texts.erase(tx, reason);
    }
    return found.length;
  }

  private async lapseSome(tx: EntityManager): Promise<number> {
    const found = await rows<{ id: string; person_id: string | null }>(tx, ABANDONED);
    for (const { id, person_id: personId } of found) {
      await change(tx, `UPDATE binding SET state = 'lapsed', decided_at = NOW(3), ${BLANK} WHERE id = ?`, [id]);
      await this.outbox.publish(tx, 'binding.lapsed', { bindingId: id, personId });
    }
    return found.length;
  }
}
