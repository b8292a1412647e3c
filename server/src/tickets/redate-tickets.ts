/** After a change of a calendar: the open tickets of the community are dated anew, batch by batch, and go on where a run broke off. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Fault } from '../platform/http/fail';
import { Log } from '../platform/http/log';
import { LeaseLost, type Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { CaseEngine } from './case-engine';

const BATCH = 50;

interface Behind {
  community_id: string;
  revision: number;
  redate_after: string | null;
}

@Injectable()
export class RedateTickets implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly engine: CaseEngine,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'redate-tickets', everyMs: 20_000, run: (fence) => this.run(fence) });
  }

  private async run(fence: Fence): Promise<void> {
    while (await this.batch(fence));
  }

  /** One batch of one community; false when none is behind. */
  private async batch(fence: Fence): Promise<boolean> {
    // The row is not locked, or whoever changes the calendar meanwhile would wait for tickets; a newer revision begins again.
    const behind = await this.uow.read((tx) =>
      one<Behind>(
        tx,
        'SELECT community_id, revision, redate_after FROM work_calendar WHERE redated < revision ORDER BY community_id LIMIT 1',
      ),
    );
    if (!behind) return false;
    const { community_id: communityId, revision, redate_after: after } = behind;
    const found = await this.uow.read((tx) =>
      rows<{ id: string }>(
        tx,
        `SELECT t.id FROM ticket t WHERE t.community_id = ? AND t.phase <> 'closed' AND t.id > ? ORDER BY t.id LIMIT ${BATCH}`,
        [communityId, after ?? ''],
      ),
    );
    for (const { id } of found) await this.redateOne(fence, id);
    const more = found.length === BATCH;
    await this.uow.run(async (tx) => {
      await fence.hold(tx);
      await change(
        tx,
        'UPDATE work_calendar SET redate_after = ?, redated = IF(?, redated, ?) WHERE community_id = ? AND revision = ?',
        [more ? (found.at(-1)?.id ?? null) : null, more, revision, communityId, revision],
      );
    });
    return true;
  }

  /** One that cannot be dated is told in the log, and holds up no other. While the database is away, all wait. */
  private async redateOne(fence: Fence, id: string): Promise<void> {
    try {
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        await this.engine.redate(tx, id);
      });
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof Fault) throw error;
      this.log.error('a ticket was not dated anew', error, { ticketId: id });
    }
  }
}
