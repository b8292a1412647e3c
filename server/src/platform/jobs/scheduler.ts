/** The one scheduler: runs what is due on whichever instance gets the job's lease. */
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit';
import { Log } from '../http/log';
import { LeaseLost, Leases, type Fence } from './leases';

export interface Job {
  name: string;
  /** Milliseconds from the end of one run to the start of the next. */
  everyMs: number;
  /** Each of its transactions calls `fence.hold(tx)` first. */
  run(fence: Fence): Promise<void>;
}

const BEAT = 1000;

@Injectable()
export class Scheduler implements BeforeApplicationShutdown {
  private readonly jobs = new Map<string, Job>();
  private readonly prepared = new Set<string>();
  private readonly running = new Map<string, Promise<boolean>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  register(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`two jobs are named ${job.name}`);
    this.jobs.set(job.name, job);
  }

  /** False in commands and tests, where jobs run only when they are asked for. */
  get started(): boolean {
    return this.timer !== undefined && !this.stopped;
  }

  /** Called by the server alone. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), BEAT);
  }

  /** Runs every job that is due and whose lease is free; answers the names of those that ran. */
  async tick(): Promise<string[]> {
    const names = [...this.jobs.keys()];
    const ran = await Promise.all(names.map((name) => this.attempt(name, false)));
    return names.filter((_, i) => ran[i]);
  }

  /** Runs one job now, due or not; false when another instance holds it. */
  runNow(name: string): Promise<boolean> {
    return this.attempt(name, true);
  }

  /** Begins as soon as `tx` is committed, instead of at the next beat. */
  nudge(tx: EntityManager, name: string): void {
    afterCommit(tx, () => {
      if (this.started) setImmediate(() => void this.runNow(name));
    });
  }

  /** Stops starting jobs and waits for those that run. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.all(this.running.values());
  }

  private async attempt(name: string, early: boolean): Promise<boolean> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`no job is named ${name}`);
    const before = this.running.get(name);
    if (before) {
      // The beat finds it running and leaves it; whoever asked for it by name wants a run that begins now.
      await before;
      return early ? this.attempt(name, early) : false;
    }
    if (this.stopped) return false;
    const run = this.hold(job, early).finally(() => this.running.delete(name));
    this.running.set(name, run);
    return run;
  }

  private async hold(job: Job, early: boolean): Promise<boolean> {
    let fence: Fence | null = null;
    try {
      if (!this.prepared.has(job.name)) await this.leases.prepare(job.name);
      this.prepared.add(job.name);
      fence = await this.leases.take(job.name, early);
      if (!fence) return false;
      let done = false;
      try {
        await job.run(fence);
        done = true;
      } finally {
        await this.leases.release(fence, job.everyMs, done);
      }
      return true;
    } catch (error) {
      if (!(error instanceof LeaseLost))
        this.log.error('job failed', error, { job: job.name, ...(fence && { traceId: fence.traceId }) });
      return false;
    }
  }
}
