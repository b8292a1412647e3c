/** After an upgrade whose rows say more of the same events: tickets are projected anew, oldest projection first. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { PROJECTION, project } from './projection';
import { historyOf } from './ticket-history';
import { findTicket, writeState } from './ticket.entity';

const BATCH = 100;

@Injectable()
export class ProjectAnew implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'project-tickets-anew', everyMs: 3_600_000, run: (fence) => this.run(fence) });
  }

  private async run(fence: Fence): Promise<void> {
    while (await this.uow.run((tx) => this.batch(tx, fence)));
  }

  private async batch(tx: EntityManager, fence: Fence): Promise<boolean> {
    await fence.hold(tx);
    const sql = `SELECT t.id FROM ticket t WHERE t.projected < ? ORDER BY t.projected, t.id LIMIT ${BATCH}`;
    const old = await rows<{ id: string }>(tx, sql, [PROJECTION]);
    for (const { id } of old) {
      await findTicket(tx, id, 'FOR UPDATE');
      await writeState(tx, id, project(await historyOf(tx, id)));
    }
    return old.length === BATCH;
  }
}
