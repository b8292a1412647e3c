/** What of a case has rows of its own because people look for it there: who joined, and requests to outside bodies. */
import type { EntityManager } from 'typeorm';
import { change, rows } from '../platform/database/sql';
import type { CaseState, JoinedHolder, PartnerRequest } from './case-state';

const COLUMNS = 'id, ticket_id, organisation_id, asked_by, asked_at, text_ref, with_contact, due_at, state, ended_at';

const valuesOf = (ticketId: string, request: PartnerRequest) => [
  request.id,
  ticketId,
  request.organisationId,
  request.askedBy,
  new Date(request.askedAt),
  request.textRef,
  request.withContact,
  new Date(request.due.at),
  request.state,
  request.endedAt === null ? null : new Date(request.endedAt),
];

type Sides = Pick<CaseState, 'joined' | 'requests'>;

/** Writes what an event changed. */
export async function writeSides(tx: EntityManager, ticketId: string, before: Sides, after: Sides): Promise<void> {
  const left = before.joined.filter((each) => !after.joined.includes(each)).map(({ personId }) => personId);
  if (left.length > 0)
    await change(tx, 'DELETE FROM ticket_holder WHERE ticket_id = ? AND person_id IN (?)', [ticketId, left]);
  for (const { personId, tier } of after.joined.filter((each) => !before.joined.includes(each)))
    await change(tx, 'REPLACE INTO ticket_holder (ticket_id, person_id, tier) VALUES (?, ?, ?)', [
      ticketId,
      personId,
      tier,
    ]);
  const stood = new Map(before.requests.map((request) => [request.id, request.state]));
  for (const request of after.requests.filter(({ id, state }) => stood.get(id) !== state))
    await change(
      tx,
      `REPLACE INTO coordination (${COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)`,
      valuesOf(ticketId, request),
    );
}

interface HolderRow extends JoinedHolder {
  ticketId: string;
}

/** Who joined which of these tickets. */
export function joinedOf(tx: EntityManager, ticketIds: readonly string[]): Promise<HolderRow[]> {
  if (ticketIds.length === 0) return Promise.resolve([]);
  const sql = 'SELECT ticket_id AS ticketId, person_id AS personId, tier FROM ticket_holder WHERE ticket_id IN (?)';
  return rows<HolderRow>(tx, sql, [ticketIds]);
}

export interface CoordinationRow {
  id: string;
  ticket_id: string;
  organisation_id: string;
  asked_by: string;
  asked_at: Date;
  text_ref: string | null;
  with_contact: number;
  due_at: Date;
  state: PartnerRequest['state'];
  ended_at: Date | null;
}

/** The rows of these tickets' requests, for the audit. */
export function coordinationsOf(tx: EntityManager, ticketIds: readonly string[]): Promise<CoordinationRow[]> {
  if (ticketIds.length === 0) return Promise.resolve([]);
  return rows<CoordinationRow>(tx, `SELECT ${COLUMNS} FROM coordination WHERE ticket_id IN (?)`, [ticketIds]);
}
