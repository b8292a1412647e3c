/** What rows of people gave, as it stands now: a role, its place on a team, and the account where the row opened it. */
import type { EntityManager } from 'typeorm';
import { sha256 } from '../platform/database/fingerprint';
import { rows } from '../platform/database/sql';

/** Kept with the row for the way back. */
export interface Given {
  grantId: string;
  /** On a grid’s team; null for the roles of an office. */
  termId: string | null;
}

export interface GivenRow {
  given: Given;
  personId: string;
  /** The row opened the account as well. */
  opened: boolean;
}

export interface StandingRole {
  role: string;
  scopeId: string;
  /** Changes when somebody ended the role or the term, or renamed the account that came with it. */
  state: string;
}

interface TermRow {
  id: string;
  role: string;
  scope_id: string;
  days: string;
}

const DAYS = "CONCAT(starts_on, ' ', COALESCE(ends_on, '-'))";

/** By id of the grant; without those that are gone. */
export async function standingRoles(tx: EntityManager, of: readonly GivenRow[]): Promise<Map<string, StandingRole>> {
  if (of.length === 0) return new Map();
  const grants = await rows<TermRow>(
    tx,
    `SELECT id, role, scope_id, ${DAYS} AS days FROM role_grant WHERE id IN (?) ORDER BY id FOR UPDATE`,
    [of.map(({ given }) => given.grantId)],
  );
  const termIds = of.flatMap(({ given }) => given.termId ?? []);
  const terms =
    termIds.length === 0
      ? []
      : await rows<Pick<TermRow, 'id' | 'days'>>(
          tx,
          `SELECT id, ${DAYS} AS days FROM grid_worker WHERE id IN (?) ORDER BY id FOR UPDATE`,
          [termIds],
        );
  const names = await rows<{ id: string; name: string }>(
    tx,
    "SELECT id, COALESCE(display_name, '') AS name FROM person WHERE id IN (?)",
    [of.map(({ personId }) => personId)],
  );
  const [grantOf, termOf, nameOf] = [byId(grants), byId(terms), byId(names)];
  const standing = new Map<string, StandingRole>();
  for (const { given, personId, opened } of of) {
    const grant = grantOf.get(given.grantId);
    if (!grant) continue;
    const name = opened ? (nameOf.get(personId)?.name ?? '') : '';
    const state = sha256(`role:${grant.days}:${termOf.get(given.termId ?? '')?.days ?? ''}:${name}`);
    standing.set(given.grantId, { role: grant.role, scopeId: grant.scope_id, state });
  }
  return standing;
}

const byId = <T extends { id: string }>(found: readonly T[]): Map<string, T> =>
  new Map(found.map((row) => [row.id, row]));

/** Of a household that is looked after: changes when that has been ended. */
export const stateOfService = (id: string, endsOn: string | null): string => sha256(`service:${id}:${endsOn ?? ''}`);
