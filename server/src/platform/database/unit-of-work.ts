/** One transaction for one piece of work: retried as a whole, and done once for one Idempotency-Key. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolConnection } from 'mysql2';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { ClockShift } from '../clock/clock-shift';
import { Fault, fail } from '../http/fail';
import { committed } from './after-commit';
import { lookUpKey, keepKey, lockActor, type JsonIds, type OnceFor } from './idempotency';
import { close, open, send } from './statement';
import { isAway, isConflict } from './troubles';

const TRIES = 10;
const RECONNECT_FOR = 10_000;

/** READ COMMITTED is set on every connection when it is made. */
const USUAL = ['START TRANSACTION'];
/** Of the next transaction only. */
const SNAPSHOT = ['SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', 'START TRANSACTION WITH CONSISTENT SNAPSHOT'];

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

  /**
   * Runs `work`, again after a lost connection, with each of its statements for itself: under READ COMMITTED a transaction
   * would show them nothing more, and costs two round trips. So `work` reads, or makes one change that stands alone.
   */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.persist(() => this.onConnection(work), false);
  }

  /**
   * Runs `work` in one snapshot: all its statements see the database as it was when the first began, and lock nothing,
   * however long it takes. For audits; what it writes beside is its own.
   */
  snapshot<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.persist(() => this.transaction(work, SNAPSHOT), false);
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

  private transaction<T>(work: (tx: EntityManager) => Promise<T>, begin: readonly string[] = USUAL): Promise<T> {
    return this.onConnection(async (tx, connection) => {
      for (const statement of begin) await send(tx, statement);
      const result = await this.orUndo(tx, connection, async () => {
        const made = await work(tx);
        await this.commit(tx);
        return made;
      });
      committed(tx);
      return result;
    });
  }

  private async onConnection<T>(work: (tx: EntityManager, connection: PoolConnection) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = runner.manager;
    try {
      const connection = (await runner.connect()) as PoolConnection;
      open(tx, connection);
      if (this.shift.ms !== 0) await send(tx, 'SET timestamp = UNIX_TIMESTAMP(NOW(6)) + ?', [this.shift.ms / 1000]);
      return await work(tx, connection);
    } finally {
      await this.giveBack(runner);
    }
  }

  private async commit(tx: EntityManager): Promise<void> {
    try {
      await send(tx, 'COMMIT');
    } catch (error) {
      if (isAway(error)) throw new CommitUnknown(error);
      throw error;
    }
  }

  private async orUndo<T>(tx: EntityManager, connection: PoolConnection, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // Where even that fails the connection is gone, and the transaction with it; nobody may get it from the pool again.
      await send(tx, 'ROLLBACK').catch(() => connection.destroy());
      throw error;
    }
  }

  private async giveBack(runner: QueryRunner): Promise<void> {
    try {
      if (this.shift.ms !== 0) await send(runner.manager, 'SET timestamp = DEFAULT');
    } catch {
      // A connection that cannot be reset is broken; the pool drops it.
    }
    close(runner.manager);
    await runner.release();
  }
}
