/** Answers the routes of merchants and agreements. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { merchantRoutes } from '@sevengrid/shared/rewards/merchants.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { AgreementsService } from './agreements.service';
import { MerchantsService } from './merchants.service';

type Routes = typeof merchantRoutes;

@Controller()
export class MerchantsController {
  constructor(
    private readonly merchants: MerchantsService,
    private readonly agreements: AgreementsService,
  ) {}

  @On(merchantRoutes.list)
  list(@Who() actor: Actor, @Input() input: InputOf<Routes['list']>): Promise<ReplyOf<Routes['list']>> {
    return this.merchants.list(actor, input.query);
  }

  @On(merchantRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Routes['one']>): Promise<ReplyOf<Routes['one']>> {
    return this.merchants.one(actor, input.params.id);
  }

  @On(merchantRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['add']>,
  ): Promise<ReplyOf<Routes['add']>> {
    return this.merchants.add(actor, key, input.body);
  }

  @On(merchantRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['write']>,
  ): Promise<ReplyOf<Routes['write']>> {
    return this.merchants.write(actor, key, input.params.id, input.body);
  }

  @On(merchantRoutes.sign)
  sign(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['sign']>,
  ): Promise<ReplyOf<Routes['sign']>> {
    return this.agreements.sign(actor, key, input.params.id, input.body);
  }

  @On(merchantRoutes.signAnew)
  signAnew(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['signAnew']>,
  ): Promise<ReplyOf<Routes['signAnew']>> {
    return this.agreements.signAnew(actor, key, input.params.id, input.body);
  }
}
