/** Answers the routes of lists put up, objections, points given and taken back. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { AwardsService } from './awards.service';
import { ConfirmingService } from './confirming.service';
import { ListNoticesService } from './list-notices.service';

type Routes = typeof awardRoutes;
type Reply<R extends keyof Routes> = Promise<ReplyOf<Routes[R]>>;

@Controller()
export class AwardsController {
  constructor(
    private readonly confirming: ConfirmingService,
    private readonly notices: ListNoticesService,
    private readonly awards: AwardsService,
  ) {}

  @On(awardRoutes.announce)
  announce(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params }: InputOf<Routes['announce']>,
  ): Reply<'announce'> {
    return this.confirming.announce(actor, key, params.id);
  }

  @On(awardRoutes.notice)
  notice(@Who() actor: Actor, @Input() { params }: InputOf<Routes['notice']>): Reply<'notice'> {
    return this.notices.notice(actor, params.id);
  }

  @On(awardRoutes.object)
  object(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['object']>,
  ): Reply<'object'> {
    return this.notices.object(actor, key, params.id, body);
  }

  @On(awardRoutes.objections)
  objections(@Who() actor: Actor, @Input() { params }: InputOf<Routes['objections']>): Reply<'objections'> {
    return this.notices.list(actor, params.id);
  }

  @On(awardRoutes.judge)
  judge(@Who() actor: Actor, @Key() key: string, @Input() { params, body }: InputOf<Routes['judge']>): Reply<'judge'> {
    return this.notices.judge(actor, key, params.id, body);
  }

  @On(awardRoutes.settle)
  settle(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['settle']>): Reply<'settle'> {
    return this.awards.settle(actor, key, params.id);
  }

  @On(awardRoutes.askTakeBack)
  askTakeBack(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['askTakeBack']>,
  ): Reply<'askTakeBack'> {
    return this.awards.ask(actor, key, params.id, body);
  }

  @On(awardRoutes.takeBacks)
  takeBacks(@Who() actor: Actor, @Input() { query }: InputOf<Routes['takeBacks']>): Reply<'takeBacks'> {
    return this.awards.list(actor, query);
  }

  @On(awardRoutes.decideTakeBack)
  decideTakeBack(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['decideTakeBack']>,
  ): Reply<'decideTakeBack'> {
    return this.awards.decide(actor, key, params.id, body);
  }
}
