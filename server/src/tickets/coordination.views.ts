/** A request as the body that was asked sees it: nothing of the requester, unless they have to be reached. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PARTNER_ACTIONS } from '@sevengrid/shared/tickets/flows';
import type { PartnerRequestView } from '@sevengrid/shared/tickets/views';
import { Households } from '../grids/households';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { Texts } from '../platform/database/texts';
import { Categories } from './categories';
import { Parties } from './parties';
import type { CoordinationRow } from './side-records';
import type { TicketEvent } from './ticket-event';
import { historiesOf } from './ticket-history';
import { findTickets, type Ticket } from './ticket.entity';

interface Found {
  row: CoordinationRow;
  ticket: Ticket;
  /** How they ended it, if they did. */
  ending: TicketEvent | undefined;
  /** They sent a request on this ticket back before; a second time they may not. */
  returned: boolean;
}

const hasReturned = (history: readonly TicketEvent[], organisationId: string): boolean => {
  const theirs = history
    .filter(({ facts }) => facts.organisationId === organisationId)
    .map(({ facts }) => facts.requestId);
  return history.some(({ action, facts }) => action === 'return' && theirs.includes(facts.requestId));
};

const isOpen = ({ state }: CoordinationRow): boolean => state === 'waiting' || state === 'missed';

@Injectable()
export class CoordinationViews {
  constructor(
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly households: Households,
    private readonly texts: Texts,
    private readonly categories: Categories,
    private readonly parties: Parties,
  ) {}

  /** With name and phone of the requester where they have to be reached; lists never say them. */
  async one(tx: EntityManager, row: CoordinationRow): Promise<PartnerRequestView | null> {
    const [view] = await this.of(tx, [row]);
    if (!view) return null;
    return { ...view, contact: row.with_contact && isOpen(row) ? await this.contactOf(tx, row.ticket_id) : null };
  }

  async of(tx: EntityManager, list: readonly CoordinationRow[]): Promise<PartnerRequestView[]> {
    const ids = [...new Set(list.map((row) => row.ticket_id))];
    const tickets = new Map((await findTickets(tx, ids)).map((ticket) => [ticket.id, ticket]));
    const histories = await historiesOf(tx, ids);
    const found = list.flatMap((row): Found[] => {
      const ticket = tickets.get(row.ticket_id);
      const history = histories.get(row.ticket_id) ?? [];
      const ending = history.find(
        ({ action, facts }) => (action === 'reply' || action === 'return') && facts.requestId === row.id,
      );
      return ticket ? [{ row, ticket, ending, returned: hasReturned(history, row.organisation_id) }] : [];
    });
    const refs = found.flatMap(({ row, ending }) => [row.text_ref, ending?.textRef ?? null]);
    const texts = await this.texts.read(
      tx,
      refs.filter((ref) => ref !== null),
    );
    const names = await this.people.displayNames(
      tx,
      list.map((row) => row.asked_by),
    );
    const categories = await this.categories.names(
      tx,
      found.map(({ ticket }) => ticket.categoryId),
    );
    const places = await this.households.findMany(
      tx,
      found.flatMap(({ ticket }) => ticket.householdId ?? []),
    );
    return found.map((each) => ({
      ...this.plain(each),
      category: categories.get(each.ticket.categoryId) ?? { zh: '' },
      address: places.get(each.ticket.householdId ?? '')?.building ?? null,
      words: texts.get(each.row.text_ref ?? '') ?? null,
      askedByName: names.get(each.row.asked_by) ?? null,
      contact: null,
      answer: texts.get(each.ending?.textRef ?? '') ?? null,
    }));
  }

  private plain({ row, ticket, ending, returned }: Found) {
    const community = this.scopes.communityOf(ticket.communityId);
    return {
      id: row.id,
      number: ticket.number,
      communityName: community.name,
      communityNameBo: community.nameBo,
      officePhone: community.officePhone,
      grade: ticket.grade,
      state: row.state,
      askedAt: row.asked_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      returnReason: ending?.facts.returnReason ?? null,
      moves: isOpen(row) ? PARTNER_ACTIONS.filter((action) => action !== 'return' || !returned) : [],
    };
  }

  private async contactOf(tx: EntityManager, ticketId: string) {
    const parties = await this.parties.of(tx, ticketId);
    const party = parties.get('requester');
    return party ? { name: party.name, phone: party.phone } : null;
  }
}
