/** The only way media leave the server: as addresses that last some minutes, for whoever the caller found may see them. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MediaView, UploadView } from '@sevengrid/shared/media/views';
import { Clock } from '../platform/clock/clock';
import { MediaLinks } from './links';
import type { MediaRow } from './media.queries';

export const uploadView = ({ id, kind, state, size, received }: MediaRow): UploadView => ({
  id,
  kind,
  state: state === 'going' ? 'refused' : state,
  size,
  received,
});

@Injectable()
export class MediaViews {
  constructor(
    private readonly clock: Clock,
    private readonly links: MediaLinks,
  ) {}

  async of(tx: EntityManager, media: readonly MediaRow[]): Promise<MediaView[]> {
    if (media.length === 0) return [];
    const now = (await this.clock.now(tx)).getTime();
    return media.map(({ id, kind, width, height, millis }) => ({
      id,
      kind,
      url: this.links.to(id, kind === 'photo' ? 'full' : 'voice', now),
      thumbUrl: kind === 'photo' ? this.links.to(id, 'thumb', now) : null,
      width,
      height,
      seconds: millis === null ? null : Math.max(1, Math.round(millis / 1000)),
    }));
  }
}
