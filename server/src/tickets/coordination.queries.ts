/** Requests to outside bodies as rows: those of a body, and the bodies that may be asked. */
import type { EntityManager } from 'typeorm';
import type { CoordinationQuery } from '@sevengrid/shared/tickets/coordination.requests';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import { json, one, rows } from '../platform/database/sql';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { isOpen, REQUEST_STATES } from './case-state';
import type { CoordinationRow } from './side-records';

const COLUMNS = `c.id, c.ticket_id, c.organisation_id, c.asked_by, c.asked_at, c.text_ref, c.with_contact, c.due_at, c.state,
  c.ended_at`;

export interface CoordinationPage {
  found: CoordinationRow[];
  nextCursor: string | null;
}

/** What a body has open, by due time; or what is over, the newest first. */
export async function coordinationsFor(
  tx: EntityManager,
  organisationIds: readonly string[],
  { state = 'open', cursor, limit = PAGE_SIZE }: CoordinationQuery,
): Promise<CoordinationPage> {
  if (organisationIds.length === 0) return { found: [], nextCursor: null };
  const open = state === 'open';
  const [column, sign, order] = open ? ['c.due_at', '>', 'ASC'] : ['c.asked_at', '<', 'DESC'];
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, ['instant', 'id']);
  const after = at === undefined ? '' : `AND (${column} ${sign} ? OR (${column} = ? AND c.id ${sign} ?))`;
  const states = REQUEST_STATES.filter((each) => isOpen({ state: each }) === open);
  const found = await rows<CoordinationRow>(
    tx,
    `SELECT ${COLUMNS} FROM coordination c WHERE c.organisation_id IN (?) AND c.state IN (?) ${after}
     ORDER BY ${column} ${order}, c.id ${order} LIMIT ${limit + 1}`,
    [organisationIds, states, ...(at === undefined || id === undefined ? [] : [at, at, id])],
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const place = last && (open ? last.due_at : last.asked_at).getTime();
  return {
    found: shown,
    nextCursor: found.length > limit && last && place !== undefined ? encodeCursor([place, last.id]) : null,
  };
}

export const findCoordination = (tx: EntityManager, id: string): Promise<CoordinationRow | null> =>
  one<CoordinationRow>(tx, `SELECT ${COLUMNS} FROM coordination c WHERE c.id = ?`, [id]);

/** What a request is about, in the few words of a list: its number, kind of matter and building, no door. */
export interface AboutRequest {
  number: string;
  category: Bilingual;
  building: string | null;
}

export async function requestsAbout(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AboutRequest>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; number: string; category: string | Bilingual; building: string | null }>(
    tx,
    `SELECT c.id, t.number, tc.name AS category, b.name AS building FROM coordination c
     JOIN ticket t ON t.id = c.ticket_id JOIN ticket_category tc ON tc.id = t.category_id
     LEFT JOIN household h ON h.id = t.household_id LEFT JOIN building b ON b.id = h.building_id WHERE c.id IN (?)`,
    [[...new Set(ids)]],
  );
  return new Map(found.map(({ id, category, ...about }) => [id, { ...about, category: json(category) }]));
}

export interface OrganisationRow {
  id: string;
  name: string;
}

/** Outside bodies of these scopes, or of everywhere, by name. */
export const partnersIn = (tx: EntityManager, scopeIds: readonly string[]): Promise<OrganisationRow[]> =>
  rows<OrganisationRow>(
    tx,
    `SELECT id, name FROM organisation WHERE kind = 'partner' AND retired_at IS NULL AND (scope_id IS NULL OR scope_id IN (?))
     ORDER BY name, id LIMIT 200`,
    [scopeIds.length > 0 ? scopeIds : ['']],
  );

export async function organisationNames(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows<OrganisationRow>(tx, 'SELECT id, name FROM organisation WHERE id IN (?)', [
    [...new Set(ids)],
  ]);
  return new Map(found.map((row) => [row.id, row.name]));
}
