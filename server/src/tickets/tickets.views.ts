/** The only way tickets leave the server: rows and details, masked for whoever reads. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { DueView, PartyView, TicketRowView, TicketView } from '@sevengrid/shared/tickets/views';
import { Households, addressOf, type Place } from '../grids/households';
import { maskName, maskPhone } from '../identity/masking';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import type { CaseState } from './case-state';
import { DeadlinePolicies } from './deadline-policies';
import { resolveDue, type Terms } from './due-dates';
import { sidesOf, sidesWant } from './case-sides.views';
import { Parties, type PartyRow } from './parties';
import { References, type Found, type Wanted } from './references';
import type { ShownTicket } from './shown-ticket';
import type { Ticket } from './ticket.entity';
import { timelineOf, timelineWants } from './timeline.views';
import type { Told } from './told';
import { reopenUntil } from './standing';
import { WhoMay } from './who-may';
import type { Sight } from './who-sees';

/** Characters of a title in a list. */
const TITLE = 32;

export const titleOf = (words: string | null | undefined): string => {
  const [...characters] = (words ?? '').replace(/\s+/g, ' ').trim();
  return characters.length > TITLE ? `${characters.slice(0, TITLE).join('')}…` : characters.join('');
};

const dueOf = ({ dueClock, dueAt, dueFrom }: Ticket): DueView | null =>
  dueClock === null || dueAt === null
    ? null
    : { clock: dueClock, at: new Date(dueAt).toISOString(), startedAt: new Date(dueFrom ?? dueAt).toISOString() };

@Injectable()
export class TicketViews {
  constructor(
    private readonly scopes: Scopes,
    private readonly households: Households,
    private readonly policies: DeadlinePolicies,
    private readonly parties: Parties,
    private readonly references: References,
    private readonly whoMay: WhoMay,
  ) {}

  async rows(tx: EntityManager, actor: Actor, tickets: readonly ShownTicket[]): Promise<TicketRowView[]> {
    const found = await this.references.read(tx, tickets.map(rowWants));
    const home = await this.homeAmong(tx, actor, tickets);
    return tickets.map((ticket) => this.row(actor, ticket, found, home));
  }

  async detail(tx: EntityManager, actor: Actor, told: Told<ShownTicket>, sight: Sight): Promise<TicketView> {
    const { ticket, state, history } = told;
    const wanted = [
      rowWants(ticket),
      { texts: [ticket.placeRef] },
      timelineWants(history, sight),
      sidesWant(told, sight),
    ];
    const found = await this.references.read(tx, wanted);
    const row = this.row(actor, ticket, found, await this.homeAmong(tx, actor, [ticket]));
    const parties = await this.parties.of(tx, ticket.id);
    const { dutyPhone } = ticket;
    const until = reopenUntil(ticket);
    const self = ticket.requesterPersonId === actor.id && isRequestersOwn(ticket);
    const beneficiary = parties.get('beneficiary');
    const terms = await this.policies.terms(tx, ticket, told.calendarRevision);
    const moves = this.whoMay.moves(actor, { ...told, ...terms }, await this.whoMay.standing(tx, actor, told, sight));
    return {
      ...row,
      words: found.texts.get(ticket.textRef) || null,
      place: found.texts.get(ticket.placeRef ?? '') ?? null,
      channel: ticket.channel,
      consent: ticket.consent,
      requester: partyOf(parties.get('requester'), self),
      beneficiary: beneficiary ? partyOf(beneficiary, false) : null,
      householdId: ticket.householdId,
      holder: ticket.holderId ? { id: ticket.holderId, displayName: row.holderName ?? '', dutyPhone } : null,
      dutyPhone,
      outcome: ticket.outcome,
      finding: ticket.finding,
      attempts: history.filter((event) => event.action === 'attempt' && event.seq >= ticket.cycleSeq).length,
      moves,
      timeline: timelineOf(actor, history, sight, found),
      reopenUntil: until === null ? null : new Date(until).toISOString(),
      mine: sight.requester || sight.recorder,
      dueByGrade: moves.includes('accept') ? dueByGrade(state, terms) : null,
      ...sidesOf(told, sight, found),
    };
  }

  private row(actor: Actor, ticket: ShownTicket, { texts, people }: Found, home: Place | null): TicketRowView {
    const grid = this.scopes.view(ticket.gridId);
    return {
      id: ticket.id,
      number: ticket.number,
      kind: ticket.kind,
      stage: ticket.stage,
      phase: ticket.phase,
      grade: ticket.grade,
      tier: ticket.tier,
      category: ticket.category,
      title: titleOf(texts.get(ticket.textRef)),
      spoken: ticket.voiceId !== null,
      gridId: ticket.gridId,
      gridName: grid?.name ?? '',
      gridNameBo: grid?.nameBo ?? null,
      address: this.addressOf(actor, ticket, home),
      onBehalf: ticket.recorderId === actor.id && ticket.requesterPersonId !== actor.id,
      holderName: people.get(ticket.holderId ?? '') ?? null,
      due: dueOf(ticket),
      openedAt: new Date(ticket.openedAt).toISOString(),
      cycle: ticket.cycle,
      attempts: ticket.attempts,
    };
  }

  /** The door only for those who work there, live there, or named it: whoever found a card or a code may be anybody. */
  private addressOf(actor: Actor, ticket: ShownTicket, home: Place | null): string | null {
    if (!ticket.household) return null;
    const { building, door } = ticket.household;
    const mayKnow = this.knowsDoor(actor, ticket) || home?.id === ticket.householdId;
    return mayKnow ? addressOf(building, door) : building;
  }

  private knowsDoor(actor: Actor, { gridId, recorderId }: Ticket): boolean {
    return recorderId === actor.id || actor.may('ticket.read', this.scopes.pathOf(gridId));
  }

  /** Where the actor lives, asked only where it matters. */
  private async homeAmong(tx: EntityManager, actor: Actor, tickets: readonly ShownTicket[]): Promise<Place | null> {
    const matters = tickets.some((ticket) => ticket.household !== null && !this.knowsDoor(actor, ticket));
    return matters && actor.kind === 'person' ? this.households.boundTo(tx, actor.id) : null;
  }
}

const rowWants = ({ textRef, holderId }: Ticket): Wanted => ({ texts: [textRef], people: [holderId] });

function dueByGrade(state: CaseState, terms: Terms): Record<Grade, string> {
  const due = (grade: Grade): string => new Date(resolveDue(terms, { ...state, grade })?.at ?? 0).toISOString();
  return { G0: due('G0'), G1: due('G1'), G2: due('G2'), G3: due('G3') };
}

/** What stands there is theirs: they typed it as the person they are, or it is the register's row of them; not so after a claim. */
const isRequestersOwn = (ticket: Ticket): boolean => ticket.filedAs === 'self' || ticket.requesterResidentId !== null;

function partyOf(party: PartyRow | undefined, clear: boolean): PartyView {
  if (!party) return { name: null, phone: null };
  if (clear) return { name: party.name, phone: party.phone };
  return { name: party.name && maskName(party.name), phone: party.phone && maskPhone(party.phone) };
}
