/** Answers the routes of cards. */
import { Controller } from '@nestjs/common';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Address, Input, Key, On, Who } from '../platform/http/on';
import { CardsService } from './cards.service';
import { ScansService } from './scans.service';

type Routes = typeof cardRoutes;

@Controller()
export class CardsController {
  constructor(
    private readonly desk: CardsService,
    private readonly scans: ScansService,
  ) {}

  @On(cardRoutes.scan)
  scan(@Address() address: string, @Input() input: InputOf<Routes['scan']>): Promise<ReplyOf<Routes['scan']>> {
    return this.scans.scan(address, input.body);
  }

  @On(cardRoutes.current)
  current(@Who() actor: Actor): Promise<ReplyOf<Routes['current']>> {
    return this.scans.current(actor);
  }

  @On(cardRoutes.lookUp)
  lookUp(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['lookUp']>,
  ): Promise<ReplyOf<Routes['lookUp']>> {
    return this.scans.lookUp(actor, key, input.body);
  }

  @On(cardRoutes.cards)
  cards(@Who() actor: Actor, @Input() input: InputOf<Routes['cards']>): Promise<ReplyOf<Routes['cards']>> {
    return this.desk.list(actor, input.query);
  }

  @On(cardRoutes.issue)
  issue(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['issue']>,
  ): Promise<ReplyOf<Routes['issue']>> {
    return this.desk.issue(actor, key, input.body);
  }

  @On(cardRoutes.end)
  end(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['end']>,
  ): Promise<ReplyOf<Routes['end']>> {
    return this.desk.end(actor, key, input.params.id, input.body);
  }

  @On(cardRoutes.rotate)
  rotate(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['rotate']>,
  ): Promise<ReplyOf<Routes['rotate']>> {
    return this.desk.rotate(actor, key, input.params.id, input.body);
  }

  @On(cardRoutes.readLink)
  readLink(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['readLink']>,
  ): Promise<ReplyOf<Routes['readLink']>> {
    return this.desk.readLink(actor, key, input.params.id, input.body);
  }
}
