/** Uploads that survive a lost line and a restart: begun with a digest, appended in order, finished once. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import type { StartUpload } from '@sevengrid/shared/media/requests';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_BYTES } from '@sevengrid/shared/media/terms';
import type { DiscardedView, MediaView, UploadView } from '@sevengrid/shared/media/views';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint, sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Finishing } from './finishing';
import { appendPart, findMedia, letGo, type MediaRow } from './media.queries';
import { MediaViews, uploadView } from './media.views';
import { UploadLimits } from './upload-limits';

@Injectable()
export class UploadsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly limits: UploadLimits,
    private readonly finishing: Finishing,
    private readonly views: MediaViews,
  ) {}

  async start(actor: Actor, key: string, body: StartUpload): Promise<UploadView> {
    if (body.size > MOST_BYTES[body.kind]) fail(body.kind === 'photo' ? 'MEDIA_TOO_LARGE' : 'VOICE_TOO_LONG');
    const request = { actor, key, operation: mediaRoutes.start.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      await this.limits.keepTo(tx, actor);
      return this.begin(tx, actor, body);
    });
    return this.look(actor, id);
  }

  look(actor: Actor, id: string): Promise<UploadView> {
    return this.uow.read(async (tx) => uploadView(await this.own(tx, actor, id)));
  }

  /** @throws UPLOAD_OFFSET_OTHER with `received`, where to go on, when these bytes are not the next */
  async send(
    actor: Actor,
    key: string,
    { params, query }: InputOf<typeof mediaRoutes.send>,
    bytes: Buffer,
  ): Promise<UploadView> {
    const { id } = params;
    const fingerprint = inputFingerprint({ id, offset: query.offset, sha256: sha256(bytes) });
    const sealed = this.cipher.sealBytes(bytes);
    await this.uow.once({ actor, key, operation: mediaRoutes.send.name, fingerprint }, async (tx) => {
      const { state, size, received } = await this.own(tx, actor, id, 'FOR UPDATE');
      if (state !== 'open') return fail('UPLOAD_OVER');
      const end = query.offset + bytes.length;
      if (query.offset !== received || end > size) return fail('UPLOAD_OFFSET_OTHER', { facts: { received, size } });
      await appendPart(tx, id, received, sealed);
      await change(tx, 'UPDATE media SET received = ? WHERE id = ?', [end, id]);
      return { id };
    });
    return this.look(actor, id);
  }

  async finish(actor: Actor, key: string, id: string): Promise<MediaView> {
    const row = await this.uow.read((tx) => this.own(tx, actor, id));
    const made = await this.finishing.make(row);
    const request = { actor, key, operation: mediaRoutes.finish.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const now = await this.own(tx, actor, id, 'FOR UPDATE');
      if (now.state === 'open' && made) await this.finishing.keep(tx, id, made);
      return { id };
    });
    return this.uow.read(async (tx) => {
      const stored = await this.own(tx, actor, id);
      return stored.state === 'stored' ? this.views.of(stored) : fail('NOT_FOUND');
    });
  }

  async discard(actor: Actor, key: string, id: string): Promise<DiscardedView> {
    const request = { actor, key, operation: mediaRoutes.discard.name, fingerprint: inputFingerprint({ id }) };
    return this.uow.once(request, async (tx) => {
      const { subject_id: attached } = await this.own(tx, actor, id, 'FOR UPDATE');
      if (attached !== null) return fail('UPLOAD_OVER');
      await letGo(tx, [id]);
      return { id };
    });
  }

  private async begin(
    tx: EntityManager,
    actor: Actor,
    { kind, size, sha256: digest }: StartUpload,
  ): Promise<{ id: string }> {
    const id = newId();
    await change(
      tx,
      `INSERT INTO media (id, kind, state, owner_id, card_id, size, sha256, received, started_at)
       VALUES (?, ?, 'open', ?, ?, ?, ?, 0, NOW(3))`,
      [id, kind, actor.id, actor.cardId ?? null, size, digest],
    );
    return { id };
  }

  /** Somebody else's, and what is gone, like one that never was. */
  private async own(tx: EntityManager, actor: Actor, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<MediaRow> {
    const row = await findMedia(tx, id, lock);
    return row && row.owner_id === actor.id && row.state !== 'going' ? row : fail('NOT_FOUND');
  }
}
