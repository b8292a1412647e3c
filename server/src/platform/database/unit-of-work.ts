/** One transaction for one piece of work: retried as a whole, and done once for one Idempotency-Key. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { ClockShift } from '../clock/clock-shift';
import { Fault, fail } from '../http/fail';
import { committed } from './after-commit';
import { lookUpKey, keepKey, lockActor, type JsonIds, type OnceFor } from './idempotency';
import { isAway, isConflict } from './troubles';

const TRIES = 10;
const RECONNECT_FOR = 10_000;

/** The answer to a COMMIT was lost: the work may be done or not. */
class CommitUnknown extends Error {
  constructor(override readonly cause: unknown) {
    super('the answer to COMMIT was lost');
  }
}

/** Longer with every try, and by chance, so that those who collided do not collide again. */
const jitter = (attempt: number): number => Math.random() * Math.min(1000, 5 * 2 ** attempt);

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shift: ClockShift,
  ) {}

  /**
   * Runs `work` in one READ COMMITTED transaction, and again from its start after a deadlock, a lock time-out or a
   * lost connection; so `work` must do nothing outside the database. A COMMIT whose answer is lost is not repeated.
   */
  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.persist(() => this.transaction(work), false);
  }

  /** Reads at one moment of the (test-movable) clock. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.run(work);
  }

  /**
   * Runs `work` at most once for this actor and key, and answers the ids it returned, kept in the same transaction.
   * A repeat with the same operation and fingerprint answers the kept ids; another one is KEY_REUSED.
   * `again` runs at a repeat: where the reply shows what is guarded, it makes the checks and leaves the marks anew.
   * Locks the actor's row first, so two requests of one actor follow one another.
   */
  once<T extends JsonIds>(
    request: OnceFor,
    work: (tx: EntityManager) => Promise<T>,
    again?: (tx: EntityManager, kept: T) => Promise<unknown>,
  ): Promise<T> {
    const whole = async (tx: EntityManager): Promise<T> => {
      await lockActor(tx, request.actor);
      const kept = await lookUpKey<T>(tx, request);
      if (kept) {
        await again?.(tx, kept);
        return kept;
      }
      const ids = await work(tx);
      await keepKey(tx, request, ids);
      return ids;
    };
    return this.persist(() => this.transaction(whole), true);
  }

  private async persist<T>(attempt: () => Promise<T>, commitMayRepeat: boolean): Promise<T> {
    let awaySince: number | null = null;
    for (let conflicts = 0; ;) {
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof Fault) throw error;
        const cause = error instanceof CommitUnknown ? error.cause : error;
        if (isConflict(cause)) {
          if (++conflicts >= TRIES) return fail('PART_DOWN', { retryAfter: 1 }, error);
          await pause(jitter(conflicts));
        } else if (isAway(cause)) {
          awaySince ??= Date.now();
          const unknown = error instanceof CommitUnknown && !commitMayRepeat;
          if (unknown || Date.now() - awaySince > RECONNECT_FOR) return fail('PART_DOWN', { retryAfter: 5 }, error);
          await pause(100 + Math.random() * 200);
        } else throw error;
      }
    }
  }

  private async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      if (this.shift.ms !== 0) await runner.query('SET timestamp = UNIX_TIMESTAMP(NOW(6)) + ?', [this.shift.ms / 1000]);
      // READ COMMITTED is set on every connection when it is made.
      await runner.startTransaction();
      const result = await work(runner.manager);
      await this.commit(runner);
      committed(runner.manager);
      return result;
    } catch (error) {
      await this.undo(runner);
      throw error;
    } finally {
      await this.giveBack(runner);
    }
  }

  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      if (isAway(error)) throw new CommitUnknown(error);
      throw error;
    }
  }

  private async undo(runner: QueryRunner): Promise<void> {
    try {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
    } catch {
      // The connection is gone, and the transaction with it.
    }
  }

  private async giveBack(runner: QueryRunner): Promise<void> {
    try {
      if (this.shift.ms !== 0 && !runner.isReleased) await runner.query('SET timestamp = DEFAULT');
    } catch {
      // A connection that cannot be reset is broken; the pool drops it.
    }
    await runner.release();
  }
}
