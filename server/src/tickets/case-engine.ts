/** The only writer of a ticket's stage: checks, appends the event, and writes the projection over the row. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { APPEAL_FLOW, type Action, type PartnerAction, type SystemAction } from '@sevengrid/shared/tickets/flows';
import { TIERS } from '@sevengrid/shared/tickets/terms';
import { Scopes } from '../identity/scopes';
import { Attachments } from '../media/attachments';
import { newId } from '../platform/database/new-id';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Outbox } from '../platform/jobs/outbox';
import { decide, type Given, type Situation } from './appeal-rules';
import { judge, wrongStage } from './case-step';
import { DeadlinePolicies } from './deadline-policies';
import { acceptDues, laterDues } from './due-dates';
import { rowOf } from './projection';
import { next, replay } from './replay';
import { writeSides } from './side-records';
import { ACTS_AS } from './standing';
import { nextSystemAct } from './system-acts';
import { SYSTEM_ID, type EventFacts, type TicketEvent } from './ticket-event';
import { Successors } from './successors';
import { append } from './ticket-history';
import { filingFacts, findTicket, insertTickets, writeState, type Filing, type Ticket } from './ticket.entity';
import { Tiers } from './tiers';
import { tell, type Told } from './told';
import { WhoMay } from './who-may';
import { WhoSees, hasKnownRequester, type Sight } from './who-sees';

export interface Move {
  ticketId: string;
  action: Exclude<Action, 'open' | SystemAction | PartnerAction>;
  given?: Given;
  words?: string;
  place?: string;
}

export interface Opening {
  filing: Filing;
  facts: EventFacts;
  textDigest: string;
  /** Of the community's working calendar, as just read. */
  calendarRevision: number;
}

/** What an outside body does to a request; that it is theirs is the caller's to have checked. */
export interface PartnerMove {
  ticketId: string;
  action: PartnerAction;
  given: Given;
  words: string;
}

/** A check of the action's own, made while the ticket is locked. */
export type Guard = (ticket: Ticket, history: readonly TicketEvent[]) => Promise<void>;

type Who = Pick<TicketEvent, 'actorId' | 'actorKind'>;
type Entry = Pick<TicketEvent, 'action' | 'stage' | 'facts'> & { words?: string };

const SYSTEM: Who = { actorId: SYSTEM_ID, actorKind: 'system' };
/** More than this at once for one ticket, and something sets marks in the past. */
const MOST_ACTS = 50;

/** It was filed for somebody of the register, who by now has an account. */
const isOfResident = (
  { requesterPersonId, requesterResidentId }: Ticket,
  { personId, residentId }: Pick<EventFacts, 'personId' | 'residentId'>,
): boolean => requesterPersonId === null && personId !== undefined && requesterResidentId === residentId;

const mayReopen = (action: Action): boolean => APPEAL_FLOW[action].to.includes('reopened');

const whoIs = ({ id, kind }: Pick<Actor, 'id' | 'kind'>): Who => ({ actorId: id, actorKind: kind });

@Injectable()
export class CaseEngine {
  constructor(
    private readonly texts: Texts,
    private readonly outbox: Outbox,
    private readonly scopes: Scopes,
    private readonly media: Attachments,
    private readonly policies: DeadlinePolicies,
    private readonly tiers: Tiers,
    private readonly successors: Successors,
    private readonly whoSees: WhoSees,
    private readonly whoMay: WhoMay,
  ) {}

  /** Files the ticket; answers it as it now stands. The caller took its number just before. */
  async open(tx: EntityManager, actor: Actor, opening: Opening): Promise<Ticket> {
    const { filing, facts: given, textDigest, calendarRevision } = opening;
    const terms = await this.policies.terms(tx, filing, calendarRevision);
    const dues = acceptDues(terms, given.grade ?? 'G2', filing.openedAt);
    const dueAt = new Date(dues.accept?.at ?? filing.openedAt).toISOString();
    const event: TicketEvent = {
      id: newId(),
      ticketId: filing.id,
      seq: 1,
      action: 'open',
      stage: 'submitted',
      ...whoIs(actor),
      at: filing.openedAt,
      facts: { ...given, filing: filingFacts(filing), dues, dueAt },
      textRef: filing.textRef,
      textDigest,
    };
    const ticket: Ticket = { ...filing, ...rowOf(replay([event])) };
    await insertTickets(tx, [ticket]);
    await append(tx, [event]);
    await this.outbox.publish(tx, 'ticket.moved', { ticketId: filing.id, eventId: event.id });
    return ticket;
  }

  /** One action of the flow. 404 before 403 before 409, all while the ticket's row is locked. */
  async move(tx: EntityManager, actor: Actor, move: Move, guard?: Guard): Promise<void> {
    const locked = await this.lock(tx, move.ticketId);
    const sight: Sight = (await this.whoSees.sight(tx, actor, locked.ticket)) ?? fail('NOT_FOUND');
    const successorId = mayReopen(move.action) ? await this.successors.of(tx, locked.ticket) : null;
    const situation = { ...(await this.situation(tx, locked, actor.id, move.given)), successorId };
    const standing = await this.whoMay.standing(tx, actor, locked, sight);
    const judged = judge(move.action, standing, situation);
    if ('fault' in judged) return fail(judged.fault);
    await guard?.(locked.ticket, locked.history);
    const facts: EventFacts = { as: ACTS_AS[judged.by], ...judged.decision.facts };
    if (move.place !== undefined) {
      const place = await this.texts.put(tx, move.place);
      Object.assign(facts, { placeRef: place.ref, placeDigest: place.digest });
    }
    const { stage } = judged.decision;
    await this.write(tx, whoIs(actor), locked, situation.now, { stage, action: move.action, facts, words: move.words });
  }

