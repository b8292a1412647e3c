/** The doors to outside bodies: for staff who ask them, and for the bodies themselves. */
import { Controller } from '@nestjs/common';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { PartnerList, PartnerRequestPage, PartnerRequestView, TicketView } from '@sevengrid/shared/tickets/views';
import { mediaIn } from '../media/attachments';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { CoordinationService } from './coordination.service';

type Routes = typeof ticketRoutes;
type Bodies = typeof coordinationRoutes;

@Controller()
export class CoordinationController {
  constructor(private readonly coordination: CoordinationService) {}

  @On(coordinationRoutes.partners)
  partners(@Who() actor: Actor): Promise<PartnerList> {
    return this.coordination.partners(actor);
  }

  @On(ticketRoutes.coordinate)
  coordinate(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['coordinate']>,
  ): Promise<TicketView> {
    return this.coordination.coordinate(actor, key, input);
  }

  @On(ticketRoutes.recall)
  recall(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['recall']>): Promise<TicketView> {
    return this.coordination.recall(actor, key, input);
  }

  @On(coordinationRoutes.list)
  list(@Who() actor: Actor, @Input() input: InputOf<Bodies['list']>): Promise<PartnerRequestPage> {
    return this.coordination.list(actor, input.query);
  }

  @On(coordinationRoutes.one)
  one(@Who() actor: Actor, @Input() input: InputOf<Bodies['one']>): Promise<PartnerRequestView> {
    return this.coordination.one(actor, input.params.id);
  }

  @On(coordinationRoutes.reply)
  reply(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Bodies['reply']>,
  ): Promise<PartnerRequestView> {
    return this.coordination.answer(actor, key, params.id, {
      action: 'reply',
      given: mediaIn(body),
      words: body.words,
    });
  }

  @On(coordinationRoutes.sendBack)
  sendBack(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Bodies['sendBack']>,
  ): Promise<PartnerRequestView> {
    const given = { returnReason: body.reason };
    return this.coordination.answer(actor, key, params.id, { action: 'return', given, words: body.words });
  }
}
