/** Puts somebody on a grid’s team, with the role that it takes: the one way that the set-up page and an import go. */
import { dayPlus } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { endTermsBy, giveTerm } from '../identity/terms-of-roles';
import { rows } from '../platform/database/sql';
import { beginTeamTerm, type TeamTerm } from './team-terms';

export const TEAM_HOLDS = 'grid_worker';

/** Appointments in one grid follow one another, and none is made while it is retired: answers the grids that are not. */
export async function lockGrids(tx: EntityManager, gridIds: readonly string[]): Promise<string[]> {
  if (gridIds.length === 0) return [];
  const found = await rows<{ scope_id: string }>(
    tx,
    `SELECT g.scope_id FROM grid g JOIN scope s ON s.id = g.scope_id
     WHERE g.scope_id IN (?) AND s.retired_at IS NULL ORDER BY g.scope_id FOR UPDATE`,
    [[...gridIds]],
  );
  return found.map(({ scope_id }) => scope_id);
}

/** Call with the grid and the person locked. @throws ROLE_HELD where the role is held from a later day on */
export async function appointTo(
  tx: EntityManager,
  term: Pick<TeamTerm, 'gridId' | 'personId' | 'as' | 'from'>,
): Promise<{ termId: string; grantId: string }> {
  const { gridId: scopeId, personId, from } = term;
  const termId = await beginTeamTerm(tx, term);
  // Whatever they held of the role there gives way, so that team and role have the same days.
  await endTermsBy(tx, { personId, role: TEAM_HOLDS, scopeId }, dayPlus(from, -1));
  return { termId, grantId: await giveTerm(tx, { personId, role: TEAM_HOLDS, scopeId, from }) };
}
