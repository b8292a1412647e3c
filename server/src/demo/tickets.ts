/** Seeds the demo community's tickets with their whole histories, and the notices that came of the latest. */
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { SEEDED_POLICY } from '@sevengrid/shared/tickets/deadlines';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows, type SqlValue } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Outbox } from '../platform/jobs/outbox';
import { Categories } from '../tickets/categories';
import { DeadlinePolicies } from '../tickets/deadline-policies';
import { rowOf } from '../tickets/projection';
import { writeSides } from '../tickets/side-records';
import { WorkingCalendars } from '../tickets/working-calendars';
import { NOTICE_OF_2026 } from './notice-of-2026';
import { Parties, type PartyRow } from '../tickets/parties';
import type { TicketEvent } from '../tickets/ticket-event';
import { append } from '../tickets/ticket-history';
import { numberOf } from '../tickets/ticket-number';
import { filingFacts, insertTickets, type Ticket } from '../tickets/ticket.entity';
import '../tickets/news-of-tickets';
import type { DemoContext } from './demo-context';
import type { LivedTicket } from './lived-ticket';
import { TicketPlanner } from './plan-tickets';
import { CATEGORIES } from './ticket-phrases';

const DAY = 86_400_000;
const POLICY_VERSION = 1;
/** Of so many days the inbox still has notices; what is older than two is read. */
const TOLD_DAYS = 10;
const AT_ONCE = 100;

export async function seedTickets(tx: EntityManager, context: DemoContext): Promise<void> {
  const categories = await seedTerms(tx, context);
  const calendar = await context.app.get(WorkingCalendars).of(tx, context.communityId);
  const planner = new TicketPlanner(context, categories, POLICY_VERSION, { policy: SEEDED_POLICY, calendar });
  planner.plan();
  const lived = planner.tickets.sort((a, b) => a.filing.openedAt - b.filing.openedAt);
  await write(tx, context, lived);
}

/** The notices that came of the latest moves; what is older than two days was read. */
export async function tellOfTickets(app: INestApplicationContext): Promise<void> {
  await app.get(Outbox).settle();
  await app
    .get(UnitOfWork)
    .run((tx) =>
      change(
        tx,
        'UPDATE notice SET read_at = at + INTERVAL 1 HOUR WHERE read_at IS NULL AND at < NOW(3) - INTERVAL 2 DAY',
      ),
    );
}

