/** News between domains: written in the transaction that makes it, heard once by each who registered, a moment later. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit';
import { newId } from '../database/new-id';
import { change, json, rows } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { Log } from '../http/log';
import type { EventMap, EventType } from './events';
import { LeaseLost, type Fence } from './leases';
import { Scheduler } from './scheduler';

type Hear<T extends EventType> = (tx: EntityManager, payload: EventMap[T], eventId: string) => Promise<void>;

interface Waiting {
  id: string;
  type: EventType;
  payload: string | object;
  tries: number;
}

// When an event is tried is a matter of processes: by SYSDATE, which no test moves.
const JOB = 'outbox';
const BATCH = 50;

@Injectable()
export class Outbox implements OnModuleInit {
  private readonly ears = new Map<string, Map<string, Hear<never>>>();
  private nudged = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: 1000, run: (fence) => this.drain(fence) });
  }

  /** Part of `tx`: no commit, no news. */
  async publish<T extends EventType>(tx: EntityManager, type: T, payload: EventMap[T]): Promise<void> {
    await change(tx, 'INSERT INTO outbox (id, type, payload, at, next_at) VALUES (?, ?, ?, NOW(3), SYSDATE(3))', [
      newId(),
      type,
      JSON.stringify(payload),
    ]);
    afterCommit(tx, () => this.nudge());
  }

  /** `hear` runs in one transaction with the mark that the event is done, so its effect happens once; `rule` names it. */
  on<T extends EventType>(type: T, rule: string, hear: Hear<T>): void {
    const ears = this.ears.get(type) ?? new Map<string, Hear<never>>();
    if (ears.has(rule)) throw new Error(`two rules are named ${rule}`);
    this.ears.set(type, ears.set(rule, hear));
  }

  /** Handles what waits until nothing is due; for tests and commands. */
  async settle(): Promise<void> {
    await this.scheduler.runNow(JOB);
  }

  /** One run that is still to begin hears what was committed before it, however many commits asked for it. */
  private nudge(): void {
    if (!this.scheduler.started || this.nudged) return;
    this.nudged = true;
    setImmediate(() => void this.scheduler.runNow(JOB).finally(() => (this.nudged = false)));
  }

  private async drain(fence: Fence): Promise<void> {
    this.nudged = false;
    for (let found = BATCH; found === BATCH;) {
      const waiting = await this.work.run((tx) =>
        rows<Waiting>(
          tx,
          `SELECT id, type, payload, tries FROM outbox WHERE next_at <= SYSDATE(3) ORDER BY next_at, id LIMIT ${BATCH}`,
        ),
      );
      found = waiting.length;
      for (const event of waiting) await this.handle(fence, event);
    }
  }

  private async handle(fence: Fence, event: Waiting): Promise<void> {
    try {
      await this.work.run(async (tx) => {
        await fence.hold(tx);
        const mine = await change(
          tx,
          'UPDATE outbox SET done_at = NOW(3), next_at = NULL WHERE id = ? AND done_at IS NULL',
          [event.id],
        );
        if (mine === 0) return;
        const payload = json(event.payload);
        for (const hear of this.ears.get(event.type)?.values() ?? []) await hear(tx, payload as never, event.id);
      });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      await this.putOff(fence, event, error);
    }
  }

  /** Doubles the wait from 2 s to an hour, so that a failing event stands in nobody's way. */
  private async putOff(fence: Fence, event: Waiting, error: unknown): Promise<void> {
    const { traceId } = fence;
    const told = { traceId, eventType: event.type, eventId: event.id, tries: event.tries + 1 };
    this.log.error('event failed', error, told);
    const wait = Math.min(3600, 2 ** (event.tries + 1));
    await this.work.run(async (tx) => {
      await fence.hold(tx);
      await change(
        tx,
        'UPDATE outbox SET tries = tries + 1, error = ?, next_at = SYSDATE(3) + INTERVAL ? SECOND WHERE id = ?',
        [error instanceof Error ? error.name : 'Error', wait, event.id],
      );
    });
  }
}
