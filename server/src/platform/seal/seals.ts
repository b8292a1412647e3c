/** Hashes append-only rows into one chain per source, apart from their writers, so that tampering shows. */
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { sha256 } from '../database/fingerprint';
import { change, one, rows } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Fence } from '../jobs/leases';
import { Scheduler } from '../jobs/scheduler';

export type SealedRow = Readonly<Record<string, unknown>> & { readonly id: string };

export interface SealSource {
  /** Names the chain. */
  name: string;
  /** An append-only table with a column `id` (ULID). */
  table: string;
  /** The row as one text, the same for ever. */
  canonical(row: SealedRow): string;
}

export interface SealLink {
  n: number;
  row_id: string;
  hash: string;
  prev: string;
}

export const FIRST_PREV = '0'.repeat(64);
const JOB = 'seal';
const BATCH = 500;
const HOUR = 3_600_000;
const SLACK = 600_000;

export const sealHash = (source: string, n: number, prev: string, rowId: string, canonical: string): string =>
  sha256([prev, source, String(n), rowId, canonical].join('\n'));

@Injectable()
export class Seals implements OnModuleInit, OnModuleDestroy {
  private readonly known = new Map<string, SealSource>();
  /** When all rows of every source, old ones included, were last looked through. */
  private lookedThrough = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly scheduler: Scheduler,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: 20_000, run: (fence) => this.sealAll(fence) });
  }

  /** A server that ends seals what is new, so that an audit of its database does not find it waiting. */
  async onModuleDestroy(): Promise<void> {
    if (this.scheduler.started) await this.scheduler.runNow(JOB);
  }

  register(source: SealSource): void {
    if (this.known.has(source.name)) throw new Error(`two chains are named ${source.name}`);
    this.known.set(source.name, source);
  }

  sources(): SealSource[] {
    return [...this.known.values()];
  }

  /** Seals everything now; for tests and commands. */
  async settle(): Promise<void> {
    this.lookedThrough = 0;
    await this.scheduler.runNow(JOB);
  }

  private async sealAll(fence: Fence): Promise<void> {
    const now = Date.now();
    const all = now - this.lookedThrough > HOUR;
    // Between two looks at everything only ids of the last minutes are searched: transactions are short.
    const from = all ? '' : ulid(now - SLACK, []);
    for (const source of this.known.values()) {
      // What commits behind the batches of this look is found by the next one.
      for (let next: string | null = from; next !== null;) next = await this.sealSome(fence, source, next);
    }
    if (all) this.lookedThrough = now;
  }

  /** Seals a batch from the id `from` on; answers where the next one begins, null after the last. */
  private sealSome(fence: Fence, source: SealSource, from: string): Promise<string | null> {
    return this.work.run(async (tx) => {
      await fence.hold(tx);
      // Rows commit in another order than their ids, so what is unsealed is looked for, never counted from an id on.
      const open = await rows<SealedRow>(
        tx,
        `SELECT t.* FROM ${source.table} t WHERE t.id >= ? AND NOT EXISTS
           (SELECT 1 FROM seal s WHERE s.source = ? AND s.row_id = t.id) ORDER BY t.id LIMIT ${BATCH}`,
        [from, source.name],
      );
      await this.link(tx, source, open);
      return open.length === BATCH ? (open.at(-1)?.id ?? null) : null;
    });
  }

  private async link(tx: EntityManager, source: SealSource, open: readonly SealedRow[]): Promise<void> {
    if (open.length === 0) return;
    const last = await one<SealLink>(tx, 'SELECT n, hash FROM seal WHERE source = ? ORDER BY n DESC LIMIT 1', [
      source.name,
    ]);
    let [n, prev] = [Number(last?.n ?? 0), last?.hash ?? FIRST_PREV];
    const links: string[] = [];
    const params: (string | number)[] = [];
    for (const row of open) {
      const hash = sealHash(source.name, ++n, prev, row.id, source.canonical(row));
      links.push('(?, ?, ?, ?, ?, NOW(3))');
      params.push(source.name, n, row.id, hash, prev);
      prev = hash;
    }
    await change(tx, `INSERT INTO seal (source, n, row_id, hash, prev, at) VALUES ${links.join(', ')}`, params);
  }
}
