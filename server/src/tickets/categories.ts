/** What an appeal can be about: rows of the community's own, in its own order and languages. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { json, rows } from '../platform/database/sql';

export interface CategoryRow {
  id: string;
  code: string;
  name: string | Bilingual;
  hint: string | Bilingual;
  grade: Grade;
  danger: number;
  position: number;
  retired_at: Date | null;
  version: number;
}

export const categoryView = (row: CategoryRow): CategoryView => ({
  id: row.id,
  code: row.code,
  name: json(row.name),
  hint: json(row.hint),
  grade: row.grade,
  danger: Boolean(row.danger),
});

@Injectable()
export class Categories {
  /** Those that one can choose. */
  async of(tx: EntityManager, communityId: string): Promise<CategoryView[]> {
    const sql = 'SELECT * FROM ticket_category WHERE community_id = ? AND retired_at IS NULL ORDER BY position, id';
    return (await rows<CategoryRow>(tx, sql, [communityId])).map(categoryView);
  }

  async names(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Bilingual>> {
    if (ids.length === 0) return new Map();
    const sql = 'SELECT id, name FROM ticket_category WHERE id IN (?)';
    const found = await rows<CategoryRow>(tx, sql, [[...new Set(ids)]]);
    return new Map(found.map((row) => [row.id, json(row.name)]));
  }
}
