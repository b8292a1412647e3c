/** Who works in a community, and who looks after which household, as rows of the workbook. */
import { ROLES_OF_SHEET, SHEET_ROLES, type SheetRoleSpec } from '@sevengrid/shared/grids/register-roles';
import type { EntityManager } from 'typeorm';
import { GRANT_HOLDS } from '../identity/rights';
import { runsToday, TODAY } from '../identity/today';
import { rows } from '../platform/database/sql';

interface HeldRow {
  id: string;
  account: string;
  name: string;
  role: string;
  grid: string | null;
  as: string | null;
}

/** The role of the sheet by what is held; a place on a team says which of the two it is. */
const NAMES = new Map(
  SHEET_ROLES.map((of): [string, string] => {
    const { role, team, name }: SheetRoleSpec = ROLES_OF_SHEET[of];
    return [team ?? role, name.zh];
  }),
);

const HELD = `SELECT p.id, p.account, p.display_name AS name, rg.role,
    IF(sc.kind = 'grid', sc.name, NULL) AS grid, gw.role AS \`as\`
  FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id JOIN person p ON p.id = rg.person_id
  LEFT JOIN grid_worker gw ON gw.grid_id = sc.id AND gw.person_id = p.id AND ${runsToday('gw')}
  WHERE p.account IS NOT NULL AND p.display_name IS NOT NULL AND p.disabled_at IS NULL AND ${GRANT_HOLDS}`;

const nameOf = ({ role, as }: HeldRow): string | undefined => NAMES.get(as ?? role);

/** Account, public name, role, grid: in the order of the sheet, of what is held today. */
export async function rolesInSheet(tx: EntityManager, communityId: string): Promise<string[][]> {
  const sql = `${HELD} AND (sc.id = ? OR sc.parent_id = ?) ORDER BY p.id, rg.id`;
  return (await rows<HeldRow>(tx, sql, [communityId, communityId])).flatMap((row) => {
    const role = nameOf(row);
    return role === undefined ? [] : [[row.account, row.name, role, row.grid ?? '']];
  });
}

export interface PersonAtWork {
  id: string;
  account: string;
  name: string;
  /** In words, with the grid where there is one. */
  roles: string;
}

/** In the order of `ids`, with what they hold today. */
export async function peopleAtWork(tx: EntityManager, ids: readonly string[]): Promise<PersonAtWork[]> {
  if (ids.length === 0) return [];
  const found = await rows<HeldRow>(tx, `${HELD} AND p.id IN (?) ORDER BY rg.id`, [[...ids]]);
  return ids.flatMap((id) => {
    const held = found.filter((row) => row.id === id);
    const [first] = held;
    if (!first) return [];
    const roles = held.map((row) => [row.grid, nameOf(row) ?? row.role].filter((part) => part !== null).join(' '));
    return [{ id, account: first.account, name: first.name, roles: roles.join('、') }];
  });
}

/** Account, building, door: of what runs today. */
export async function servicesInSheet(tx: EntityManager, communityId: string): Promise<string[][]> {
  const found = await rows<{ account: string; building: string; door: string }>(
    tx,
    `SELECT p.account, b.name AS building, h.door FROM central_service cs JOIN person p ON p.id = cs.person_id
     JOIN household h ON h.id = cs.household_id JOIN building b ON b.id = h.building_id JOIN scope sc ON sc.id = h.grid_id
     WHERE p.account IS NOT NULL AND p.disabled_at IS NULL AND sc.parent_id = ?
       AND (cs.ends_on IS NULL OR cs.ends_on >= ${TODAY})
     ORDER BY p.id, cs.id`,
    [communityId],
  );
  return found.map(({ account, building, door }) => [account, building, door]);
}
