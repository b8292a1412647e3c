/** Answers the routes of offers. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { OffersService } from './offers.service';

type Routes = typeof offerRoutes;

@Controller()
export class OffersController {
  constructor(private readonly offers: OffersService) {}

  @On(offerRoutes.list)
  list(@Who() actor: Actor, @Input() input: InputOf<Routes['list']>): Promise<ReplyOf<Routes['list']>> {
    return this.offers.list(actor, input.query);
  }

  @On(offerRoutes.managed)
  managed(@Who() actor: Actor, @Input() input: InputOf<Routes['managed']>): Promise<ReplyOf<Routes['managed']>> {
    return this.offers.managed(actor, input.query);
  }

  @On(offerRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Routes['one']>): Promise<ReplyOf<Routes['one']>> {
    return this.offers.one(actor, input.params.id);
  }

  @On(offerRoutes.drawUp)
  drawUp(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['drawUp']>,
  ): Promise<ReplyOf<Routes['drawUp']>> {
    return this.offers.drawUp(actor, key, input.body);
  }

  @On(offerRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['write']>,
  ): Promise<ReplyOf<Routes['write']>> {
    return this.offers.write(actor, key, input.params.id, input.body);
  }

  @On(offerRoutes.publish)
  publish(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['publish']>,
  ): Promise<ReplyOf<Routes['publish']>> {
    return this.offers.publish(actor, key, input.params.id);
  }

  @On(offerRoutes.withdraw)
  withdraw(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['withdraw']>,
  ): Promise<ReplyOf<Routes['withdraw']>> {
    return this.offers.withdraw(actor, key, input.params.id);
  }
}
