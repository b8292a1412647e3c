/** Answers the routes of households and of being bound to one. */
import { Controller } from '@nestjs/common';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { BindingsService } from './bindings.service';
import { HouseholdsService } from './households.service';

type Routes = typeof gridRoutes;

@Controller()
export class HouseholdsController {
  constructor(
    private readonly service: HouseholdsService,
    private readonly binding: BindingsService,
  ) {}

  @On(gridRoutes.households)
  households(
    @Who() actor: Actor,
    @Input() input: InputOf<Routes['households']>,
  ): Promise<ReplyOf<Routes['households']>> {
    return this.service.list(actor, input.query);
  }

  @On(gridRoutes.household)
  household(@Who() actor: Actor, @Input() input: InputOf<Routes['household']>): Promise<ReplyOf<Routes['household']>> {
    return this.service.detail(actor, input.params.id);
  }

  @On(gridRoutes.revealResident)
  revealResident(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['revealResident']>,
  ): Promise<ReplyOf<Routes['revealResident']>> {
    return this.service.reveal(actor, key, input.params.id, input.body);
  }

  @On(gridRoutes.servedHouseholds)
  servedHouseholds(@Who() actor: Actor): Promise<ReplyOf<Routes['servedHouseholds']>> {
    return this.service.served(actor);
  }

  @On(gridRoutes.myBinding)
  myBinding(@Who() actor: Actor): Promise<ReplyOf<Routes['myBinding']>> {
    return this.binding.mine(actor);
  }

  @On(gridRoutes.requestBinding)
  requestBinding(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['requestBinding']>,
  ): Promise<ReplyOf<Routes['requestBinding']>> {
    return this.binding.request(actor, key, input.body);
  }

  @On(gridRoutes.bindings)
  bindings(@Who() actor: Actor, @Input() input: InputOf<Routes['bindings']>): Promise<ReplyOf<Routes['bindings']>> {
    return this.binding.list(actor, input.query);
  }

  @On(gridRoutes.confirmBinding)
  confirmBinding(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['confirmBinding']>,
  ): Promise<ReplyOf<Routes['confirmBinding']>> {
    return this.binding.confirm(actor, key, input.params.id);
  }

  @On(gridRoutes.refuseBinding)
  refuseBinding(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['refuseBinding']>,
  ): Promise<ReplyOf<Routes['refuseBinding']>> {
    return this.binding.refuse(actor, key, input.params.id, input.body);
  }
}
