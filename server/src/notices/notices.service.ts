/** Somebody's own inbox: the newest first, how many are unread, and marking them read. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { InboxQuery, MarkRead } from '@sevengrid/shared/notices/requests';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { NoticePage, UnreadView } from '@sevengrid/shared/notices/views';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change, one, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { NoticeViews, type NoticeRow } from './notices.views';

@Injectable()
export class NoticesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: NoticeViews,
  ) {}

  inbox(actor: Actor, query: InboxQuery): Promise<NoticePage> {
    const limit = query.limit ?? PAGE_SIZE;
    const conditions = ['person_id = ?', ...(query.only === 'unread' ? ['read_at IS NULL'] : [])];
    const params: SqlValue[] = [actor.id];
    if (query.cursor !== undefined) {
      const [at, id] = decodeCursor(query.cursor, ['instant', 'id']);
      conditions.push('at <= ? AND (at < ? OR id < ?)');
      params.push(at, at, id);
    }
    return this.uow.read(async (tx) => {
      const found = await rows<NoticeRow>(
        tx,
        `SELECT id, type, subject_kind, subject_id, facts, at, read_at FROM notice
         WHERE ${conditions.join(' AND ')} ORDER BY at DESC, id DESC LIMIT ${limit + 1}`,
        params,
      );
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const nextCursor = found.length > limit && last ? encodeCursor([last.at.getTime(), last.id]) : null;
      return { items: await this.views.of(tx, shown), nextCursor };
    });
  }

  unread(actor: Actor): Promise<UnreadView> {
    return this.uow.read((tx) => this.count(tx, actor));
  }

  /** Those named, or all; ids of other people's notices change nothing. */
  async markRead(actor: Actor, key: string, body: MarkRead): Promise<UnreadView> {
    const { ids, all } = body;
    if (ids === undefined && all !== true)
      fail('INPUT_INVALID', { fields: [{ field: 'body.ids', rules: ['isDefined'] }] });
    const request = { actor, key, operation: noticeRoutes.markRead.name, fingerprint: inputFingerprint(body) };
    await this.uow.once(request, async (tx) => {
      const which =
        all === true || ids === undefined ? { sql: '', params: [] } : { sql: ' AND id IN (?)', params: [ids] };
      await change(tx, `UPDATE notice SET read_at = NOW(3) WHERE person_id = ? AND read_at IS NULL${which.sql}`, [
        actor.id,
        ...which.params,
      ]);
      return {};
    });
    return this.unread(actor);
  }

  private async count(tx: EntityManager, actor: Actor): Promise<UnreadView> {
    const row = await one<{ n: number }>(
      tx,
      'SELECT COUNT(*) AS n FROM notice WHERE person_id = ? AND read_at IS NULL',
      [actor.id],
    );
    return { unread: row?.n ?? 0 };
  }
}
