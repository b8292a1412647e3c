/** Persons as other domains see them: public names, and who holds a permission where. */
import { Injectable } from '@nestjs/common';
import type { Role } from '@sevengrid/shared/identity/roles';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { one, rows } from '../platform/database/sql';
import { maskName } from './masking';
import { GRANT_HOLDS } from './rights';
import { Scopes } from './scopes';

export interface NameRow {
  display_name: string | null;
  name_enc: Buffer | null;
}

@Injectable()
export class People {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly scopes: Scopes,
  ) {}

  /** The public display name, or the masked name where a person has none; persons without a name are left out. */
  async displayNames(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await rows<NameRow & { id: string }>(
      tx,
      'SELECT id, display_name, name_enc FROM person WHERE id IN (?)',
      [[...new Set(ids)]],
    );
    const names = new Map<string, string>();
    for (const row of found) {
      const name = this.shownName(row);
      if (name) names.set(row.id, name);
    }
    return names;
  }

  /** The same from a row that was read with something else. */
  shownName({ display_name: shown, name_enc: sealed }: NameRow): string | null {
    return shown ?? (sealed && maskName(this.cipher.open(sealed)));
  }

  /** Persons, not disabled, who hold `permission` in the scope or above it today. */
  holding(tx: EntityManager, permission: string, scopeId: string): Promise<string[]> {
    return this.granted(tx, scopeId, 'JSON_CONTAINS(r.permissions, ?)', JSON.stringify(permission));
  }

  /** The same of those who hold `role` itself. */
  inRole(tx: EntityManager, role: Role, scopeId: string): Promise<string[]> {
    return this.granted(tx, scopeId, 'rg.role = ?', role);
  }

  /** Those of `ids` whose accounts are disabled. */
  async shutOut(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const sql = 'SELECT id FROM person WHERE id IN (?) AND disabled_at IS NOT NULL';
    return new Set((await rows<{ id: string }>(tx, sql, [[...ids]])).map(({ id }) => id));
  }

  /** The scopes in which a person holds one of `permissions` today. */
  async scopesWith(tx: EntityManager, personId: string, permissions: readonly string[]): Promise<string[]> {
    const found = await rows<{ scope_id: string }>(
      tx,
      `SELECT DISTINCT rg.scope_id FROM role_grant rg JOIN role r ON r.name = rg.role JOIN scope sc ON sc.id = rg.scope_id
       WHERE rg.person_id = ? AND JSON_OVERLAPS(r.permissions, ?) AND ${GRANT_HOLDS} ORDER BY rg.scope_id`,
      [personId, JSON.stringify(permissions)],
    );
    return found.map((row) => row.scope_id);
  }

  /** True of whoever holds a role in one of these scopes, or ever held one. */
  async belongsTo(tx: EntityManager, personId: string, scopeIds: readonly string[]): Promise<boolean> {
    if (scopeIds.length === 0) return false;
    const sql = 'SELECT id FROM role_grant WHERE person_id = ? AND scope_id IN (?) LIMIT 1';
    return (await one(tx, sql, [personId, scopeIds])) !== null;
  }

  /** Persons, not disabled, who answer for an organisation today. */
  async answeringFor(tx: EntityManager, organisationId: string): Promise<string[]> {
    const found = await rows<{ person_id: string }>(
      tx,
      `SELECT DISTINCT rg.person_id FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id
       JOIN person p ON p.id = rg.person_id
       WHERE rg.organisation_id = ? AND p.disabled_at IS NULL AND ${GRANT_HOLDS} ORDER BY rg.person_id`,
      [organisationId],
    );
    return found.map((row) => row.person_id);
  }

  /** The person's own name, in the clear: only for the person, or behind a reveal. */
  async name(tx: EntityManager, personId: string): Promise<string | null> {
    const row = await one<{ name_enc: Buffer | null }>(tx, 'SELECT name_enc FROM person WHERE id = ?', [personId]);
    return row?.name_enc ? this.cipher.open(row.name_enc) : null;
  }

  private async granted(tx: EntityManager, scopeId: string, what: string, of: string): Promise<string[]> {
    const path = this.scopes.pathOf(scopeId);
    if (path.length === 0) return [];
    const found = await rows<{ person_id: string }>(
      tx,
      `SELECT DISTINCT rg.person_id FROM role_grant rg JOIN role r ON r.name = rg.role
       JOIN scope sc ON sc.id = rg.scope_id JOIN person p ON p.id = rg.person_id
       WHERE rg.scope_id IN (?) AND ${what} AND p.disabled_at IS NULL AND ${GRANT_HOLDS}
       ORDER BY rg.person_id`,
      [path, of],
    );
    return found.map((row) => row.person_id);
  }
}
