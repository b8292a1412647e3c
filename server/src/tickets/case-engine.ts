/** The only writer of a ticket's stage: checks, appends the event, and writes the projection over the row. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { wallCalendar } from '@sevengrid/shared/tickets/deadlines';
import { APPEAL_FLOW, type Action } from '@sevengrid/shared/tickets/flows';
import { Scopes } from '../identity/scopes';
import { Clock } from '../platform/clock/clock';
import { newId } from '../platform/database/new-id';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Outbox } from '../platform/jobs/outbox';
import { decide, type Given } from './appeal-rules';
import { DeadlinePolicies } from './deadline-policies';
import { acceptDue } from './due-dates';
import { project } from './projection';
import type { EventFacts, TicketEvent } from './ticket-event';
import { append, historyOf } from './ticket-history';
import { filingFacts, findTicket, insertTickets, writeState, type Filing, type Ticket } from './ticket.entity';
import { ACTS_AS, WhoMay } from './who-may';
import { WhoSees, hasKnownRequester, type Sight } from './who-sees';

export interface Move {
  ticketId: string;
  action: Exclude<Action, 'open'>;
  given?: Given;
  words?: string;
  place?: string;
}

/** A check of the action's own, made while the ticket is locked. */
export type Guard = (ticket: Ticket) => Promise<void>;

interface Locked {
  ticket: Ticket;
  sight: Sight;
  history: TicketEvent[];
}

type Entry = Pick<TicketEvent, 'action' | 'stage' | 'facts'> & { words?: string };

@Injectable()
export class CaseEngine {
  constructor(
    private readonly clock: Clock,
    private readonly texts: Texts,
    private readonly outbox: Outbox,
    private readonly scopes: Scopes,
    private readonly policies: DeadlinePolicies,
    private readonly whoSees: WhoSees,
    private readonly whoMay: WhoMay,
  ) {}

  /** Files the ticket; answers it as it now stands. The caller took its number just before. */
  async open(tx: EntityManager, actor: Actor, filing: Filing, given: EventFacts, textDigest: string): Promise<Ticket> {
    const policy = await this.policies.policy(tx, filing.communityId, filing.policyVersion);
    const dueAt = acceptDue(given.grade ?? 'G2', filing.openedAt, policy, wallCalendar);
    const event: TicketEvent = {
      id: newId(),
      ticketId: filing.id,
      seq: 1,
      action: 'open',
      stage: 'submitted',
      actorId: actor.id,
      actorKind: actor.kind,
      at: filing.openedAt,
      facts: { ...given, filing: filingFacts(filing), dueAt },
      textRef: filing.textRef,
      textDigest,
    };
    const ticket: Ticket = { ...filing, ...project([event], policy, wallCalendar) };
    await insertTickets(tx, [ticket]);
    await append(tx, [event]);
    await this.outbox.publish(tx, 'ticket.moved', { ticketId: filing.id, eventId: event.id });
    return ticket;
  }

  /** One action of the flow. 404 before 403 before 409, all while the ticket's row is locked. */
  async move(tx: EntityManager, actor: Actor, move: Move, guard?: Guard): Promise<void> {
    const locked = await this.lock(tx, actor, move.ticketId);
    const { ticket, history, sight } = locked;
    const now = (await this.clock.now(tx)).getTime();
    const standing = await this.whoMay.standing(tx, actor, ticket, history, sight);
    const [by, ...others] = this.whoMay.relations(move.action, standing);
    if (!by) return fail(this.whoMay.refusal(move.action, standing));
    this.checkStage(move.action, ticket);
    const bar = this.whoMay.barred(move.action, ticket, [by, ...others], now);
    if (bar) fail(bar);
    await guard?.(ticket);
    const decision = decide(move.action, {
      ticket,
      history,
      given: move.given ?? {},
      actorId: actor.id,
      now,
      tzOffset: this.scopes.communityOf(ticket.gridId).tzOffset,
      policy: await this.policies.policy(tx, ticket.communityId, ticket.policyVersion),
      calendar: wallCalendar,
    });
    if ('fault' in decision) return fail(decision.fault);
    const facts: EventFacts = { as: ACTS_AS[by], ...decision.facts };
    if (move.place !== undefined) {
      const place = await this.texts.put(tx, move.place);
      Object.assign(facts, { placeRef: place.ref, placeDigest: place.digest });
    }
    await this.write(tx, actor, locked, now, { ...decision, action: move.action, facts, words: move.words });
  }

  /** Gives a ticket without a known requester to one; who may is the caller's to have checked. */
  async attribute(
    tx: EntityManager,
    actor: Pick<Actor, 'id' | 'kind'>,
    ticketId: string,
    facts: Pick<EventFacts, 'as' | 'personId' | 'residentId'>,
  ): Promise<void> {
    const ticket = (await findTicket(tx, ticketId, 'FOR UPDATE')) ?? fail('NOT_FOUND');
    if (hasKnownRequester(ticket)) fail('CHANGED_MEANWHILE');
    const history = await historyOf(tx, ticketId);
    const now = (await this.clock.now(tx)).getTime();
    await this.write(tx, actor, { ticket, history }, now, { action: 'attribute', stage: ticket.stage, facts });
  }

  private async lock(tx: EntityManager, actor: Actor, ticketId: string): Promise<Locked> {
    const ticket = (await findTicket(tx, ticketId, 'FOR UPDATE')) ?? fail('NOT_FOUND');
    const sight = (await this.whoSees.sight(tx, actor, ticket)) ?? fail('NOT_FOUND');
    return { ticket, sight, history: await historyOf(tx, ticketId) };
  }

  private checkStage(action: Action, ticket: Ticket): void {
    if (APPEAL_FLOW[action].from.includes(ticket.stage)) return;
    fail(action === 'accept' && ticket.acceptedAt !== null ? 'TICKET_ALREADY_ACCEPTED' : 'TICKET_WRONG_STAGE');
  }

  private async write(
    tx: EntityManager,
    actor: Pick<Actor, 'id' | 'kind'>,
    { ticket, history }: Omit<Locked, 'sight'>,
    now: number,
    { action, stage, facts, words }: Entry,
  ): Promise<void> {
    const text = words === undefined ? null : await this.texts.put(tx, words);
    const event: TicketEvent = {
      id: newId(),
      ticketId: ticket.id,
      seq: ticket.seq + 1,
      action,
      stage,
      actorId: actor.id,
      actorKind: actor.kind,
      at: now,
      facts,
      textRef: text?.ref ?? null,
      textDigest: text?.digest ?? null,
    };
    await append(tx, [event]);
    const policy = await this.policies.policy(tx, ticket.communityId, ticket.policyVersion);
    await writeState(tx, ticket.id, project([...history, event], policy, wallCalendar));
    await this.outbox.publish(tx, 'ticket.moved', { ticketId: ticket.id, eventId: event.id });
  }
}
