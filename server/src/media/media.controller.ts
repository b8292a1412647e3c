/** Answers the routes of media. */
import { Controller, type StreamableFile } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import type { Actor } from '../platform/http/actor';
import { Bytes, Input, Key, On, Who } from '../platform/http/on';
import { LinkedMedia } from './linked-media';
import { UploadsService } from './uploads.service';

type Routes = typeof mediaRoutes;

@Controller()
export class MediaController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly linked: LinkedMedia,
  ) {}

  @On(mediaRoutes.start)
  start(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['start']>,
  ): Promise<ReplyOf<Routes['start']>> {
    return this.uploads.start(actor, key, input.body);
  }

  @On(mediaRoutes.upload)
  upload(@Who() actor: Actor, @Input() input: InputOf<Routes['upload']>): Promise<ReplyOf<Routes['upload']>> {
    return this.uploads.look(actor, input.params.id);
  }

  @On(mediaRoutes.send)
  send(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['send']>,
    @Bytes() bytes: Buffer,
  ): Promise<ReplyOf<Routes['send']>> {
    return this.uploads.send(actor, key, input, bytes);
  }

  @On(mediaRoutes.finish)
  finish(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['finish']>,
  ): Promise<ReplyOf<Routes['finish']>> {
    return this.uploads.finish(actor, key, input.params.id);
  }

  @On(mediaRoutes.discard)
  discard(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['discard']>,
  ): Promise<ReplyOf<Routes['discard']>> {
    return this.uploads.discard(actor, key, input.params.id);
  }

  @On(mediaRoutes.photo)
  photo(@Input() { params, query }: InputOf<Routes['photo']>): Promise<StreamableFile> {
    return this.linked.photo(params.id, query);
  }

  @On(mediaRoutes.voice)
  voice(@Input() { params, query }: InputOf<Routes['voice']>): Promise<StreamableFile> {
    return this.linked.voice(params.id, query);
  }
}
