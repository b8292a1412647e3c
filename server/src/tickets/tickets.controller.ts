/** Filing, following and reading tickets. */
import { Controller } from '@nestjs/common';
import type { RevealView } from '@sevengrid/shared/grids/views';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CandidateList, HandedOverView, HolderList } from '@sevengrid/shared/tickets/hand-over.views';
import type {
  CategoryList,
  FollowView,
  OpenedTicketView,
  TicketCountsView,
  TicketPage,
  TicketView,
} from '@sevengrid/shared/tickets/views';
import type { Actor } from '../platform/http/actor';
import { Address, Input, Key, On, Who } from '../platform/http/on';
import { FilingService } from './filing.service';
import { FollowingService } from './following.service';
import { HandOverService } from './hand-over.service';
import { HandingOverService } from './handing-over.service';
import { TicketsService } from './tickets.service';

type Routes = typeof ticketRoutes;

@Controller()
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly filing: FilingService,
    private readonly following: FollowingService,
    private readonly handingOver: HandingOverService,
    private readonly handOvers: HandOverService,
  ) {}

  @On(ticketRoutes.categories)
  categories(@Who() actor: Actor, @Input() { query }: InputOf<Routes['categories']>): Promise<CategoryList> {
    return this.tickets.categories(actor, query);
  }

  @On(ticketRoutes.open)
  open(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['open']>): Promise<OpenedTicketView> {
    return this.filing.open(actor, key, input);
  }

  @On(ticketRoutes.follow)
  follow(@Input() input: InputOf<Routes['follow']>, @Address() address: string): Promise<FollowView> {
    return this.following.follow(input.body, address);
  }

  @On(ticketRoutes.claim)
  async claim(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['claim']>): Promise<TicketView> {
    return this.tickets.shown(actor, await this.following.claim(actor, key, input.body));
  }

  @On(ticketRoutes.mine)
  mine(@Who() actor: Actor, @Input() input: InputOf<Routes['mine']>): Promise<TicketPage> {
    return this.tickets.mine(actor, input.query);
  }

  @On(ticketRoutes.queue)
  queue(@Who() actor: Actor, @Input() input: InputOf<Routes['queue']>): Promise<TicketPage> {
    return this.tickets.queue(actor, input.query);
  }

  @On(ticketRoutes.counts)
  counts(@Who() actor: Actor, @Input() input: InputOf<Routes['counts']>): Promise<TicketCountsView> {
    return this.tickets.counts(actor, input.query);
  }

  @On(ticketRoutes.ticket)
  ticket(@Who() actor: Actor, @Input() input: InputOf<Routes['ticket']>): Promise<TicketView> {
    return this.tickets.one(actor, input.params.id);
  }

  @On(ticketRoutes.candidates)
  candidates(@Who() actor: Actor, @Input() input: InputOf<Routes['candidates']>): Promise<CandidateList> {
    return this.handingOver.candidates(actor, input.params.id);
  }

  @On(ticketRoutes.verifiers)
  verifiers(@Who() actor: Actor, @Input() input: InputOf<Routes['verifiers']>): Promise<CandidateList> {
    return this.handingOver.verifiers(actor, input.params.id);
  }

  @On(ticketRoutes.holders)
  holders(@Who() actor: Actor): Promise<HolderList> {
    return this.handOvers.holders(actor);
  }

  @On(ticketRoutes.handOver)
  handOver(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['handOver']>,
  ): Promise<HandedOverView> {
    return this.handOvers.handOver(actor, key, input.body);
  }

  @On(ticketRoutes.appoint)
  appoint(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['appoint']>): Promise<TicketView> {
    return this.handingOver.appoint(actor, key, input);
  }

  @On(ticketRoutes.revealRequester)
  reveal(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['revealRequester']>,
  ): Promise<RevealView> {
    return this.handingOver.reveal(actor, key, input);
  }

  @On(ticketRoutes.attribute)
  attribute(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() input: InputOf<Routes['attribute']>,
  ): Promise<TicketView> {
    return this.handingOver.attribute(actor, key, input);
  }

  @On(ticketRoutes.reassign)
  reassign(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['reassign']>): Promise<TicketView> {
    return this.handingOver.reassign(actor, key, input);
  }
}
