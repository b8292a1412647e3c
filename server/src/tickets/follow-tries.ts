/** Counts wrong follow-codes: few by one asker, and a high ceiling over all, so that no stranger locks a guest out. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Retentions } from '../identity/retentions';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Scheduler } from '../platform/jobs/scheduler';

/** Per number, asker and hour; a person mistypes a few times. */
const BY_ONE = 10;
/** Per number and hour over all askers: against a code of 50 bits this is nothing. */
const BY_ALL = 100;
const HOUR = 3_600_000;
const JOB = 'forget-follow-tries';
const KEPT_HOURS = 1;

@Injectable()
export class FollowTries implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
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
          await change(tx, `DELETE FROM ticket_follow_try WHERE at <= NOW(3) - INTERVAL ${KEPT_HOURS} HOUR`);
        }),
    });
    this.retentions.registerAlways({ what: 'follow_tries', hours: KEPT_HOURS, job: JOB });
  }

  /** @param asker a network address or a person's id; kept as a keyed hash, for an hour */
  async areTooMany(tx: EntityManager, number: string, asker: string): Promise<boolean> {
    const tries = await one<{ n: number; own: number }>(
      tx,
      `SELECT COUNT(*) AS n, COALESCE(SUM(asker = ?), 0) AS own FROM ticket_follow_try
       WHERE number = ? AND at > NOW(3) - INTERVAL 1 HOUR`,
      [this.known(asker), number],
    );
    return Number(tries?.own) >= BY_ONE || Number(tries?.n) >= BY_ALL;
  }

  async count(tx: EntityManager, number: string, asker: string): Promise<void> {
    const tried = [newId(), number, this.known(asker)];
    await change(tx, 'INSERT INTO ticket_follow_try (id, number, asker, at) VALUES (?, ?, ?, NOW(3))', tried);
  }

  private known(asker: string): string {
    return this.cipher.blindIndex('follow-asker', asker);
  }
}
