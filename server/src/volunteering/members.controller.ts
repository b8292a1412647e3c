/** Answers the routes of members, and of reporting as one. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { JoiningService } from './joining.service';
import { MembersService } from './members.service';
import { OwnUnitsService } from './own-units.service';

type Members = typeof memberRoutes;

@Controller()
export class MembersController {
  constructor(
    private readonly joining: JoiningService,
    private readonly service: MembersService,
    private readonly ownUnits: OwnUnitsService,
  ) {}

  @On(memberRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Members['list']>): Promise<ReplyOf<Members['list']>> {
    return this.service.list(actor, query);
  }

  @On(memberRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Members['add']>,
  ): Promise<ReplyOf<Members['add']>> {
    return this.service.add(actor, key, body);
  }

  @On(memberRoutes.move)
  move(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Members['move']>,
  ): Promise<ReplyOf<Members['move']>> {
    return this.service.move(actor, key, params.id, body);
  }

  @On(memberRoutes.end)
  end(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Members['end']>,
  ): Promise<ReplyOf<Members['end']>> {
    return this.service.end(actor, key, params.id, body);
  }

  @On(memberRoutes.reveal)
  reveal(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Members['reveal']>,
  ): Promise<ReplyOf<Members['reveal']>> {
    return this.service.reveal(actor, key, params.id, body);
  }

  @On(memberRoutes.mine)
  mine(@Who() actor: Actor, @Input() { query }: InputOf<Members['mine']>): Promise<ReplyOf<Members['mine']>> {
    return this.joining.mine(actor, query);
  }

  @On(memberRoutes.ask)
  ask(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Members['ask']>,
  ): Promise<ReplyOf<Members['ask']>> {
    return this.joining.ask(actor, key, body);
  }

  @On(memberRoutes.withdraw)
  withdraw(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { query }: InputOf<Members['withdraw']>,
  ): Promise<ReplyOf<Members['withdraw']>> {
    return this.joining.withdraw(actor, key, query);
  }

  @On(memberRoutes.requests)
  requests(
    @Who() actor: Actor,
    @Input() { query }: InputOf<Members['requests']>,
  ): Promise<ReplyOf<Members['requests']>> {
    return this.ownUnits.requests(actor, query);
  }

  @On(memberRoutes.confirm)
  confirm(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params }: InputOf<Members['confirm']>,
  ): Promise<ReplyOf<Members['confirm']>> {
    return this.joining.confirm(actor, key, params.id);
  }

  @On(memberRoutes.refuse)
  refuse(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Members['refuse']>,
  ): Promise<ReplyOf<Members['refuse']>> {
    return this.joining.refuse(actor, key, params.id, body);
  }
}
