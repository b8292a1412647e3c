/** Rows of media: an upload under way, what became of it, and what it hangs on. */
import type { EntityManager } from 'typeorm';
import type { FaultCode } from '@sevengrid/shared/faults';
import type { MediaKind } from '@sevengrid/shared/media/terms';
import { change, one, rows } from '../platform/database/sql';

/** `going` is told nobody any more; its files and then its row follow, see {@link SweepMedia}. */
export type MediaState = 'open' | 'stored' | 'refused' | 'going';

/** What media can hang on; domains to the right name themselves. */
export interface Subject {
  kind: 'ticket';
  id: string;
}

export interface MediaRow {
  id: string;
  kind: MediaKind;
  state: MediaState;
  owner_id: string;
  size: number;
  sha256: string | null;
  received: number;
  fault: FaultCode | null;
  width: number | null;
  height: number | null;
  millis: number | null;
  subject_kind: Subject['kind'] | null;
  subject_id: string | null;
  /** The database's clock when it was read, from which links to it last. */
  now: Date;
}

const COLUMNS =
  'id, kind, state, owner_id, size, sha256, received, fault, width, height, millis, subject_kind, subject_id, NOW(3) AS now';

export const findMedia = (tx: EntityManager, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<MediaRow | null> =>
  one<MediaRow>(tx, `SELECT ${COLUMNS} FROM media WHERE id = ? ${lock}`, [id]);

/** Locked in the order of their ids, so that two who want some of the same never wait for each other. */
export const lockMedia = (tx: EntityManager, ids: readonly string[]): Promise<MediaRow[]> =>
  rows<MediaRow>(tx, `SELECT ${COLUMNS} FROM media WHERE id IN (?) ORDER BY id FOR UPDATE`, [ids]);

/** Those of `ids` that are there to be seen. */
export const storedMedia = (tx: EntityManager, ids: readonly string[]): Promise<MediaRow[]> =>
  rows<MediaRow>(tx, `SELECT ${COLUMNS} FROM media WHERE id IN (?) AND state = 'stored'`, [ids]);

export async function appendPart(tx: EntityManager, id: string, from: number, sealed: Buffer): Promise<void> {
  await change(tx, 'INSERT INTO media_part (media_id, begins_at, bytes_enc) VALUES (?, ?, ?)', [id, from, sealed]);
}

/** The sealed parts of an upload, from its beginning. */
export const partsOf = (tx: EntityManager, id: string): Promise<{ bytes_enc: Buffer }[]> =>
  rows(tx, 'SELECT bytes_enc FROM media_part WHERE media_id = ? ORDER BY begins_at', [id]);

export async function dropParts(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await change(tx, 'DELETE FROM media_part WHERE media_id IN (?)', [ids]);
}

/** From here on nobody is shown it, and the sweeper takes its files. What it came as is forgotten at once. */
export async function letGo(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await dropParts(tx, ids);
  await change(tx, "UPDATE media SET state = 'going', going_at = NOW(3) WHERE id IN (?) AND state <> 'going'", [ids]);
}
