/** Kinds of matters of a community, written by those who govern it; what was filed as one keeps its name. */
import { Injectable } from '@nestjs/common';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { AddCategory, TakeUsualCategories, WriteCategory } from '@sevengrid/shared/tickets/categories.requests';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import type { CategorySetUpList, CategorySetUpView } from '@sevengrid/shared/tickets/categories.views';
import type { EntityManager } from 'typeorm';
import { Governing } from '../identity/governing';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { categoryView, type CategoryRow } from './categories';
import { USUAL_CATEGORIES, type UsualCategory } from './usual-categories';

const viewOf = (row: CategoryRow): CategorySetUpView => ({
  ...categoryView(row),
  ...{ position: row.position, retired: row.retired_at !== null, version: row.version },
});

@Injectable()
export class CategoriesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId }: CommunityQuery): Promise<CategorySetUpList> {
    const community = this.governing.community(actor, communityId);
    return this.uow.read(async (tx) => ({ items: (await this.all(tx, community.id)).map(viewOf) }));
  }

  async takeUsual(actor: Actor, key: string, body: TakeUsualCategories): Promise<CategorySetUpList> {
    const community = this.governing.community(actor, body.communityId);
    const request = { actor, key, operation: categoryRoutes.takeUsual.name, fingerprint: inputFingerprint(body) };
    await this.uow.once(request, async (tx) => {
      const known = new Set((await this.all(tx, community.id)).map(({ code }) => code));
      for (const usual of USUAL_CATEGORIES) if (!known.has(usual.code)) await this.put(tx, community.id, usual);
      await this.note(tx, actor, 'category.usual', null, community.id);
      return {};
    });
    return this.list(actor, body);
  }

  async add(actor: Actor, key: string, body: AddCategory): Promise<CategorySetUpView> {
    const community = this.governing.community(actor, body.communityId);
    const request = { actor, key, operation: categoryRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const { name, hint, grade, danger } = body;
      const code = `own-${newId().slice(-8).toLowerCase()}`;
      const made = await this.put(tx, community.id, { code, name, hint, grade, ...(danger ? { danger } : {}) });
      await this.note(tx, actor, 'category.added', made, community.id);
      return { id: made };
    });
    return this.view(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteCategory): Promise<CategorySetUpView> {
    const request = { actor, key, operation: categoryRoutes.write.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const communityId = await this.communityOf(tx, actor, id);
      // Locked as a whole, so that two who retire the last two leave one of them.
      const all = await this.all(tx, communityId, 'FOR UPDATE');
      if (body.retired && !all.some((row) => row.id !== id && row.retired_at === null)) fail('LAST_CATEGORY');
      const done = await change(
        tx,
        `UPDATE ticket_category SET name = ?, hint = ?, grade = ?, danger = ?, position = ?, version = version + 1,
           retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL) WHERE id = ? AND version = ?`,
        [
          ...[JSON.stringify(body.name), JSON.stringify(body.hint), body.grade, body.danger, body.position],
          ...[body.retired, id, body.version],
        ],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.note(tx, actor, body.retired ? 'category.retired' : 'category.written', id, communityId);
      return { id };
    });
    return this.view(id);
  }

  private async communityOf(tx: EntityManager, actor: Actor, id: string): Promise<string> {
    const sql = 'SELECT community_id FROM ticket_category WHERE id = ?';
    const found = (await one<{ community_id: string }>(tx, sql, [id])) ?? fail('NOT_FOUND');
    this.governing.demand(actor, found.community_id);
    return found.community_id;
  }

  /** In the community's order, retired ones last. */
  private all(tx: EntityManager, communityId: string, lock: 'FOR UPDATE' | '' = ''): Promise<CategoryRow[]> {
    return rows<CategoryRow>(
      tx,
      `SELECT * FROM ticket_category WHERE community_id = ? ORDER BY retired_at IS NOT NULL, position, id ${lock}`,
      [communityId],
    );
  }

  private async put(tx: EntityManager, communityId: string, category: UsualCategory): Promise<string> {
    const { code, name, hint, grade, danger = false } = category;
    const id = newId();
    await change(
      tx,
      `INSERT INTO ticket_category (id, community_id, code, name, hint, grade, danger, position)
       SELECT ?, ?, ?, ?, ?, ?, ?, COALESCE(MAX(position) + 1, 0) FROM ticket_category WHERE community_id = ?`,
      [id, communityId, code, JSON.stringify(name), JSON.stringify(hint), grade, danger, communityId],
    );
    return id;
  }

  private view(id: string): Promise<CategorySetUpView> {
    return this.uow.read(async (tx) => {
      const row = await one<CategoryRow>(tx, 'SELECT * FROM ticket_category WHERE id = ?', [id]);
      return row ? viewOf(row) : fail('NOT_FOUND');
    });
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string | null, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'category', id }, scopeId });
  }
}