/** Categories and deadlines, which every community needs before anything can be filed. */
export async function seedTerms(
  tx: EntityManager,
  { app, rng, communityId, now, people }: DemoContext,
): Promise<CategoryView[]> {
  const since = now.getTime() - 365 * DAY;
  const version = { version: POLICY_VERSION, validFrom: new Date(since), writtenBy: people.lead.id };
  const book = { policy: SEEDED_POLICY, byCategory: new Map() };
  await app.get(DeadlinePolicies).write(tx, { communityId, ...version }, book);
  await app.get(WorkingCalendars).writeDays(tx, communityId, NOTICE_OF_2026);
  await change(tx, 'UPDATE work_calendar SET redated = revision WHERE community_id = ?', [communityId]);
  for (const [position, { code, name, hint, grade, danger }] of CATEGORIES.entries()) {
    await change(
      tx,
      `INSERT INTO ticket_category (id, community_id, code, name, hint, grade, danger, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[ulid(since + position, rng.bytes(16)), communityId, code],
        ...[JSON.stringify(name), JSON.stringify(hint), grade, danger === true, position],
      ],
    );
  }
  return app.get(Categories).of(tx, communityId);
}

async function write(tx: EntityManager, context: DemoContext, lived: readonly LivedTicket[]): Promise<void> {
  const { numberPrefix } = context.app.get(Scopes).communityOf(context.communityId);
  const serials = new Map<string, number>();
  const [tickets, events]: [Ticket[], TicketEvent[]] = [[], []];
  for (const { filing, state, events: steps } of lived) {
    const serial = (serials.get(filing.day) ?? 0) + 1;
    serials.set(filing.day, serial);
    const said = await putWords(tx, context, steps);
    const textRef = said[0]?.textRef ?? '';
    const number = numberOf(numberPrefix, filing.day, serial);
    const ticket: Ticket = { ...filing, ...rowOf(state), number, serial, textRef, placeRef: null };
    const [opening, ...later] = said;
    if (!opening) throw new Error('a ticket without a history');
    tickets.push(ticket);
    events.push({ ...opening, facts: { ...opening.facts, filing: filingFacts(ticket) } }, ...later);
  }
  for (let i = 0; i < tickets.length; i += AT_ONCE) await insertTickets(tx, tickets.slice(i, i + AT_ONCE));
  for (let i = 0; i < events.length; i += AT_ONCE) await append(tx, events.slice(i, i + AT_ONCE));
  for (const [day, last] of serials)
    await change(tx, 'INSERT INTO ticket_number (community_id, day, last) VALUES (?, ?, ?)', [
      context.communityId,
      day,
      last,
    ]);
  const nothing = { joined: [], requests: [] };
  for (const { filing, state } of lived) await writeSides(tx, filing.id, nothing, state);
  await writeGuests(tx, tickets, events);
  await writeParties(tx, context, tickets);
  const from = context.now.getTime() - TOLD_DAYS * DAY;
  for (const event of events.filter(({ at }) => at > from))
    await context.app.get(Outbox).publish(tx, 'ticket.moved', { ticketId: event.ticketId, eventId: event.id });
}

async function putWords(tx: EntityManager, { app }: DemoContext, steps: LivedTicket['events']): Promise<TicketEvent[]> {
  const said: TicketEvent[] = [];
  for (const { words, ...event } of steps) {
    const text = words === '' ? null : await app.get(Texts).put(tx, words);
    said.push({ ...event, textRef: text?.ref ?? null, textDigest: text?.digest ?? null });
  }
  return said;
}

async function writeGuests(
  tx: EntityManager,
  tickets: readonly Ticket[],
  events: readonly TicketEvent[],
): Promise<void> {
  const filed = tickets.filter((ticket) => ticket.filedAs === 'guest');
  const guestOf = new Map(events.filter((event) => event.seq === 1).map((event) => [event.ticketId, event.actorId]));
  const insert = (head: string, list: readonly SqlValue[][]) =>
    change(tx, `${head} VALUES ${list.map((row) => `(${row.map(() => '?').join(',')})`).join(', ')}`, list.flat());
  if (filed.length === 0) return;
  await insert(
    'INSERT INTO guest (id, card_id, scope_id, created_at)',
    filed.map(({ id, cardId, gridId, openedAt }) => [guestOf.get(id) ?? '', cardId, gridId, new Date(openedAt)]),
  );
  await insert(
    'INSERT INTO ticket_guest (guest_id, ticket_id)',
    filed.map(({ id }) => [guestOf.get(id) ?? '', id]),
  );
}

/** Whoever is first in the household's register asked, unless it is somebody with an account. */
async function writeParties(tx: EntityManager, { app }: DemoContext, tickets: readonly Ticket[]): Promise<void> {
  const cipher = app.get(FieldCipher);
  const found = await rows<{
    household_id: string;
    person_id: string | null;
    name_enc: Buffer;
    phone_enc: Buffer | null;
  }>(tx, 'SELECT household_id, person_id, name_enc, phone_enc FROM resident ORDER BY id DESC');
  const byHousehold = new Map(found.map((row) => [row.household_id, row]));
  const byPerson = new Map(found.flatMap((row) => (row.person_id ? [[row.person_id, row] as const] : [])));
  const parties = tickets.flatMap((ticket): PartyRow[] => {
    const row = byPerson.get(ticket.requesterPersonId ?? '') ?? byHousehold.get(ticket.householdId ?? '');
    if (!row || ticket.filedAs === 'guest') return [];
    const phone = row.phone_enc && cipher.open(row.phone_enc);
    return [{ ticketId: ticket.id, part: 'requester', name: cipher.open(row.name_enc), phone }];
  });
  await app.get(Parties).putAll(tx, parties);
}
