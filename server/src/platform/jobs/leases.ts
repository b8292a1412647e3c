/** Who of several instances runs a job now: a row with a fencing number, whose value changes whenever it is taken. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id';
import { change, one, rows } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';

/** The lease went to another instance; whatever the transaction did is rolled back. */
export class LeaseLost extends Error {}

export class Fence {
  /** Of this run of the job, for the log and the audit log. */
  readonly traceId = newId();

  constructor(
    readonly name: string,
    readonly number: number,
  ) {}

  /** Makes the transaction fail, here or at its COMMIT, when another instance has taken the lease. */
  async hold(tx: EntityManager): Promise<void> {
    const held = await change(tx, 'UPDATE lease SET beat = beat + 1 WHERE name = ? AND fence = ?', [
      this.name,
      this.number,
    ]);
    if (held === 0) throw new LeaseLost(this.name);
  }
}

/**
 * Longer than any job's transaction; a holder that dies is replaced after it. It is a matter of processes, so it is
 * counted by SYSDATE, which no test moves.
 */
const HELD_SECONDS = 30;

@Injectable()
export class Leases {
  readonly holder = newId();

  constructor(private readonly work: UnitOfWork) {}

  /** Makes the row of a job known, due at once. */
  async prepare(name: string): Promise<void> {
    await this.work.run((tx) =>
      change(
        tx,
        `INSERT IGNORE INTO lease (name, holder, fence, beat, until, due_at)
         VALUES (?, ?, 0, 0, '1970-01-02', '1970-01-02')`,
        [name, this.holder],
      ),
    );
  }

  /** The fence when the lease was free and the job due, null otherwise; `early` does not wait until it is due. */
  take(name: string, early = false): Promise<Fence | null> {
    return this.work.run(async (tx) => {
      const taken = await change(
        tx,
        `UPDATE lease SET holder = ?, fence = fence + 1, until = SYSDATE(3) + INTERVAL ${HELD_SECONDS} SECOND
         WHERE name = ? AND until <= SYSDATE(3) AND (? OR due_at <= NOW(3))`,
        [this.holder, name, early],
      );
      if (taken === 0) return null;
      const row = await one<{ fence: number }>(tx, 'SELECT fence FROM lease WHERE name = ?', [name]);
      return row && new Fence(name, Number(row.fence));
    });
  }

  /** When each of these jobs last went through to its end; those that never did are left out. */
  async ranAt(tx: EntityManager, names: readonly string[]): Promise<Map<string, Date>> {
    const sql = 'SELECT name, ran_at FROM lease WHERE name IN (?) AND ran_at IS NOT NULL';
    const found = await rows<{ name: string; ran_at: Date }>(tx, sql, [[...names]]);
    return new Map(found.map((row) => [row.name, row.ran_at]));
  }

  /** Gives the lease back; the job is due again in `everyMs`. `done` where it went through to its end. */
  async release(fence: Fence, everyMs: number, done = false): Promise<void> {
    await this.work.run((tx) =>
      change(
        tx,
        `UPDATE lease SET beat = beat + 1, until = SYSDATE(3), due_at = NOW(3) + INTERVAL ? MICROSECOND,
           ran_at = IF(?, NOW(3), ran_at)
         WHERE name = ? AND fence = ?`,
        [everyMs * 1000, done, fence.name, fence.number],
      ),
    );
  }
}
