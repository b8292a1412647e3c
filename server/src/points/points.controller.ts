/** Answers the routes of points. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { AdjustmentsService } from './adjustments.service';
import { PointsService } from './points.service';

type Routes = typeof pointRoutes;

@Controller()
export class PointsController {
  constructor(
    private readonly service: PointsService,
    private readonly adjustments: AdjustmentsService,
  ) {}

  @On(pointRoutes.mine)
  mine(@Who() actor: Actor, @Input() { query }: InputOf<Routes['mine']>): Promise<ReplyOf<Routes['mine']>> {
    return this.service.mine(actor, query);
  }

  @On(pointRoutes.ofMember)
  ofMember(
    @Who() actor: Actor,
    @Input() { params, query }: InputOf<Routes['ofMember']>,
  ): Promise<ReplyOf<Routes['ofMember']>> {
    return this.service.ofMember(actor, params.id, query);
  }

  @On(pointRoutes.totals)
  totals(@Who() actor: Actor, @Input() { query }: InputOf<Routes['totals']>): Promise<ReplyOf<Routes['totals']>> {
    return this.service.totals(actor, query);
  }

  @On(pointRoutes.adjustments)
  list(
    @Who() actor: Actor,
    @Input() { query }: InputOf<Routes['adjustments']>,
  ): Promise<ReplyOf<Routes['adjustments']>> {
    return this.adjustments.list(actor, query);
  }

  @On(pointRoutes.askAdjustment)
  ask(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Routes['askAdjustment']>,
  ): Promise<ReplyOf<Routes['askAdjustment']>> {
    return this.adjustments.ask(actor, key, body);
  }

  @On(pointRoutes.decideAdjustment)
  decide(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['decideAdjustment']>,
  ): Promise<ReplyOf<Routes['decideAdjustment']>> {
    return this.adjustments.decide(actor, key, params.id, body);
  }
}
