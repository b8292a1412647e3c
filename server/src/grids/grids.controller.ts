/** Answers the routes of grids, stations and leave. */
import { Controller } from '@nestjs/common';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { GridsService } from './grids.service';
import { LeavesService } from './leaves.service';

type Routes = typeof gridRoutes;

@Controller()
export class GridsController {
  constructor(
    private readonly service: GridsService,
    private readonly leave: LeavesService,
  ) {}

  @On(gridRoutes.stations)
  stations(@Who() actor: Actor, @Input() { query }: InputOf<Routes['stations']>): Promise<ReplyOf<Routes['stations']>> {
    return this.service.stationsFor(actor, query);
  }

  @On(gridRoutes.grids)
  grids(@Who() actor: Actor): Promise<ReplyOf<Routes['grids']>> {
    return this.service.list(actor);
  }

  @On(gridRoutes.grid)
  grid(@Who() actor: Actor, @Input() input: InputOf<Routes['grid']>): Promise<ReplyOf<Routes['grid']>> {
    return this.service.one(actor, input.params.id);
  }

  @On(gridRoutes.leaves)
  leaves(@Who() actor: Actor, @Input() input: InputOf<Routes['leaves']>): Promise<ReplyOf<Routes['leaves']>> {
    return this.leave.list(actor, input.params.id);
  }

  @On(gridRoutes.recordLeave)
  recordLeave(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['recordLeave']>,
  ): Promise<ReplyOf<Routes['recordLeave']>> {
    return this.leave.record(actor, key, input.params.id, input.body);
  }

  @On(gridRoutes.cancelLeave)
  cancelLeave(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['cancelLeave']>,
  ): Promise<ReplyOf<Routes['cancelLeave']>> {
    return this.leave.cancel(actor, key, input.params.id);
  }
}