  /** An outside body answers a request, or sends it back. */
  async answerFor(tx: EntityManager, actor: Actor, move: PartnerMove): Promise<void> {
    const locked = await this.lock(tx, move.ticketId);
    const wrong = wrongStage(move.action, locked.state);
    if (wrong) fail(wrong);
    const situation = await this.situation(tx, locked, actor.id, move.given);
    await this.carry(tx, whoIs(actor), locked, situation, move);
  }

  /** Does what time has to do with a ticket by now; true when that was anything. */
  async wake(tx: EntityManager, ticketId: string): Promise<boolean> {
    for (let n = 0; n < MOST_ACTS; n++) {
      const locked = await this.lock(tx, ticketId);
      const situation = await this.situation(tx, locked, SYSTEM_ID);
      const act = nextSystemAct(locked.state, situation.now);
      if (!act) return n > 0;
      await this.carry(tx, SYSTEM, locked, { ...situation, given: act.given }, act);
    }
    throw new Error(`time finds no end with ticket ${ticketId}`);
  }

  /** After a change of the calendar: dates that became later are told anew, none becomes earlier. */
  async redate(tx: EntityManager, ticketId: string): Promise<boolean> {
    const locked = await this.lock(tx, ticketId);
    const dues = laterDues(await this.policies.terms(tx, locked.ticket), locked.state);
    const told = dues.resolve ?? dues.accept;
    if (Object.keys(dues).length === 0) return false;
    const facts: EventFacts = { as: 'system', dues, ...(told ? { dueAt: new Date(told.at).toISOString() } : {}) };
    await this.write(tx, SYSTEM, locked, locked.now, { action: 'redate', stage: locked.state.stage, facts });
    return true;
  }

  /** Gives a ticket without a known requester to one, or to the person its resident turned out to be; who may is the caller's to have checked. */
  async attribute(
    tx: EntityManager,
    actor: Pick<Actor, 'id' | 'kind'>,
    ticketId: string,
    facts: Pick<EventFacts, 'as' | 'personId' | 'residentId'>,
  ): Promise<void> {
    const locked = await this.lock(tx, ticketId);
    if (hasKnownRequester(locked.ticket) && !isOfResident(locked.ticket, facts)) fail('CHANGED_MEANWHILE');
    await this.write(tx, whoIs(actor), locked, locked.now, { action: 'attribute', stage: locked.state.stage, facts });
  }

  private async lock(tx: EntityManager, ticketId: string): Promise<Told> {
    return tell(tx, (await findTicket(tx, ticketId, 'FOR UPDATE')) ?? fail('NOT_FOUND'));
  }

  private async situation(tx: EntityManager, locked: Told, actorId: string, given: Given = {}): Promise<Situation> {
    const { ticket, state, history, now, calendarRevision } = locked;
    const tzOffset = this.scopes.communityOf(ticket.gridId).tzOffset;
    return {
      ...(await this.policies.terms(tx, ticket, calendarRevision)),
      state,
      history,
      given,
      actorId,
      successorId: null,
      now,
      tzOffset,
    };
  }

  /** A step whose actor needs no standing: time, or an outside body with a request of its own. */
  private async carry(
    tx: EntityManager,
    who: Who,
    locked: Told,
    situation: Situation,
    { action, words }: Pick<Entry, 'action' | 'words'> & { action: PartnerAction | SystemAction | 'escalate' },
  ): Promise<void> {
    const decision = decide(action, situation);
    if ('fault' in decision) return fail(decision.fault);
    const as = who === SYSTEM ? 'system' : 'partner';
    await this.write(tx, who, locked, situation.now, { ...decision, action, facts: { as, ...decision.facts }, words });
  }

  /** Where it rises, somebody there joins those who hold it; an objection is decided there, and held by nobody yet. */
  private async joining(
    tx: EntityManager,
    { ticket, state }: Told,
    action: Entry['action'],
    facts: EventFacts,
  ): Promise<EventFacts> {
    const { tier } = facts;
    if (tier === undefined || action === 'contest' || TIERS.indexOf(tier) <= TIERS.indexOf(state.tier)) return facts;
    const besides = [state.holderId ?? [], facts.holderId ?? [], state.joined.map(({ personId }) => personId)].flat();
    const joinedId = await this.tiers.officer(tx, ticket.communityId, tier, besides);
    return joinedId === null ? facts : { ...facts, joinedId };
  }

  private async write(
    tx: EntityManager,
    who: Who,
    locked: Told,
    now: number,
    { action, stage, facts, words }: Entry,
  ): Promise<void> {
    const { ticket, state } = locked;
    // What is sent to an outside body may hang on the ticket already.
    const again = action === 'coordinate';
    await this.media.attach(tx, { id: who.actorId }, facts, { kind: 'ticket', id: ticket.id }, again);
    const text = words === undefined ? null : await this.texts.put(tx, words);
    const event: TicketEvent = {
      id: newId(),
      ticketId: ticket.id,
      seq: state.seq + 1,
      action,
      stage,
      ...who,
      at: now,
      facts: await this.joining(tx, locked, action, facts),
      textRef: text?.ref ?? null,
      textDigest: text?.digest ?? null,
    };
    const after = next(state, event);
    await append(tx, [event]);
    await writeState(tx, ticket.id, rowOf(after));
    await writeSides(tx, ticket.id, state, after);
    await this.outbox.publish(tx, 'ticket.moved', { ticketId: ticket.id, eventId: event.id });
  }
}
