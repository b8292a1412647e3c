/** The rows of work units and of their reporting to communities, which nothing else writes. */
import { Injectable } from '@nestjs/common';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import type { EntityManager } from 'typeorm';
import { todayIn } from '../identity/terms-of-roles';
import { sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { unitNameKey } from './units';

export interface UnitNames {
  name: string;
  nameBo?: string;
}

interface StandingRow {
  id: string;
  unit_id: string;
  sole_unit: string | null;
  name: string;
  name_bo: string | null;
  people: number;
  roles: number;
}

@Injectable()
export class UnitRows {
  /** The unit of this name, made where there is none; two who make it at one time meet at its key. */
  async named(tx: EntityManager, { name, nameBo }: UnitNames, id = newId()): Promise<string> {
    const key = unitNameKey(name);
    const bo = nameBo?.trim() ?? null;
    const made = await change(tx, 'INSERT IGNORE INTO work_unit (id, name_bo, name_key) VALUES (?, ?, ?)', [
      id,
      bo,
      key,
    ]);
    if (made === 1) {
      await change(tx, "INSERT INTO organisation (id, kind, name) VALUES (?, 'unit', ?)", [id, name.trim()]);
      return id;
    }
    const known = await one<{ id: string }>(tx, 'SELECT id FROM work_unit WHERE name_key = ?', [key]);
    return known?.id ?? id;
  }

  /** False where it reports to the community already. */
  async begin(tx: EntityManager, unitId: string, communityId: string, id = newId()): Promise<boolean> {
    const made = await change(
      tx,
      'INSERT IGNORE INTO unit_reporting (id, unit_id, community_id, starts_on, sole_unit) VALUES (?, ?, ?, ?, ?)',
      [id, unitId, communityId, await todayIn(tx, communityId), unitId],
    );
    return made === 1;
  }

  /** Call with the reporting locked, see {@link lockReporting}. */
  async end(tx: EntityManager, unitId: string, communityId: string): Promise<void> {
    await change(
      tx,
      'UPDATE unit_reporting SET ends_on = ?, sole_unit = NULL WHERE community_id = ? AND sole_unit = ?',
      [await todayIn(tx, communityId), communityId, unitId],
    );
  }

  /** True, and so until the transaction has ended, while the unit reports there: who joins it shares, who ends it excludes. */
  async lockReporting(
    tx: EntityManager,
    unitId: string,
    communityId: string,
    how: 'FOR UPDATE' | 'LOCK IN SHARE MODE',
  ): Promise<boolean> {
    const sql = `SELECT id FROM unit_reporting WHERE community_id = ? AND sole_unit = ? ${how}`;
    return (await one(tx, sql, [communityId, unitId])) !== null;
  }

  /** Communities to which it reports now. */
  async communitiesOf(tx: EntityManager, unitId: string): Promise<string[]> {
    const sql = 'SELECT community_id AS id FROM unit_reporting WHERE unit_id = ? AND sole_unit IS NOT NULL';
    return (await rows<{ id: string }>(tx, sql, [unitId])).map(({ id }) => id);
  }

  /** Reportings as they stand, locked, and why one of them may not go as if it had never been. */
  async standing(
    tx: EntityManager,
    reportingIds: readonly string[],
  ): Promise<{ id: string; keptBecause: KeptBecause | null; stateHash: string }[]> {
    if (reportingIds.length === 0) return [];
    const found = await rows<StandingRow>(
      tx,
      `SELECT r.id, r.unit_id, r.sole_unit, o.name, u.name_bo,
         EXISTS (SELECT 1 FROM membership m WHERE m.community_id = r.community_id AND m.unit_id = r.unit_id) AS people,
         EXISTS (SELECT 1 FROM role_grant g WHERE g.organisation_id = r.unit_id AND g.scope_id = r.community_id) AS roles
       FROM unit_reporting r JOIN organisation o ON o.id = r.unit_id JOIN work_unit u ON u.id = r.unit_id
       WHERE r.id IN (?) ORDER BY r.id FOR UPDATE`,
      [[...reportingIds]],
    );
    return found.map(({ id, sole_unit, name, name_bo, people, roles }) => ({
      ...{ id, keptBecause: people === 1 ? 'HAS_PEOPLE' : roles === 1 ? 'HAS_ROLES' : null },
      stateHash: sha256(`unit:${sole_unit ?? ''}:${name}:${name_bo ?? ''}`),
    }));
  }

  /** The reportings go, and with them those units that came with them and report nowhere else. */
  async takeBack(tx: EntityManager, reportingIds: readonly string[]): Promise<void> {
    if (reportingIds.length === 0) return;
    const found = await rows<{ id: string; unit_id: string }>(
      tx,
      'SELECT id, unit_id FROM unit_reporting WHERE id IN (?)',
      [[...reportingIds]],
    );
    await change(tx, 'DELETE FROM unit_reporting WHERE id IN (?)', [[...reportingIds]]);
    // Whoever makes a unit by an import gives it the id of its first reporting.
    const made = found.flatMap(({ id, unit_id }) => (id === unit_id ? [id] : []));
    if (made.length === 0) return;
    const elsewhere = await rows<{ unit_id: string }>(
      tx,
      `SELECT unit_id FROM unit_reporting WHERE unit_id IN (?) UNION SELECT unit_id FROM membership WHERE unit_id IN (?)
       UNION SELECT organisation_id AS unit_id FROM role_grant WHERE organisation_id IN (?)`,
      [made, made, made],
    );
    const kept = new Set(elsewhere.map((row) => row.unit_id));
    const gone = made.filter((id) => !kept.has(id));
    if (gone.length === 0) return;
    await change(tx, 'DELETE FROM work_unit WHERE id IN (?)', [gone]);
    await change(tx, "DELETE FROM organisation WHERE id IN (?) AND kind = 'unit'", [gone]);
  }

  /** False where another unit has the name. Call with the organisation locked. */
  async rename(tx: EntityManager, id: string, { name, nameBo }: UnitNames): Promise<boolean> {
    const key = unitNameKey(name);
    // IGNORE leaves the row as it was where the key is another's.
    await change(tx, 'UPDATE IGNORE work_unit SET name_bo = ?, name_key = ? WHERE id = ?', [
      ...[nameBo?.trim() ?? null, key, id],
    ]);
    const now = await one<{ name_key: string }>(tx, 'SELECT name_key FROM work_unit WHERE id = ?', [id]);
    if (now?.name_key !== key) return false;
    await change(tx, 'UPDATE organisation SET name = ? WHERE id = ?', [name.trim(), id]);
    return true;
  }
}
