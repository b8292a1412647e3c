/** A request as the body that was asked sees it: nothing of the requester, unless they have to be reached. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PartnerAction } from '@sevengrid/shared/tickets/flows';
import type { PartnerRequestView } from '@sevengrid/shared/tickets/views';
import { Households } from '../grids/households';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { Attachments, givenIds } from '../media/attachments';
import { Texts } from '../platform/database/texts';
import { partnerMoves } from './appeal-rules';
import { isOpen } from './case-state';
import { Categories } from './categories';
import { Parties } from './parties';
import { replay } from './replay';
import type { CoordinationRow } from './side-records';
import type { TicketEvent } from './ticket-event';
import { historiesOf } from './ticket-history';
import { findTickets, type Ticket } from './ticket.entity';

interface Found {
  row: CoordinationRow;
  ticket: Ticket;
  asking: TicketEvent | undefined;
  /** How they ended it, if they did. */
  ending: TicketEvent | undefined;
  /** What they may do with it. */
  moves: PartnerAction[];
}

@Injectable()
export class CoordinationViews {
  constructor(
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly households: Households,
    private readonly texts: Texts,
    private readonly categories: Categories,
    private readonly parties: Parties,
    private readonly media: Attachments,
  ) {}

  /** With what lists never say: how to reach the requester where they have to be, and what was sent along. */
  async one(tx: EntityManager, row: CoordinationRow): Promise<PartnerRequestView | null> {
    const [found] = await this.find(tx, [row]);
    const [view] = await this.shown(tx, found ? [found] : []);
    if (!found || !view) return null;
    const media = await this.mediaOf(tx, found);
    return {
      ...view,
      ...media,
      contact: row.with_contact && isOpen(row) ? await this.contactOf(tx, row.ticket_id) : null,
    };
  }

  async of(tx: EntityManager, list: readonly CoordinationRow[]): Promise<PartnerRequestView[]> {
    return this.shown(tx, await this.find(tx, list));
  }

  private async find(tx: EntityManager, list: readonly CoordinationRow[]): Promise<Found[]> {
    const ids = [...new Set(list.map((row) => row.ticket_id))];
    const tickets = new Map((await findTickets(tx, ids)).map((ticket) => [ticket.id, ticket]));
    const histories = await historiesOf(tx, ids);
    return list.flatMap((row): Found[] => {
      const ticket = tickets.get(row.ticket_id);
      const history = histories.get(row.ticket_id);
      if (!ticket || !history) return [];
      const events = history.filter(({ facts }) => facts.requestId === row.id);
      const asking = events.find(({ action }) => action === 'coordinate');
      const ending = events.find(({ action }) => action === 'reply' || action === 'return');
      return [{ row, ticket, asking, ending, moves: partnerMoves(replay(history), row.id) }];
    });
  }

  /** What was sent along, while the request is open, and what they sent themselves; nothing else that hangs on the ticket. */
  private async mediaOf(
    tx: EntityManager,
    { row, asking, ending }: Found,
  ): Promise<Pick<PartnerRequestView, 'media' | 'answerMedia'>> {
    const [sent, own] = [isOpen(row) && asking ? givenIds(asking.facts) : [], ending ? givenIds(ending.facts) : []];
    const all = await this.media.byId(tx, [...sent, ...own]);
    const these = (ids: readonly string[]) => ids.flatMap((id) => all.get(id) ?? []);
    return { media: these(sent), answerMedia: these(own) };
  }

  private async shown(tx: EntityManager, found: readonly Found[]): Promise<PartnerRequestView[]> {
    const refs = found.flatMap(({ row, ending }) => [row.text_ref, ending?.textRef ?? null]);
    const texts = await this.texts.read(
      tx,
      refs.filter((ref) => ref !== null),
    );
    const names = await this.people.displayNames(
      tx,
      found.map(({ row }) => row.asked_by),
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
      media: [],
      contact: null,
      answer: texts.get(each.ending?.textRef ?? '') ?? null,
      answerMedia: [],
    }));
  }

  private plain({ row, ticket, ending, moves }: Found) {
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
      moves,
    };
  }

  private async contactOf(tx: EntityManager, ticketId: string) {
    const parties = await this.parties.of(tx, ticketId);
    const party = parties.get('requester');
    return party ? { name: party.name, phone: party.phone } : null;
  }
}
