/** How long each community keeps personal words: rows with versions, and the usual where a community has chosen nothing. */
import { Injectable } from '@nestjs/common';
import { KEPT_DAYS, type Forgotten, type Retained } from '@sevengrid/shared/identity/retention';
import type { EntityManager } from 'typeorm';
import { change, one, rows } from '../platform/database/sql';

/** Who forgets what after how long: whoever does it says so, in the very number it works by. */
export interface Forgetting {
  what: Forgotten;
  hours: number;
  /** Of the scheduler. */
  job: string;
}

@Injectable()
export class Retentions {
  private readonly always = new Map<Forgotten, Forgetting>();
  private readonly jobs = new Map<Retained, string>();

  /** The same everywhere. */
  registerAlways(...all: readonly Forgetting[]): void {
    for (const one of all) this.always.set(one.what, one);
  }

  /** As long as the community chooses. */
  register(what: Retained, job: string): void {
    this.jobs.set(what, job);
  }

  forgetting(what: Forgotten): Forgetting {
    const found = this.always.get(what);
    if (!found) throw new Error(`nobody forgets ${what}`);
    return found;
  }

  jobOf(what: Retained): string {
    return this.jobs.get(what) ?? '';
  }

  /** Days, of one community. */
  async daysOf(tx: EntityManager, communityId: string, what: Retained): Promise<number> {
    const row = await one<{ days: number }>(
      tx,
      'SELECT days FROM retention_policy WHERE community_id = ? AND what = ? ORDER BY version DESC LIMIT 1',
      [communityId, what],
    );
    return row?.days ?? KEPT_DAYS[what].usual;
  }

  /** Of every community there is. */
  async all(tx: EntityManager, what: Retained): Promise<{ communityId: string; days: number }[]> {
    const found = await rows<{ id: string }>(tx, "SELECT id FROM scope WHERE kind = 'community' ORDER BY id");
    const kept: { communityId: string; days: number }[] = [];
    for (const { id } of found) kept.push({ communityId: id, days: await this.daysOf(tx, id, what) });
    return kept;
  }

  /** Two who write at once cannot both write the same version. */
  async write(tx: EntityManager, communityId: string, what: Retained, days: number, by: string): Promise<void> {
    await change(
      tx,
      `INSERT INTO retention_policy (community_id, what, version, days, written_by, written_at)
       SELECT ?, ?, COALESCE(MAX(version), 0) + 1, ?, ?, NOW(3) FROM retention_policy WHERE community_id = ? AND what = ?`,
      [communityId, what, days, by, communityId, what],
    );
  }
}
