/** One route for each action of the flow; the engine decides. */
import { Controller } from '@nestjs/common';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { mediaIn } from '../media/attachments';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import type { Move } from './case-engine';
import { TicketsService } from './tickets.service';

type Routes = typeof ticketRoutes;
type Verb = Move['action'];

@Controller()
export class MovesController {
  constructor(private readonly tickets: TicketsService) {}

  @On(ticketRoutes.accept)
  accept(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['accept']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'accept', input, { given: { grade: body.grade, onSite: body.onSite } });
  }

  @On(ticketRoutes.decline)
  decline(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['decline']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'decline', input, { given: { declineReason: body.reason }, words: body.words });
  }

  @On(ticketRoutes.contest)
  contest(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['contest']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'contest', input, { given: mediaIn(body), words: body.words });
  }

  @On(ticketRoutes.contact)
  contact(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['contact']>): Promise<TicketView> {
    const { body } = input;
    const given = { how: body.how, ...mediaIn(body) };
    return this.move(actor, key, 'contact', input, { given, words: body.words, place: body.place });
  }

  @On(ticketRoutes.ask)
  ask(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['ask']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'ask', input, { given: { how: body.how }, words: body.words });
  }

  @On(ticketRoutes.answer)
  answer(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['answer']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'answer', input, { given: mediaIn(body), words: body.words });
  }

  @On(ticketRoutes.resolve)
  resolve(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['resolve']>): Promise<TicketView> {
    const { body } = input;
    const given = { outcome: body.outcome, ...mediaIn(body) };
    return this.move(actor, key, 'resolve', input, { given, words: body.words });
  }

  @On(ticketRoutes.attempt)
  attempt(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['attempt']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'attempt', input, { given: { how: body.how } });
  }

  @On(ticketRoutes.verify)
  verify(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['verify']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'verify', input, {
      given: { finding: body.finding, how: body.how },
      words: body.words,
    });
  }

  @On(ticketRoutes.confirm)
  confirm(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['confirm']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'confirm', input, { words: body.words });
  }

  @On(ticketRoutes.rate)
  rate(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['rate']>): Promise<TicketView> {
    const { satisfied, how, words } = input.body;
    return this.move(actor, key, 'rate', input, { given: { satisfied, surveyHow: how }, words });
  }

  @On(ticketRoutes.revisit)
  revisit(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['revisit']>): Promise<TicketView> {
    const { finding, how, words } = input.body;
    return this.move(actor, key, 'revisit', input, { given: { finding, how }, words });
  }

  @On(ticketRoutes.reopen)
  reopen(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['reopen']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'reopen', input, { given: mediaIn(body), words: body.words });
  }

  @On(ticketRoutes.withdraw)
  withdraw(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['withdraw']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'withdraw', input, { words: body.words });
  }

  @On(ticketRoutes.escalate)
  escalate(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['escalate']>): Promise<TicketView> {
    return this.move(actor, key, 'escalate', input, { words: input.body.words });
  }

  @On(ticketRoutes.extend)
  extend(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['extend']>): Promise<TicketView> {
    const { days, words } = input.body;
    return this.move(actor, key, 'extend', input, { given: { days }, words });
  }

  @On(ticketRoutes.regrade)
  regrade(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['regrade']>): Promise<TicketView> {
    const { body } = input;
    return this.move(actor, key, 'regrade', input, { given: { grade: body.grade }, words: body.words });
  }

  @On(ticketRoutes.remark)
  remark(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<Routes['remark']>): Promise<TicketView> {
    const { body } = input;
    const given = { shown: body.shown, ...mediaIn(body) };
    return this.move(actor, key, 'remark', input, { given, words: body.words });
  }

  private move(
    actor: Actor,
    key: string,
    action: Verb,
    input: { params: { id: string } },
    rest: Pick<Move, 'given' | 'words' | 'place'>,
  ): Promise<TicketView> {
    const asked = { actor, key, operation: ticketRoutes[action].name, input };
    return this.tickets.move(asked, { ticketId: input.params.id, action, ...rest });
  }
}
