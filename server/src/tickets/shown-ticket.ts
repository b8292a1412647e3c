/** A ticket as lists and pages show it: the row, and what stands in other tables of its matter and its place, read with it. */
import type { EntityManager } from 'typeorm';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { json, one } from '../platform/database/sql';
import { TICKET_COLUMNS, ticketOf, type Ticket, type TicketRow } from './ticket.entity';

export interface ShownTicket extends Ticket {
  category: Bilingual;
  household: { building: string; door: string } | null;
  dutyPhone: string;
  /** Return visits of this cycle that reached nobody; counted while one is owed. */
  attempts: number;
}

const ATTEMPTS = `IF(t.phase = 'resolved', (SELECT COUNT(*) FROM ticket_event ae WHERE ae.ticket_id = t.id
  AND ae.seq >= t.cycle_seq AND ae.action = 'attempt'), 0) AS attempts`;

/** For a SELECT from `ticket t` with {@link BESIDE} joined. */
export const SHOWN_COLUMNS = `${TICKET_COLUMNS}, tc.name AS category_name, b.name AS building, h.door, g.duty_phone,
  ${ATTEMPTS}`;

export const BESIDE = `LEFT JOIN ticket_category tc ON tc.id = t.category_id LEFT JOIN household h ON h.id = t.household_id
  LEFT JOIN building b ON b.id = h.building_id LEFT JOIN grid g ON g.scope_id = t.grid_id`;

export type ShownRow = TicketRow & {
  category_name: string | Bilingual | null;
  building: string | null;
  door: string | null;
  duty_phone: string | null;
  attempts: number;
};

export function shownOf(row: ShownRow): ShownTicket {
  const { category_name: category, building, door, duty_phone: dutyPhone } = row;
  return {
    ...ticketOf(row),
    category: category === null ? { zh: '' } : json(category),
    household: building === null || door === null ? null : { building, door },
    dutyPhone: dutyPhone ?? '',
    attempts: Number(row.attempts),
  };
}

export async function findShown(tx: EntityManager, id: string): Promise<ShownTicket | null> {
  const sql = `SELECT ${SHOWN_COLUMNS} FROM ticket t ${BESIDE} WHERE t.id = ?`;
  const row = await one<ShownRow>(tx, sql, [id]);
  return row && shownOf(row);
}
