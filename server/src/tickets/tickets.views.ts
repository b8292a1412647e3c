/** The only way tickets leave the server: rows and details, masked for whoever reads. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Action } from '@sevengrid/shared/tickets/flows';
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { DueView, PartyView, TicketRowView, TicketView } from '@sevengrid/shared/tickets/views';
import type { Place } from '../grids/households';
import { GridTeams } from '../grids/grid-teams';
import { Households } from '../grids/households';
import { maskName, maskPhone } from '../identity/masking';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { Clock } from '../platform/clock/clock';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import type { CaseState } from './case-state';
import { Categories } from './categories';
import { DeadlinePolicies } from './deadline-policies';
import { resolveDue, type Terms } from './due-dates';
import { CaseSides } from './case-sides.views';
import { replay } from './replay';
import { Parties, type PartyRow } from './parties';
import type { TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';
import { TimelineViews } from './timeline.views';
import { reopenUntil } from './standing';
import { WhoMay, type Told } from './who-may';
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
    private readonly people: People,
    private readonly teams: GridTeams,
    private readonly households: Households,
    private readonly clock: Clock,
    private readonly texts: Texts,
    private readonly categories: Categories,
    private readonly policies: DeadlinePolicies,
    private readonly parties: Parties,
    private readonly timeline: TimelineViews,
    private readonly sides: CaseSides,
    private readonly whoMay: WhoMay,
  ) {}

  async rows(tx: EntityManager, actor: Actor, tickets: readonly Ticket[]): Promise<TicketRowView[]> {
    const ids = (pick: (ticket: Ticket) => string | null): string[] => tickets.flatMap((ticket) => pick(ticket) ?? []);
    const texts = await this.texts.read(
      tx,
      ids((ticket) => ticket.textRef),
    );
    const names = await this.people.displayNames(
      tx,
      ids((ticket) => ticket.holderId),
    );
    const categories = await this.categories.names(
      tx,
      ids((ticket) => ticket.categoryId),
    );
    const places = await this.households.findMany(
      tx,
      ids((ticket) => ticket.householdId),
    );
    const home = actor.kind === 'person' ? await this.households.boundTo(tx, actor.id) : null;
    return tickets.map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      kind: ticket.kind,
      stage: ticket.stage,
      phase: ticket.phase,
      grade: ticket.grade,
      tier: ticket.tier,
      category: categories.get(ticket.categoryId) ?? { zh: '' },
      title: titleOf(texts.get(ticket.textRef)),
      gridId: ticket.gridId,
      gridName: this.scopes.view(ticket.gridId)?.name ?? '',
      gridNameBo: this.scopes.view(ticket.gridId)?.nameBo ?? null,
      address: this.addressOf(actor, ticket, places.get(ticket.householdId ?? ''), home),
      holderName: names.get(ticket.holderId ?? '') ?? null,
      due: dueOf(ticket),
      openedAt: new Date(ticket.openedAt).toISOString(),
      cycle: ticket.cycle,
    }));
  }

  async detail(
    tx: EntityManager,
    actor: Actor,
    ticket: Ticket,
    history: readonly TicketEvent[],
    sight: Sight,
  ): Promise<TicketView> {
    const [row] = await this.rows(tx, actor, [ticket]);
    if (!row) throw new Error('a ticket without a row');
    const texts = await this.texts.read(tx, [ticket.textRef, ...(ticket.placeRef ? [ticket.placeRef] : [])]);
    const parties = await this.parties.of(tx, ticket.id);
    const dutyPhone = (await this.teams.faces(tx, [ticket.gridId])).get(ticket.gridId)?.dutyPhone ?? '';
    const until = reopenUntil(ticket);
    const self = ticket.requesterPersonId === actor.id && isRequestersOwn(ticket);
    const beneficiary = parties.get('beneficiary');
    const told = { ticket, history, state: replay(history) };
    const terms = await this.policies.terms(tx, ticket);
    const moves = await this.moves(tx, actor, told, terms, sight);
    return {
      ...row,
      words: texts.get(ticket.textRef) ?? null,
      place: (ticket.placeRef && texts.get(ticket.placeRef)) ?? null,
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
      timeline: await this.timeline.of(tx, actor, history, sight),
      reopenUntil: until === null ? null : new Date(until).toISOString(),
      mine: sight.requester || sight.recorder,
      dueByGrade: moves.includes('accept') ? dueByGrade(told.state, terms) : null,
      ...(await this.sides.of(tx, told, sight)),
    };
  }

  private async moves(tx: EntityManager, actor: Actor, told: Told, terms: Terms, sight: Sight): Promise<Action[]> {
    const standing = await this.whoMay.standing(tx, actor, told, sight);
    const now = (await this.clock.now(tx)).getTime();
    return this.whoMay.moves(actor, { state: told.state, now, ...terms }, standing);
  }

  /** The door only for those who work there, live there, or named it: whoever found a card or a code may be anybody. */
  private addressOf(actor: Actor, ticket: Ticket, place: Place | undefined, home: Place | null): string | null {
    if (!place) return null;
    const works = actor.may('ticket.read', this.scopes.pathOf(ticket.gridId));
    const own = home?.id === place.id || ticket.recorderId === actor.id;
    return works || own ? place.address : place.building;
  }
}

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
