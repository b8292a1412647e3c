/** From when until when somebody holds a role: given, found and ended by their days on the wall of the role's scope. */
import { dayPlus, isDay } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import { TODAY } from './today';

export interface NewTerm {
  personId: string;
  role: string;
  scopeId: string;
  bodyId?: string;
  /** Days; from today and without an end where they are missing. */
  from?: string;
  to?: string;
}

export interface RoleTerm {
  id: string;
  personId: string;
  role: string;
  scopeId: string;
  bodyId: string | null;
  bodyName: string | null;
  from: string;
  to: string | null;
  state: 'now' | 'later' | 'ended';
}

const TERM = `SELECT rg.id, rg.person_id AS personId, rg.role, rg.scope_id AS scopeId, rg.organisation_id AS bodyId,
    o.name AS bodyName, DATE_FORMAT(rg.starts_on, '%Y-%m-%d') AS \`from\`, DATE_FORMAT(rg.ends_on, '%Y-%m-%d') AS \`to\`,
    CASE WHEN rg.ends_on < rg.starts_on OR rg.ends_on < ${TODAY} THEN 'ended' WHEN rg.starts_on > ${TODAY} THEN 'later'
      ELSE 'now' END AS state
  FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id LEFT JOIN organisation o ON o.id = rg.organisation_id`;

/** Today on the wall of a scope. */
export async function todayIn(tx: EntityManager, scopeId: string): Promise<string> {
  const row = await one<{ day: string }>(
    tx,
    `SELECT DATE_FORMAT(${TODAY}, '%Y-%m-%d') AS day FROM scope sc WHERE sc.id = ?`,
    [scopeId],
  );
  return row?.day ?? fail('NOT_FOUND');
}

export function termsOf(tx: EntityManager, personIds: readonly string[]): Promise<RoleTerm[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return rows<RoleTerm>(tx, `${TERM} WHERE rg.person_id IN (?) ORDER BY rg.id`, [[...personIds]]);
}

export const findTerm = (tx: EntityManager, id: string): Promise<RoleTerm | null> =>
  one<RoleTerm>(tx, `${TERM} WHERE rg.id = ?`, [id]);

/** Refuses days that are none, and an end before its beginning. */
export function demandDays(days: Readonly<Record<string, string | undefined>>, from?: string, to?: string): void {
  const wrong = Object.entries(days).filter(([, day]) => day !== undefined && !isDay(day));
  if (wrong.length > 0)
    fail('INPUT_INVALID', { fields: wrong.map(([field]) => ({ field: `body.${field}`, rules: ['day'] })) });
  if (from !== undefined && to !== undefined && to < from) fail('TERM_BACKWARDS');
}

/** Call with the person's row locked. @throws ROLE_HELD where the two terms would overlap */
export async function giveTerm(tx: EntityManager, term: NewTerm): Promise<string> {
  const from = term.from ?? (await todayIn(tx, term.scopeId));
  const held = await one(
    tx,
    `SELECT id FROM role_grant WHERE person_id = ? AND role = ? AND scope_id = ? AND organisation_id <=> ?
       AND (ends_on IS NULL OR (ends_on >= ? AND ends_on >= starts_on)) AND (? IS NULL OR starts_on <= ?) LIMIT 1`,
    [term.personId, term.role, term.scopeId, term.bodyId ?? null, from, term.to ?? null, term.to ?? null],
  );
  if (held) fail('ROLE_HELD');
  const id = newId();
  await change(
    tx,
    `INSERT INTO role_grant (id, person_id, role, scope_id, organisation_id, starts_on, ends_on)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, term.personId, term.role, term.scopeId, term.bodyId ?? null, from, term.to ?? null],
  );
  return id;
}

/** @throws TERM_BACKWARDS for a last day before yesterday; CHANGED_MEANWHILE when it has another end than was read */
export async function demandEnd(
  tx: EntityManager,
  { scopeId, to }: Pick<RoleTerm, 'scopeId' | 'to'>,
  { lastDay, was }: { lastDay: string; was?: string },
): Promise<void> {
  demandDays({ lastDay });
  const yesterday = dayPlus(await todayIn(tx, scopeId), -1);
  if ((to ?? undefined) !== was || (to !== null && to <= yesterday)) fail('CHANGED_MEANWHILE');
  if (lastDay < yesterday) fail('TERM_BACKWARDS', { fields: [{ field: 'body.lastDay', rules: ['day'] }] });
}

export const endTerm = (tx: EntityManager, id: string, lastDay: string): Promise<number> =>
  change(tx, 'UPDATE role_grant SET ends_on = ? WHERE id = ?', [lastDay, id]);

/** Ends whatever the person holds of the role there by `lastDay`, at the latest. */
export const endTermsBy = (
  tx: EntityManager,
  { personId, role, scopeId }: Pick<RoleTerm, 'personId' | 'role' | 'scopeId'>,
  lastDay: string,
): Promise<number> =>
  change(
    tx,
    `UPDATE role_grant SET ends_on = ? WHERE person_id = ? AND role = ? AND scope_id = ?
       AND (ends_on IS NULL OR ends_on > ?)`,
    [lastDay, personId, role, scopeId, lastDay],
  );
