/** A medium for whoever brings a link to it: the link was given to somebody who may see it, and says all there is to say. */
import { Injectable, type StreamableFile } from '@nestjs/common';
import type { LinkQuery, PhotoQuery } from '@sevengrid/shared/media/requests';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { answerFile } from '../platform/http/answer-file';
import { fail } from '../platform/http/fail';
import type { Part } from './ingest';
import { MediaLinks } from './links';
import { MediaFiles } from './media-files';
import { findMedia } from './media.queries';

@Injectable()
export class LinkedMedia {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly links: MediaLinks,
    private readonly files: MediaFiles,
  ) {}

  async photo(id: string, { variant, ...link }: PhotoQuery): Promise<StreamableFile> {
    const content = await this.read(id, variant, link);
    return answerFile(mediaRoutes.photo, { type: 'image/jpeg', name: `${id}.jpg`, content });
  }

  /** As bytes of no stated kind: a browser that is led to the address saves them and plays nothing. */
  async voice(id: string, link: LinkQuery): Promise<StreamableFile> {
    const content = await this.read(id, 'voice', link);
    return answerFile(mediaRoutes.voice, { type: 'application/octet-stream', name: id, content });
  }

  private async read(id: string, part: Part, link: LinkQuery): Promise<Buffer> {
    this.links.check(id, part, link, (await this.clock.now()).getTime());
    const row = await this.uow.read((tx) => findMedia(tx, id));
    if (row?.state !== 'stored') return fail('NOT_FOUND');
    return (await this.files.read(id, part)) ?? fail('NOT_FOUND');
  }
}
