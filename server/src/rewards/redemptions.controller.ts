/** Answers the routes of redemptions. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { CounterService } from './counter.service';
import { RedeemingService } from './redeeming.service';

type Routes = typeof redemptionRoutes;

@Controller()
export class RedemptionsController {
  constructor(
    private readonly redeeming: RedeemingService,
    private readonly counter: CounterService,
  ) {}

  @On(redemptionRoutes.redeem)
  redeem(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['redeem']>,
  ): Promise<ReplyOf<Routes['redeem']>> {
    return this.redeeming.redeem(actor, key, input.params.id);
  }

  @On(redemptionRoutes.mine)
  mine(@Who() actor: Actor, @Input() input: InputOf<Routes['mine']>): Promise<ReplyOf<Routes['mine']>> {
    return this.redeeming.mine(actor, input.query);
  }

  @On(redemptionRoutes.today)
  today(@Who() actor: Actor, @Input() input: InputOf<Routes['today']>): Promise<ReplyOf<Routes['today']>> {
    return this.counter.today(actor, input.query);
  }

  @On(redemptionRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Routes['one']>): Promise<ReplyOf<Routes['one']>> {
    return this.redeeming.one(actor, input.params.id);
  }

  @On(redemptionRoutes.code)
  code(@Who() actor: Actor, @Input() input: InputOf<Routes['code']>): Promise<ReplyOf<Routes['code']>> {
    return this.redeeming.code(actor, input.params.id);
  }

  @On(redemptionRoutes.cancel)
  cancel(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['cancel']>,
  ): Promise<ReplyOf<Routes['cancel']>> {
    return this.redeeming.cancel(actor, key, input.params.id);
  }

  @On(redemptionRoutes.lookUp)
  lookUp(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['lookUp']>,
  ): Promise<ReplyOf<Routes['lookUp']>> {
    return this.counter.lookUp(actor, key, input.body);
  }

  @On(redemptionRoutes.capture)
  capture(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['capture']>,
  ): Promise<ReplyOf<Routes['capture']>> {
    return this.counter.capture(actor, key, input.params.id, input.body);
  }

  @On(redemptionRoutes.undo)
  undo(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['undo']>,
  ): Promise<ReplyOf<Routes['undo']>> {
    return this.counter.undo(actor, key, input.params.id, input.body);
  }

  @On(redemptionRoutes.takeBack)
  takeBack(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['takeBack']>,
  ): Promise<ReplyOf<Routes['takeBack']>> {
    return this.counter.takeBack(actor, key, input.params.id, input.body.words);
  }
}
