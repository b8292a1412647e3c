/** Reads the audit log for those who audit: within their scopes, newest first, names as the public knows them. */
import { Injectable } from '@nestjs/common';
import type { AuditQuery } from '@sevengrid/shared/identity/requests';
import type { AuditEntryView, AuditPage } from '@sevengrid/shared/identity/views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import { rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { People } from './people';

interface AuditRow {
  id: string;
  at: Date;
  actor_id: string | null;
  actor_kind: AuditEntryView['actorKind'];
  action: string;
  subject_kind: string;
  subject_id: string | null;
  reason: string | null;
}

@Injectable()
export class AuditTrailService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
  ) {}

  page(actor: Actor, { subjectId, cursor, limit = PAGE_SIZE }: AuditQuery): Promise<AuditPage> {
    const conditions = ['scope_id IN (?)'];
    const params: SqlValue[] = [actor.scopesWith('audit.read')];
    if (subjectId) {
      conditions.push('subject_id = ?');
      params.push(subjectId);
    }
    if (cursor) {
      conditions.push('id < ?');
      params.push(...decodeCursor(cursor, ['id']));
    }
    return this.work.read(async (tx) => {
      const found = await rows<AuditRow>(
        tx,
        `SELECT id, at, actor_id, actor_kind, action, subject_kind, subject_id,
           JSON_UNQUOTE(JSON_EXTRACT(detail, '$.reason')) AS reason
         FROM audit_log WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit + 1}`,
        params,
      );
      const shown = found.slice(0, limit);
      const names = await this.people.displayNames(
        tx,
        shown.flatMap((row) => (row.actor_kind === 'person' && row.actor_id ? [row.actor_id] : [])),
      );
      const last = shown.at(-1);
      return {
        items: shown.map((row) => this.entry(row, names)),
        nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
      };
    });
  }

  private entry(row: AuditRow, names: Map<string, string>): AuditEntryView {
    return {
      id: row.id,
      at: row.at.toISOString(),
      actorName: (row.actor_id && names.get(row.actor_id)) || null,
      actorKind: row.actor_kind,
      action: row.action,
      subject: { kind: row.subject_kind, id: row.subject_id ?? '' },
      reason: row.reason,
    };
  }
}
