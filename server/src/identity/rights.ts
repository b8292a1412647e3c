/** Which roles a person or a guest holds today, read from the rows of roles and grants. */
import { isPermission, type Permission } from '@sevengrid/shared/kernel/permissions';
import type { EntityManager } from 'typeorm';
import { change, json, rows } from '../platform/database/sql';
import { newId } from '../platform/database/new-id';
import type { Grant } from '../platform/http/actor';
import type { Scopes } from './scopes';
import { runsToday, TODAY } from './today';

/** A grant holds from its first to its last day on the wall of its own scope. */
export const GRANT_HOLDS = runsToday('rg');

export interface GrantRow {
  role: string;
  scope_id: string;
  organisation_id: string | null;
  permissions: string | string[];
}

/** Every session reads the permissions of its roles; there are few different ones, and reading one again gives the same. */
const READ = new Map<string, ReadonlySet<Permission>>();
const MOST_READ = 200;

/** A permission that no longer exists is passed over. */
function permissionsOf(value: string | string[]): ReadonlySet<Permission> {
  const known = typeof value === 'string' ? READ.get(value) : undefined;
  if (known) return known;
  const read = new Set(json(value).filter(isPermission));
  if (READ.size >= MOST_READ) READ.clear();
  if (typeof value === 'string') READ.set(value, read);
  return read;
}

export const grantOf = ({ role, scope_id, organisation_id, permissions }: GrantRow): Grant => ({
  role,
  scopeId: scope_id,
  organisationId: organisation_id,
  permissions: permissionsOf(permissions),
});

export async function grantsOf(tx: EntityManager, personId: string): Promise<Grant[]> {
  const found = await rows<GrantRow>(
    tx,
    `SELECT rg.role, rg.scope_id, rg.organisation_id, r.permissions
     FROM role_grant rg JOIN role r ON r.name = rg.role JOIN scope sc ON sc.id = rg.scope_id
     WHERE rg.person_id = ? AND ${GRANT_HOLDS} ORDER BY rg.id`,
    [personId],
  );
  return found.map(grantOf);
}

/** Where an entry about the person belongs, for those who audit there: the community of their first role, or what is above. */
export async function homeScopeOf(
  tx: EntityManager,
  scopes: Pick<Scopes, 'refresh' | 'pathOf' | 'view'>,
  personId: string,
): Promise<string | null> {
  const [first] = await grantsOf(tx, personId);
  if (!first) return null;
  await scopes.refresh(tx);
  return scopes.pathOf(first.scopeId).find((id) => scopes.view(id)?.kind !== 'grid') ?? null;
}

/** Gives the person a role in a scope from today; nothing happens when it is held there already. */
export async function grantRole(tx: EntityManager, personId: string, role: string, scopeId: string): Promise<void> {
  const held = await rows(
    tx,
    `SELECT rg.id FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id
     WHERE rg.person_id = ? AND rg.role = ? AND rg.scope_id = ? AND ${GRANT_HOLDS}`,
    [personId, role, scopeId],
  );
  if (held.length > 0) return;
  await change(
    tx,
    `INSERT INTO role_grant (id, person_id, role, scope_id, organisation_id, starts_on, ends_on)
     SELECT ?, ?, ?, sc.id, NULL, ${TODAY}, NULL FROM scope sc WHERE sc.id = ?`,
    [newId(), personId, role, scopeId],
  );
}
