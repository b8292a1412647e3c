/** Reads and appends the events of tickets; nothing here, or anywhere, changes one. */
import type { EntityManager } from 'typeorm';
import { change, rows } from '../platform/database/sql';
import type { EventFacts, TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';

const COLUMNS = 'id, ticket_id, seq, action, stage, actor_id, actor_kind, at, facts, text_ref, text_digest';

export interface EventRow {
  id: string;
  ticket_id: string;
  seq: number;
  action: TicketEvent['action'];
  stage: TicketEvent['stage'];
  actor_id: string;
  actor_kind: TicketEvent['actorKind'];
  at: Date;
  /** MariaDB keeps JSON as text, MySQL answers it parsed. */
  facts: string | EventFacts;
  text_ref: string | null;
  text_digest: string | null;
}

export const eventOf = (row: EventRow): TicketEvent => ({
  id: row.id,
  ticketId: row.ticket_id,
  seq: row.seq,
  action: row.action,
  stage: row.stage,
  actorId: row.actor_id,
  actorKind: row.actor_kind,
  at: row.at.getTime(),
  facts: typeof row.facts === 'string' ? (JSON.parse(row.facts) as EventFacts) : row.facts,
  textRef: row.text_ref,
  textDigest: row.text_digest,
});

/** The whole history of one ticket, from its beginning. */
export async function historyOf(tx: EntityManager, ticketId: string): Promise<TicketEvent[]> {
  const found = await rows<EventRow>(tx, `SELECT ${COLUMNS} FROM ticket_event WHERE ticket_id = ? ORDER BY seq`, [
    ticketId,
  ]);
  return found.map(eventOf);
}

/** A history, and the moment at which it was read. */
export interface HistoryNow {
  history: TicketEvent[];
  /** Milliseconds UTC. */
  now: number;
  /** Of the community's working calendar. */
  calendarRevision: number;
}

/** What a ticket is judged by, in one statement. */
export async function historyNow(
  tx: EntityManager,
  { id, communityId }: Pick<Ticket, 'id' | 'communityId'>,
): Promise<HistoryNow> {
  const found = await rows<EventRow & { now: Date; calendar_revision: number | null }>(
    tx,
    `SELECT ${COLUMNS}, NOW(3) AS now,
       (SELECT c.revision FROM work_calendar c WHERE c.community_id = ?) AS calendar_revision
     FROM ticket_event WHERE ticket_id = ? ORDER BY seq`,
    [communityId, id],
  );
  const [first] = found;
  if (!first) throw new Error('a ticket without a history');
  return { history: found.map(eventOf), now: first.now.getTime(), calendarRevision: first.calendar_revision ?? 0 };
}

/** The histories of several tickets, each from its beginning. */
export async function historiesOf(
  tx: EntityManager,
  ticketIds: readonly string[],
): Promise<Map<string, TicketEvent[]>> {
  const histories = new Map<string, TicketEvent[]>(ticketIds.map((id) => [id, []]));
  if (ticketIds.length === 0) return histories;
  const sql = `SELECT ${COLUMNS} FROM ticket_event WHERE ticket_id IN (?) ORDER BY ticket_id, seq`;
  for (const row of await rows<EventRow>(tx, sql, [ticketIds])) histories.get(row.ticket_id)?.push(eventOf(row));
  return histories;
}

export async function findEvent(tx: EntityManager, id: string): Promise<TicketEvent | null> {
  const [row] = await rows<EventRow>(tx, `SELECT ${COLUMNS} FROM ticket_event WHERE id = ?`, [id]);
  return row ? eventOf(row) : null;
}

/** Appends; UNIQUE(ticket_id, seq) refuses two writers of the same number. */
export async function append(tx: EntityManager, events: readonly TicketEvent[]): Promise<void> {
  await change(
    tx,
    `INSERT INTO ticket_event (${COLUMNS}) VALUES ${events.map(() => '(?,?,?,?,?,?,?,?,?,?,?)').join(', ')}`,
    events.flatMap((event) => [
      event.id,
      event.ticketId,
      event.seq,
      event.action,
      event.stage,
      event.actorId,
      event.actorKind,
      new Date(event.at),
      JSON.stringify(event.facts),
      event.textRef,
      event.textDigest,
    ]),
  );
}
