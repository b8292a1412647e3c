/** Answers the routes of work units. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { OwnUnitsService } from './own-units.service';
import { UnitsService } from './units.service';

type Units = typeof unitRoutes;

@Controller()
export class UnitsController {
  constructor(
    private readonly ownUnits: OwnUnitsService,
    private readonly service: UnitsService,
  ) {}

  @On(unitRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Units['list']>): Promise<ReplyOf<Units['list']>> {
    return this.service.list(actor, query);
  }

  @On(unitRoutes.choices)
  choices(@Who() actor: Actor, @Input() { query }: InputOf<Units['choices']>): Promise<ReplyOf<Units['choices']>> {
    return this.service.choices(actor, query);
  }

  @On(unitRoutes.one)
  one(@Who() actor: Actor, @Input() { params, query }: InputOf<Units['one']>): Promise<ReplyOf<Units['one']>> {
    return this.service.one(actor, params.id, query);
  }

  @On(unitRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Units['add']>,
  ): Promise<ReplyOf<Units['add']>> {
    return this.service.add(actor, key, body);
  }

  @On(unitRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Units['write']>,
  ): Promise<ReplyOf<Units['write']>> {
    return this.service.write(actor, key, params.id, body);
  }

  @On(unitRoutes.end)
  end(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Units['end']>,
  ): Promise<ReplyOf<Units['end']>> {
    return this.service.end(actor, key, params.id, body);
  }

  @On(unitRoutes.own)
  own(@Who() actor: Actor): Promise<ReplyOf<Units['own']>> {
    return this.ownUnits.list(actor);
  }
}
