/** Answers the routes of coming and going. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { Actor } from '../platform/http/actor';
import { Address, Input, Key, On, Who } from '../platform/http/on';
import { CheckInService } from './check-in.service';
import { ConfirmingService } from './confirming.service';
import { RollCallService } from './roll-call.service';

type Routes = typeof presenceRoutes;
type Reply<R extends keyof Routes> = Promise<ReplyOf<Routes[R]>>;

@Controller()
export class PresenceController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly rollCalls: RollCallService,
    private readonly confirming: ConfirmingService,
  ) {}

  @On(presenceRoutes.code)
  code(@Who() actor: Actor, @Input() { params, query }: InputOf<Routes['code']>): Reply<'code'> {
    return this.checkIns.code(actor, params.id, query);
  }

  @On(presenceRoutes.scan)
  scan(@Who() actor: Actor | null, @Address() ip: string, @Input() { body }: InputOf<Routes['scan']>): Reply<'scan'> {
    return this.checkIns.scan(actor, ip, body);
  }

  @On(presenceRoutes.checkIn)
  checkIn(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['checkIn']>,
  ): Reply<'checkIn'> {
    return this.checkIns.checkIn(actor, key, params.id, body);
  }

  @On(presenceRoutes.checkOut)
  checkOut(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['checkOut']>,
  ): Reply<'checkOut'> {
    return this.checkIns.checkOut(actor, key, params.id, body);
  }

  @On(presenceRoutes.myCode)
  myCode(@Who() actor: Actor): Reply<'myCode'> {
    return this.checkIns.myCode(actor);
  }

  @On(presenceRoutes.board)
  board(@Who() actor: Actor, @Input() { params }: InputOf<Routes['board']>): Reply<'board'> {
    return this.confirming.board(actor, params.id);
  }

  @On(presenceRoutes.call)
  call(@Who() actor: Actor, @Key() key: string, @Input() { params, body }: InputOf<Routes['call']>): Reply<'call'> {
    return this.rollCalls.call(actor, key, params.id, body);
  }

  @On(presenceRoutes.add)
  add(@Who() actor: Actor, @Key() key: string, @Input() { params, body }: InputOf<Routes['add']>): Reply<'add'> {
    return this.rollCalls.add(actor, key, params.id, body);
  }

  @On(presenceRoutes.second)
  second(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['second']>): Reply<'second'> {
    return this.rollCalls.second(actor, key, params.id);
  }

  @On(presenceRoutes.tick)
  tick(@Who() actor: Actor, @Key() key: string, @Input() { params, body }: InputOf<Routes['tick']>): Reply<'tick'> {
    return this.confirming.tick(actor, key, params.id, body);
  }
}
