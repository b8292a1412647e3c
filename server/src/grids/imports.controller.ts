/** Answers the routes of imports. */
import { Controller, type StreamableFile } from '@nestjs/common';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { FileReply, InputOf, ReplyOf, Route } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { answerFile } from '../platform/http/answer-file';
import { Bytes, Input, Key, On, Who } from '../platform/http/on';
import { XLSX_TYPE } from '../platform/spreadsheets/write-workbook';
import { ImportPasswordsService } from './import-passwords.service';
import { ImportsService } from './imports.service';
import { RegisterFilesService, type NamedFile } from './register-files.service';

type Routes = typeof importRoutes;

const spreadsheet = (route: Route & { readonly reply: FileReply }, file: NamedFile): StreamableFile =>
  answerFile(route, { ...file, type: XLSX_TYPE });

@Controller()
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly files: RegisterFilesService,
    private readonly passwords: ImportPasswordsService,
  ) {}

  @On(importRoutes.template)
  async template(@Who() actor: Actor, @Input() input: InputOf<Routes['template']>): Promise<StreamableFile> {
    return spreadsheet(importRoutes.template, await this.files.template(actor, input.query.communityId));
  }

  @On(importRoutes.export)
  async export(@Who() actor: Actor, @Input() input: InputOf<Routes['export']>): Promise<StreamableFile> {
    return spreadsheet(importRoutes.export, await this.files.register(actor, input.query));
  }

  @On(importRoutes.upload)
  upload(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['upload']>,
    @Bytes() bytes: Buffer,
  ): Promise<ReplyOf<Routes['upload']>> {
    return this.service.upload(actor, key, input.query, bytes);
  }

  @On(importRoutes.list)
  list(@Who() actor: Actor, @Input() input: InputOf<Routes['list']>): Promise<ReplyOf<Routes['list']>> {
    return this.service.page(actor, input.query);
  }

  @On(importRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Routes['one']>): Promise<ReplyOf<Routes['one']>> {
    return this.service.one(actor, input.params.id);
  }

  @On(importRoutes.rows)
  rows(@Who() actor: Actor, @Input() input: InputOf<Routes['rows']>): Promise<ReplyOf<Routes['rows']>> {
    return this.service.rows(actor, input.params.id, input.query);
  }

  @On(importRoutes.errors)
  async errors(@Who() actor: Actor, @Input() input: InputOf<Routes['errors']>): Promise<StreamableFile> {
    return spreadsheet(importRoutes.errors, await this.files.errors(actor, input.params.id));
  }

  @On(importRoutes.apply)
  apply(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['apply']>,
  ): Promise<ReplyOf<Routes['apply']>> {
    return this.service.apply(actor, key, input.params.id, input.body);
  }

  @On(importRoutes.discard)
  discard(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['discard']>,
  ): Promise<ReplyOf<Routes['discard']>> {
    return this.service.discard(actor, key, input.params.id);
  }

  @On(importRoutes.undo)
  undo(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['undo']>,
  ): Promise<ReplyOf<Routes['undo']>> {
    return this.service.undo(actor, key, input.params.id);
  }

  @On(importRoutes.passwords)
  async newPasswords(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['passwords']>,
  ): Promise<StreamableFile> {
    return spreadsheet(importRoutes.passwords, await this.passwords.list(actor, key, input.params.id));
  }
}
