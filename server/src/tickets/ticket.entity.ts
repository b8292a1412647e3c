/** The row of a ticket: what was said when it was filed, and the projection of its events. */
import type { EntityManager } from 'typeorm';
import type { Channel, Consent, Kind } from '@sevengrid/shared/tickets/terms';
import { change, one, rows, type SqlValue } from '../platform/database/sql';
import type { TicketState } from './projection';

/** How it was filed: for oneself, from a card, by a central household, or by staff for somebody. */
export type FiledAs = 'self' | 'guest' | 'central' | 'staff';

/** What never changes after it was filed. */
export interface Filing {
  id: string;
  number: string;
  /** `20261123` on the community's wall. */
  day: string;
  serial: number;
  communityId: string;
  gridId: string;
  householdId: string | null;
  cardId: string | null;
  kind: Kind;
  categoryId: string;
  channel: Channel;
  consent: Consent;
  filedAs: FiledAs;
  /** Who typed it for somebody else. */
  recorderId: string | null;
  textRef: string;
  placeRef: string | null;
  /** What was said in place of words, or beside them. */
  voiceId: string | null;
  policyVersion: number;
  /** Milliseconds UTC. */
  openedAt: number;
}

/** What the event that opens keeps of a filing: its id, instant and words are the event's own. */
export type FilingFacts = Omit<Filing, 'id' | 'openedAt'>;

export type Ticket = Filing & TicketState;

type Field = keyof Ticket;

/** Ids, codes and numbers: fit for history, and held to it by the audit. */
export const FILING_FACTS: readonly (keyof FilingFacts)[] = [
  'number', 'day', 'serial', 'communityId', 'gridId', 'householdId', 'cardId', 'kind', 'categoryId', 'channel',
  'consent', 'filedAs', 'recorderId', 'textRef', 'placeRef', 'voiceId', 'policyVersion',
]; // prettier-ignore

/** Every column that the events decide. */
export const STATE: readonly (keyof TicketState)[] = [
  'stage', 'phase', 'grade', 'tier', 'cycle', 'cycleSeq', 'contested', 'reopens', 'outcome', 'finding', 'holderId',
  'verifierId', 'requesterPersonId', 'requesterResidentId', 'startedAt', 'acceptedAt', 'contactedAt', 'resolvedAt',
  'closedAt', 'resolveDueAt', 'dueClock', 'dueAt', 'dueFrom', 'soonAt', 'wakeAt', 'queueAt', 'projected', 'seq',
]; // prettier-ignore

const column = (field: Field): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const ALL: readonly Field[] = ['id', ...FILING_FACTS, 'openedAt', ...STATE];
const isInstant = (field: Field): boolean => field.endsWith('At') || field === 'dueFrom';
/** Worked out once, since every row is read by them. */
const READ_BY = ALL.map((field) => ({ field, name: column(field), instant: isInstant(field) }));

/** `t.id, t.number, …` for a SELECT from `ticket t`. */
export const TICKET_COLUMNS = ALL.map((field) => `t.${column(field)}`).join(', ');

export const filingFacts = (filing: Filing): FilingFacts =>
  Object.fromEntries(FILING_FACTS.map((field) => [field, filing[field]])) as unknown as FilingFacts;

export type TicketRow = Record<string, unknown>;

/** A row as the driver gives it, with instants in milliseconds. */
export function ticketOf(row: TicketRow): Ticket {
  const ticket: Record<string, unknown> = {};
  for (const { field, name, instant } of READ_BY) {
    const value = row[name];
    ticket[field] = instant && value instanceof Date ? value.getTime() : value;
  }
  ticket.contested = Boolean(ticket.contested);
  return ticket as unknown as Ticket;
}

const valueOf = (ticket: Partial<Ticket>, field: Field): SqlValue => {
  const value = ticket[field] ?? null;
  return isInstant(field) && typeof value === 'number' ? new Date(value) : value;
};

/** Bulk-inserts tickets; one statement. */
export async function insertTickets(tx: EntityManager, tickets: readonly Ticket[]): Promise<void> {
  const marks = `(${ALL.map(() => '?').join(',')})`;
  await change(
    tx,
    `INSERT INTO ticket (${ALL.map(column).join(', ')}) VALUES ${tickets.map(() => marks).join(', ')}`,
    tickets.flatMap((ticket) => ALL.map((field) => valueOf(ticket, field))),
  );
}

/** Writes the projection over the row. */
export async function writeState(tx: EntityManager, id: string, state: TicketState): Promise<void> {
  const sets = STATE.map((field) => `${column(field)} = ?`).join(', ');
  await change(tx, `UPDATE ticket SET ${sets} WHERE id = ?`, [...STATE.map((field) => valueOf(state, field)), id]);
}

export async function findTicket(tx: EntityManager, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<Ticket | null> {
  const row = await one<TicketRow>(tx, `SELECT ${TICKET_COLUMNS} FROM ticket t WHERE t.id = ? ${lock}`, [id]);
  return row && ticketOf(row);
}

/** The tickets of these ids, in the order of the ids. */
export async function findTickets(tx: EntityManager, ids: readonly string[]): Promise<Ticket[]> {
  if (ids.length === 0) return [];
  const found = await rows<TicketRow>(tx, `SELECT ${TICKET_COLUMNS} FROM ticket t WHERE t.id IN (?)`, [ids]);
  const byId = new Map(found.map((row) => [row.id, ticketOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
