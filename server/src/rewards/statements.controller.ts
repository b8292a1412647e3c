/** Answers the routes of statements and of the liability gauge. */
import { Controller, type StreamableFile } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { liabilityRoutes } from '@sevengrid/shared/rewards/offers.routes';
import { statementRoutes } from '@sevengrid/shared/rewards/statements.routes';
import type { Actor } from '../platform/http/actor';
import { answerFile } from '../platform/http/answer-file';
import { Input, Key, On, Who } from '../platform/http/on';
import { LiabilityService } from './liability.service';
import { StatementsService } from './statements.service';

type Routes = typeof statementRoutes;
type Gauge = typeof liabilityRoutes;

@Controller()
export class StatementsController {
  constructor(
    private readonly statements: StatementsService,
    private readonly liability: LiabilityService,
  ) {}

  @On(statementRoutes.list)
  list(@Who() actor: Actor, @Input() input: InputOf<Routes['list']>): Promise<ReplyOf<Routes['list']>> {
    return this.statements.list(actor, input.query);
  }

  @On(statementRoutes.drawUp)
  drawUp(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['drawUp']>,
  ): Promise<ReplyOf<Routes['drawUp']>> {
    return this.statements.drawUp(actor, key, input.body);
  }

  @On(statementRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Routes['one']>): Promise<ReplyOf<Routes['one']>> {
    return this.statements.one(actor, input.params.id);
  }

  @On(statementRoutes.lines)
  lines(@Who() actor: Actor, @Input() input: InputOf<Routes['lines']>): Promise<ReplyOf<Routes['lines']>> {
    return this.statements.lines(actor, input.params.id, input.query);
  }

  @On(statementRoutes.confirm)
  confirm(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['confirm']>,
  ): Promise<ReplyOf<Routes['confirm']>> {
    return this.statements.confirm(actor, key, input.params.id);
  }

  @On(statementRoutes.say)
  say(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['say']>,
  ): Promise<ReplyOf<Routes['say']>> {
    return this.statements.say(actor, key, input.params.id, input.body.words);
  }

  @On(statementRoutes.pdf)
  async pdf(@Who() actor: Actor, @Input() input: InputOf<Routes['pdf']>): Promise<StreamableFile> {
    return answerFile(statementRoutes.pdf, await this.statements.paper(actor, input.params.id, 'pdf'));
  }

  @On(statementRoutes.workbook)
  async workbook(@Who() actor: Actor, @Input() input: InputOf<Routes['workbook']>): Promise<StreamableFile> {
    return answerFile(statementRoutes.workbook, await this.statements.paper(actor, input.params.id, 'xlsx'));
  }

  @On(liabilityRoutes.read)
  read(@Who() actor: Actor, @Input() input: InputOf<Gauge['read']>): Promise<ReplyOf<Gauge['read']>> {
    return this.liability.read(actor, input.query);
  }
}
