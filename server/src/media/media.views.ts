/** The only way media leave the server: as addresses that last some minutes, for whoever the caller found may see them. */
import { Injectable } from '@nestjs/common';
import type { MediaView, UploadView } from '@sevengrid/shared/media/views';
import type { Part } from './ingest';
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
  constructor(private readonly links: MediaLinks) {}

  of({ id, kind, width, height, millis, now }: MediaRow): MediaView {
    const link = (part: Part): string => this.links.to(id, part, now.getTime());
    return {
      id,
      kind,
      url: link(kind === 'photo' ? 'full' : 'voice'),
      thumbUrl: kind === 'photo' ? link('thumb') : null,
      width,
      height,
      seconds: millis === null ? null : Math.max(1, Math.round(millis / 1000)),
    };
  }
}
