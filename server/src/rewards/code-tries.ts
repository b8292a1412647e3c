/** Counts codes that led nowhere, by log-in, so that nobody finds a redemption by trying; a neighbour's tries are none of theirs. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Retentions } from '../identity/retentions';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { fail } from '../platform/http/fail';
import { Scheduler } from '../platform/jobs/scheduler';

/** Per log-in and quarter of an hour: with eight digits and five minutes each, one in a million hits in a month. */
export const MOST_TRIES = 10;
const MINUTES = 15;
const HOUR = 3_600_000;
const JOB = 'forget-redemption-tries';
const KEPT_HOURS = 1;

@Injectable()
export class CodeTries implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({
      name: JOB,
      everyMs: 6 * HOUR,
      run: (fence) =>
        this.uow.run(async (tx) => {
          await fence.hold(tx);
          await change(tx, `DELETE FROM redemption_try WHERE at <= NOW(3) - INTERVAL ${KEPT_HOURS} HOUR`);
        }),
    });
    this.retentions.registerAlways({ what: 'redemption_tries', hours: KEPT_HOURS, job: JOB });
  }

  /** The actor's row is locked, so that tries at one time are counted one after the other. @throws TOO_OFTEN */
  async demandFew(tx: EntityManager, personId: string): Promise<void> {
    const tries = await one<{ n: number; seconds: number | null }>(
      tx,
      `SELECT COUNT(*) AS n, TIMESTAMPDIFF(SECOND, NOW(3), MIN(at) + INTERVAL ${MINUTES} MINUTE) + 1 AS seconds
       FROM redemption_try WHERE person_id = ? AND at > NOW(3) - INTERVAL ${MINUTES} MINUTE`,
      [personId],
    );
    if (Number(tries?.n) >= MOST_TRIES) fail('TOO_OFTEN', { retryAfter: Math.max(1, tries?.seconds ?? 1) });
  }

  async count(tx: EntityManager, personId: string): Promise<void> {
    await change(tx, 'INSERT INTO redemption_try (id, person_id, at) VALUES (?, ?, NOW(3))', [newId(), personId]);
  }
}
