/** From the parts of an upload to files in the store: what is written first, and what is left when it goes wrong. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { sha256 } from '../platform/database/fingerprint';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Fault, fail } from '../platform/http/fail';
import { ingest, type Ingested } from './ingest';
import { MediaFiles } from './media-files';
import { dropParts, partsOf, type MediaRow } from './media.queries';
import { OneAtATime } from './one-at-a-time';

/**
 * The row was there before the files, and is there until they are gone. So whatever is killed at whatever moment,
 * every file has a row, and a row says `stored` only once its files are on the disk:
 *
 *   row `open` → files written and synced → row `stored`, parts dropped (one transaction)
 *
 * Killed in between, the upload is still open: finishing again writes the same files over the same names, and what is
 * never finished is swept by its row. Two who finish at once write the same; the row is theirs together.
 */
@Injectable()
export class Finishing {
  private readonly turn = new OneAtATime();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly files: MediaFiles,
  ) {}

  /** Files in the store, or null where they are there already. @throws why the upload was refused, also the second time */
  async make(row: MediaRow): Promise<Ingested | null> {
    if (row.state === 'refused') return fail(row.fault ?? 'MEDIA_DAMAGED');
    if (row.state !== 'open') return null;
    if (row.received < row.size)
      return fail('UPLOAD_UNFINISHED', { facts: { received: row.received, size: row.size } });
    return this.turn.run(() => this.store(row));
  }

  /** The other half, in the caller's transaction. The digest of what was sent is no longer anybody's business. */
  async keep(tx: EntityManager, id: string, { width, height, millis }: Ingested): Promise<void> {
    await change(
      tx,
      `UPDATE media SET state = 'stored', sha256 = NULL, width = ?, height = ?, millis = ?, stored_at = NOW(3)
       WHERE id = ? AND state = 'open'`,
      [width, height, millis, id],
    );
    await dropParts(tx, [id]);
  }

  private async store(row: MediaRow): Promise<Ingested | null> {
    const parts = await this.uow.read((tx) => partsOf(tx, row.id));
    const bytes = Buffer.concat(parts.map((part) => this.cipher.openBytes(part.bytes_enc)));
    // Somebody who finished at the same time was first.
    if (parts.length === 0) return null;
    if (sha256(bytes) !== row.sha256) return this.beginAgain(row.id);
    let made: Ingested;
    try {
      made = await ingest(row.kind, bytes);
    } catch (error) {
      if (error instanceof Fault) await this.refuse(row.id, error);
      throw error;
    }
    await this.files.keep(row.id, made.files);
    return made;
  }

  /** Something was lost on the way: the same upload may be sent anew. */
  private async beginAgain(id: string): Promise<never> {
    await this.uow.run(async (tx) => {
      await change(tx, "UPDATE media SET received = 0 WHERE id = ? AND state = 'open'", [id]);
      await dropParts(tx, [id]);
    });
    return fail('UPLOAD_DIGEST_OTHER');
  }

  /** The reason stays for whoever did not hear it; what was sent does not. */
  private async refuse(id: string, { code }: Fault): Promise<void> {
    await this.uow.run(async (tx) => {
      await change(tx, "UPDATE media SET state = 'refused', fault = ?, sha256 = NULL WHERE id = ? AND state = 'open'", [
        code,
        id,
      ]);
      await dropParts(tx, [id]);
    });
  }
}
