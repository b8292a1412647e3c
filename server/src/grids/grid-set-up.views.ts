/** How grids look to those who set them up: everything that can be changed, and who works there from when until when. */
import type { GridSetUpView, TeamTermView } from '@sevengrid/shared/grids/set-up.views';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';
import { teamTerms } from './team-terms';

interface GridRow {
  id: string;
  code: string;
  name: string;
  name_bo: string | null;
  branch_name: string | null;
  duty_phone: string;
  duty_days: number;
  duty_from: number;
  duty_to: number;
  households: number;
  retired_at: Date | null;
  version: number;
}

interface WorkerRow {
  id: string;
  account: string | null;
  display_name: string | null;
  disabled_at: Date | null;
}

const GRID = `SELECT s.id, s.code, s.name, s.name_bo, g.branch_name, g.duty_phone, g.duty_days, g.duty_from, g.duty_to,
    (SELECT COUNT(*) FROM household h WHERE h.grid_id = s.id) AS households, s.retired_at, s.version
  FROM scope s JOIN grid g ON g.scope_id = s.id`;

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** In the order of their codes, retired ones last. */
export function gridSetUpViews(tx: EntityManager, { communityId }: { communityId: string }): Promise<GridSetUpView[]> {
  return views(tx, "s.parent_id = ? AND s.kind = 'grid'", communityId);
}

export async function gridSetUpView(tx: EntityManager, id: string): Promise<GridSetUpView | undefined> {
  return (await views(tx, 's.id = ?', id))[0];
}

async function views(tx: EntityManager, condition: string, param: string): Promise<GridSetUpView[]> {
  const order = 'ORDER BY s.retired_at IS NOT NULL, LENGTH(s.code), s.code, s.id';
  const grids = await rows<GridRow>(tx, `${GRID} WHERE ${condition} ${order}`, [param]);
  const teams = await teamsOf(
    tx,
    grids.map(({ id }) => id),
  );
  return grids.map((row) => viewOf(row, teams.get(row.id) ?? []));
}

async function teamsOf(tx: EntityManager, gridIds: readonly string[]): Promise<Map<string, TeamTermView[]>> {
  const terms = await teamTerms(tx, gridIds);
  if (terms.length === 0) return new Map();
  const found = await rows<WorkerRow>(tx, 'SELECT id, account, display_name, disabled_at FROM person WHERE id IN (?)', [
    [...new Set(terms.map(({ personId }) => personId))],
  ]);
  const people = new Map(found.map((row) => [row.id, row]));
  const teams = new Map<string, TeamTermView[]>();
  for (const { gridId, ...term } of terms) {
    const person = people.get(term.personId);
    const view: TeamTermView = {
      ...term,
      ...{ displayName: person?.display_name ?? person?.account ?? '', account: person?.account ?? null },
      disabled: (person?.disabled_at ?? null) !== null,
    };
    teams.set(gridId, [...(teams.get(gridId) ?? []), view]);
  }
  return teams;
}

function viewOf(row: GridRow, team: TeamTermView[]): GridSetUpView {
  return {
    ...{ id: row.id, code: row.code, name: row.name, nameBo: row.name_bo, branchName: row.branch_name },
    dutyPhone: row.duty_phone,
    duty: { days: WEEK.filter((day) => row.duty_days & (1 << day)), from: row.duty_from, to: row.duty_to },
    ...{ team, households: row.households, retired: row.retired_at !== null, version: row.version },
  };
}
