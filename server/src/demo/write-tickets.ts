/** Writes lived tickets as the engine would have left them: rows, history, words, numbers, guests and parties, in bulk. */
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows, type SqlValue } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { Parties, type PartyRow } from '../tickets/parties';
import { rowOf } from '../tickets/projection';
import { replay } from '../tickets/replay';
import { writeSides } from '../tickets/side-records';
import type { TicketEvent } from '../tickets/ticket-event';
import { append } from '../tickets/ticket-history';
import { numberOf } from '../tickets/ticket-number';
import { filingFacts, insertTickets, type Ticket } from '../tickets/ticket.entity';
import type { DemoContext } from './demo-context';
import type { LivedTicket } from './lived-ticket';

const AT_ONCE = 100;

type Asker = Pick<PartyRow, 'name' | 'phone'>;

/** Who may have asked: by the person that they are, and whoever is first in the register of a household. */
interface Askers {
  byPerson: ReadonlyMap<string, Asker>;
  byHousehold: ReadonlyMap<string, Asker>;
}

export class TicketWriter {
  /** By day, the last serial given. */
  private readonly serials = new Map<string, number>();
  private askers: Askers | undefined;

  constructor(private readonly context: DemoContext) {}

  /** Answers the events written, each ticket's in their order. */
  async write(tx: EntityManager, lived: readonly LivedTicket[]): Promise<TicketEvent[]> {
    const inOrder = [...lived].sort((a, b) => a.filing.openedAt - b.filing.openedAt);
    const said = await this.putWords(tx, inOrder);
    const [tickets, events]: [Ticket[], TicketEvent[]] = [[], []];
    for (const [i, { filing, state }] of inOrder.entries()) {
      const [opening, ...later] = said[i] ?? [];
      if (!opening?.textRef) throw new Error('a ticket without a history');
      const numbered = this.numbered(filing.day);
      const ticket: Ticket = { ...filing, ...rowOf(state), ...numbered, textRef: opening.textRef, placeRef: null };
      tickets.push(ticket);
      events.push({ ...opening, facts: { ...opening.facts, filing: filingFacts(ticket) } }, ...later);
    }
    for (let i = 0; i < tickets.length; i += AT_ONCE) await insertTickets(tx, tickets.slice(i, i + AT_ONCE));
    for (let i = 0; i < events.length; i += AT_ONCE) await append(tx, events.slice(i, i + AT_ONCE));
    const nothing = { joined: [], requests: [] };
    // The requests know their words only now that those are kept.
    for (const [i, { filing, state }] of inOrder.entries())
      if (state.joined.length + state.requests.length > 0)
        await writeSides(tx, filing.id, nothing, replay(said[i] ?? []));
    await this.writeNumbers(tx);
    await this.writeGuests(tx, tickets, events);
    await this.writeParties(tx, tickets);
    return events;
  }

  private numbered(day: string): Pick<Ticket, 'number' | 'serial'> {
    const { numberPrefix } = this.context.app.get(Scopes).communityOf(this.context.communityId);
    const serial = (this.serials.get(day) ?? 0) + 1;
    this.serials.set(day, serial);
    return { serial, number: numberOf(numberPrefix, day, serial) };
  }

  private async putWords(tx: EntityManager, lived: readonly LivedTicket[]): Promise<TicketEvent[][]> {
    const steps = lived.flatMap(({ events }) => events);
    const bodies = steps.flatMap(({ words }) => (words === '' ? [] : [words]));
    const kept = (await this.context.app.get(Texts).putAll(tx, bodies)).values();
    return lived.map(({ events }) =>
      events.map(({ words, ...event }): TicketEvent => {
        const text = words === '' ? undefined : kept.next().value;
        return { ...event, textRef: text?.ref ?? null, textDigest: text?.digest ?? null };
      }),
    );
  }

  private async writeNumbers(tx: EntityManager): Promise<void> {
    const given = [...this.serials].map(([day, last]) => [this.context.communityId, day, last]);
    await insert(tx, 'ticket_number (community_id, day, last)', given, 'ON DUPLICATE KEY UPDATE last = VALUES(last)');
  }

  private async writeGuests(
    tx: EntityManager,
    tickets: readonly Ticket[],
    events: readonly TicketEvent[],
  ): Promise<void> {
    const filed = tickets.filter((ticket) => ticket.filedAs === 'guest');
    const guestOf = new Map(events.filter((event) => event.seq === 1).map((event) => [event.ticketId, event.actorId]));
    await insert(
      tx,
      'guest (id, card_id, scope_id, created_at)',
      filed.map(({ id, cardId, gridId, openedAt }) => [guestOf.get(id) ?? '', cardId, gridId, new Date(openedAt)]),
    );
    await insert(
      tx,
      'ticket_guest (guest_id, ticket_id)',
      filed.map(({ id }) => [guestOf.get(id) ?? '', id]),
    );
  }

  /** Whoever is first in the household's register asked, unless it is somebody with an account. */
  private async writeParties(tx: EntityManager, tickets: readonly Ticket[]): Promise<void> {
    this.askers ??= await this.readAskers(tx);
    const { byPerson, byHousehold } = this.askers;
    const parties = tickets.flatMap((ticket): PartyRow[] => {
      const asker = byPerson.get(ticket.requesterPersonId ?? '') ?? byHousehold.get(ticket.householdId ?? '');
      return asker && ticket.filedAs !== 'guest' ? [{ ticketId: ticket.id, part: 'requester', ...asker }] : [];
    });
    await this.context.app.get(Parties).putAll(tx, parties);
  }

  private async readAskers(tx: EntityManager): Promise<Askers> {
    const cipher = this.context.app.get(FieldCipher);
    const found = await rows<{
      household_id: string;
      person_id: string | null;
      name_enc: Buffer;
      phone_enc: Buffer | null;
    }>(tx, 'SELECT household_id, person_id, name_enc, phone_enc FROM resident ORDER BY id DESC');
    const inClear = found.map((row) => {
      const phone = row.phone_enc && cipher.open(row.phone_enc);
      return { ...row, asker: { name: cipher.open(row.name_enc), phone } };
    });
    return {
      byHousehold: new Map(inClear.map((row) => [row.household_id, row.asker])),
      byPerson: new Map(inClear.flatMap((row) => (row.person_id ? [[row.person_id, row.asker] as const] : []))),
    };
  }
}

async function insert(tx: EntityManager, into: string, list: readonly SqlValue[][], end = ''): Promise<void> {
  if (list.length === 0) return;
  const marks = list.map((row) => `(${row.map(() => '?').join(',')})`).join(', ');
  await change(tx, `INSERT INTO ${into} VALUES ${marks} ${end}`, list.flat());
}
