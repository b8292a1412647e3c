/** Media as other domains use them: hung on something of theirs, shown with it, gone with it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MediaView } from '@sevengrid/shared/media/views';
import { change, rows } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { letGo, lockMedia, storedMedia, type MediaRow, type Subject } from './media.queries';
import { MediaViews } from './media.views';

/** What a caller gives along with words. */
export interface Given {
  photoIds?: readonly string[];
  voiceId?: string;
}

/** Only what was given, to be kept among the facts of an event. */
export const mediaIn = ({ photoIds, voiceId }: Given): Given => ({
  ...(photoIds ? { photoIds } : {}),
  ...(voiceId ? { voiceId } : {}),
});

export const givenIds = ({ photoIds = [], voiceId }: Given): string[] => [...photoIds, ...(voiceId ? [voiceId] : [])];

@Injectable()
export class Attachments {
  constructor(private readonly views: MediaViews) {}

  /**
   * Hangs what the actor uploaded on `subject`; what hangs there already may be given again, where it is to be sent on.
   * @throws MEDIA_NOT_YOURS for what is somebody else's, of another kind, used elsewhere, or gone
   */
  async attach(
    tx: EntityManager,
    actor: Pick<Actor, 'id'>,
    given: Given,
    subject: Subject,
    again = false,
  ): Promise<void> {
    const ids = givenIds(given);
    if (ids.length === 0) return;
    const found = new Map((await lockMedia(tx, ids)).map((row) => [row.id, row]));
    const isFree = (row: MediaRow): boolean => row.subject_id === null && row.owner_id === actor.id;
    const isThere = (row: MediaRow): boolean => again && row.subject_id === subject.id;
    const fits = (id: string, kind: MediaRow['kind']): boolean => {
      const row = found.get(id);
      return row?.state === 'stored' && row.kind === kind && (isFree(row) || isThere(row));
    };
    const all = (given.photoIds ?? []).every((id) => fits(id, 'photo'));
    if (!all || (given.voiceId !== undefined && !fits(given.voiceId, 'voice'))) fail('MEDIA_NOT_YOURS');
    await change(
      tx,
      `UPDATE media SET subject_kind = ?, subject_id = ?, attached_at = NOW(3)
       WHERE id IN (?) AND subject_id IS NULL`,
      [subject.kind, subject.id, ids],
    );
  }

  /** What is still there of `ids`; who may see which is the caller's to know. */
  async byId(tx: EntityManager, ids: readonly string[]): Promise<Map<string, MediaView>> {
    if (ids.length === 0) return new Map();
    const found = await storedMedia(tx, ids);
    return new Map(found.map((row) => [row.id, this.views.of(row)]));
  }

  /** All that hangs on `subject` goes with its words. */
  async eraseAllOf(tx: EntityManager, { kind, id }: Subject): Promise<void> {
    const sql = 'SELECT id FROM media WHERE subject_kind = ? AND subject_id = ? ORDER BY id FOR UPDATE';
    const hanging = await rows<{ id: string }>(tx, sql, [kind, id]);
    await letGo(
      tx,
      hanging.map((row) => row.id),
    );
  }
}
