/** From when until when somebody keeps a grid, or stands in for its worker: days on the wall of the grid's community. */
import type { TeamRole } from '@sevengrid/shared/grids/set-up.requests';
import type { EntityManager } from 'typeorm';
import { TODAY } from '../identity/today';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';

export interface TeamTerm {
  id: string;
  gridId: string;
  personId: string;
  as: TeamRole;
  from: string;
  to: string | null;
  state: 'now' | 'later';
}

/** Of `grid_worker gw` and `scope sc`: is not over. */
export const TERM_RUNS = `(gw.ends_on IS NULL OR (gw.ends_on >= gw.starts_on AND gw.ends_on >= ${TODAY}))`;

const TERM = `SELECT gw.id, gw.grid_id AS gridId, gw.person_id AS personId, gw.role AS \`as\`,
    DATE_FORMAT(gw.starts_on, '%Y-%m-%d') AS \`from\`, DATE_FORMAT(gw.ends_on, '%Y-%m-%d') AS \`to\`,
    IF(gw.starts_on > ${TODAY}, 'later', 'now') AS state
  FROM grid_worker gw JOIN scope sc ON sc.id = gw.grid_id`;

/** Those that run or are to come, in the order of their beginning. */
export function teamTerms(tx: EntityManager, gridIds: readonly string[]): Promise<TeamTerm[]> {
  if (gridIds.length === 0) return Promise.resolve([]);
  return rows<TeamTerm>(tx, `${TERM} WHERE gw.grid_id IN (?) AND ${TERM_RUNS} ORDER BY gw.starts_on, gw.id`, [
    [...gridIds],
  ]);
}

export const findTeamTerm = (tx: EntityManager, id: string): Promise<TeamTerm | null> =>
  one<TeamTerm>(tx, `${TERM} WHERE gw.id = ?`, [id]);

export async function beginTeamTerm(
  tx: EntityManager,
  { gridId, personId, as, from }: Pick<TeamTerm, 'gridId' | 'personId' | 'as' | 'from'>,
): Promise<string> {
  const id = newId();
  await change(tx, 'INSERT INTO grid_worker (id, grid_id, person_id, role, starts_on) VALUES (?, ?, ?, ?, ?)', [
    ...[id, gridId, personId, as, from],
  ]);
  return id;
}

export async function endTeamTerm(tx: EntityManager, id: string, lastDay: string): Promise<void> {
  await change(tx, 'UPDATE grid_worker SET ends_on = ? WHERE id = ?', [lastDay, id]);
}
