/** Erases the reasons people gave on the audit log and for reveals, once the community need not keep them; the rows stay. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { Retentions } from './retentions';

const DAY = 86_400_000;
const BATCH = 200;
const JOB = 'forget-reasons';

/** A row hangs on a community or on a grid of one; what hangs above all communities is kept as long as the longest. */
const OLD_REASONS = `SELECT a.reason_ref AS ref FROM audit_log a JOIN texts x ON x.id = a.reason_ref
    LEFT JOIN scope s ON s.id = a.scope_id
  WHERE x.erased_at IS NULL AND a.at < NOW(3) - INTERVAL ? DAY
    AND (? IS NULL AND (s.id IS NULL OR s.kind NOT IN ('grid', 'community'))
      OR IF(s.kind = 'grid', s.parent_id, s.id) = ?) LIMIT ${BATCH}`;

const OLD_NOTES = `SELECT r.note_ref AS ref FROM reveal r JOIN texts x ON x.id = r.note_ref
  WHERE x.erased_at IS NULL AND r.at < NOW(3) - INTERVAL ? DAY LIMIT ${BATCH}`;

@Injectable()
export class ForgetReasons implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
    private readonly texts: Texts,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: DAY, run: (fence) => this.forget(fence) });
    this.retentions.register('audit_reasons', JOB);
  }

  private async forget(fence: Fence): Promise<void> {
    const kept = await this.uow.read((tx) => this.retentions.all(tx, 'audit_reasons'));
    const longest = Math.max(...kept.map(({ days }) => days), 0);
    for (const { communityId, days } of kept)
      await this.eraseAll(fence, (tx) => rows(tx, OLD_REASONS, [days, communityId, communityId]));
    if (longest === 0) return;
    await this.eraseAll(fence, (tx) => rows(tx, OLD_REASONS, [longest, null, null]));
    await this.eraseAll(fence, (tx) => rows(tx, OLD_NOTES, [longest]));
  }

  private async eraseAll(fence: Fence, find: (tx: EntityManager) => Promise<{ ref: string }[]>): Promise<void> {
    for (let erased = BATCH; erased === BATCH;) {
      erased = await this.uow.run(async (tx) => {
        await fence.hold(tx);
        const found = await find(tx);
        for (const { ref } of found) await this.texts.erase(tx, ref);
        return found.length;
      });
    }
  }
}
