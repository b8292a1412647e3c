/** Clears away uploads nobody finished, media nobody attached, and the files of what was erased. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retentions } from '../identity/retentions';
import { change, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { MediaFiles } from './media-files';
import { letGo } from './media.queries';
import { MediaStore } from './store/media-store';

const EVERY = 10 * 60_000;
const BATCH = 50;
const JOB = 'sweep-media';

/** A phone goes on with an upload within two days, and keeps a draft with its media for seven. */
const UPLOAD_DAYS = 2;
const LOOSE_DAYS = 8;
const FORSAKEN = `(state = 'open' AND started_at < NOW(3) - INTERVAL ${UPLOAD_DAYS} DAY)
  OR (state = 'refused' AND started_at < NOW(3) - INTERVAL ${UPLOAD_DAYS} DAY)
  OR (state = 'stored' AND subject_id IS NULL AND stored_at < NOW(3) - INTERVAL ${LOOSE_DAYS} DAY)`;

/**
 * First the row says `going`, so that nobody can attach it or be shown it; an hour later the files go, so that a backup
 * which had the row before finds them still; a day later the files again and the row. That day is for a server that was finishing the upload meanwhile and wrote a file late: while the
 * row is there, its files are found.
 */
@Injectable()
export class SweepMedia implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly store: MediaStore,
    private readonly files: MediaFiles,
    private readonly retentions: Retentions,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: EVERY, run: (fence) => this.sweep(fence) });
    this.retentions.registerAlways(
      { what: 'uploads', hours: UPLOAD_DAYS * 24, job: JOB },
      { what: 'loose_media', hours: LOOSE_DAYS * 24, job: JOB },
    );
  }

  private async sweep(fence: Fence): Promise<void> {
    await this.store.tidy();
    for (let found = BATCH; found === BATCH;) found = await this.letForsakenGo(fence);
    for (let found = BATCH; found === BATCH;) found = await this.wipe(fence);
    for (let found = BATCH; found === BATCH;) found = await this.forget(fence);
  }

  private letForsakenGo(fence: Fence): Promise<number> {
    return this.uow.run(async (tx) => {
      await fence.hold(tx);
      const sql = `SELECT id FROM media WHERE ${FORSAKEN} ORDER BY id LIMIT ${BATCH} FOR UPDATE`;
      const ids = (await rows<{ id: string }>(tx, sql)).map(({ id }) => id);
      await letGo(tx, ids);
      return ids.length;
    });
  }

  private wipe(fence: Fence): Promise<number> {
    return this.each(
      fence,
      "state = 'going' AND wiped_at IS NULL AND going_at < NOW(3) - INTERVAL 1 HOUR",
      'UPDATE media SET wiped_at = NOW(3) WHERE id IN (?)',
    );
  }

  private forget(fence: Fence): Promise<number> {
    const old = "state = 'going' AND wiped_at < NOW(3) - INTERVAL 1 DAY";
    return this.each(fence, old, "DELETE FROM media WHERE id IN (?) AND state = 'going'");
  }

  /** The files of the media that are `where`, then `statement` for their rows. */
  private async each(fence: Fence, where: string, statement: string): Promise<number> {
    const found = await this.uow.read((tx) =>
      rows<{ id: string }>(tx, `SELECT id FROM media WHERE ${where} ORDER BY id LIMIT ${BATCH}`),
    );
    const ids = found.map(({ id }) => id);
    for (const id of ids) await this.files.remove(id);
    if (ids.length > 0)
      await this.uow.run(async (tx) => {
        await fence.hold(tx);
        await change(tx, statement, [ids]);
      });
    return ids.length;
  }
}
