/** Work units as others ask for them: their names, and whether they report to a community. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { EntityManager } from 'typeorm';
import { Organisations } from '../identity/organisations';
import { sha256 } from '../platform/database/fingerprint';
import { one, rows } from '../platform/database/sql';

interface NameRow {
  id: string;
  name: string;
  name_bo: string | null;
}

/** One key for one name, however it was typed. */
export const unitNameKey = (name: string): string =>
  sha256(`unit:${name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()}`);

export const unitName = ({ name, name_bo: bo }: Pick<NameRow, 'name' | 'name_bo'>): Bilingual =>
  bo === null ? { zh: name } : { zh: name, bo };

@Injectable()
export class Units implements OnModuleInit {
  constructor(private readonly organisations: Organisations) {}

  onModuleInit(): void {
    this.organisations.register('unit', (communityId) => ({
      sql: 'o.id IN (SELECT sole_unit FROM unit_reporting WHERE community_id = ?)',
      params: [communityId],
    }));
  }

  async names(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Bilingual>> {
    if (ids.length === 0) return new Map();
    const found = await rows<NameRow>(
      tx,
      'SELECT o.id, o.name, u.name_bo FROM work_unit u JOIN organisation o ON o.id = u.id WHERE u.id IN (?)',
      [[...new Set(ids)]],
    );
    return new Map(found.map((row) => [row.id, unitName(row)]));
  }

  /** Reports to the community now. */
  async reportsTo(tx: EntityManager, unitId: string, communityId: string): Promise<boolean> {
    const sql = 'SELECT id FROM unit_reporting WHERE community_id = ? AND sole_unit = ?';
    return (await one(tx, sql, [communityId, unitId])) !== null;
  }
}
