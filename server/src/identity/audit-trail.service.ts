/** Reads the audit log for those who audit: within their scopes, newest first, names as the public knows them. */
import { Injectable } from '@nestjs/common';
import type { AuditQuery } from '@sevengrid/shared/identity/requests';
import type { AuditEntryView, AuditPage } from '@sevengrid/shared/identity/views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, firstIds, type Where } from '../platform/database/where';
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
    const after: Where | null = cursor ? { sql: 'a.id < ?', params: decodeCursor(cursor, ['id']) } : null;
    const about: Where | null = subjectId ? { sql: 'a.subject_id = ?', params: [subjectId] } : null;
    const scopes = each('a.scope_id', actor.scopesWith('audit.read'));
    const { sql, params } = firstIds(
      { from: 'audit_log a', id: 'a.id', direction: 'DESC', limit: limit + 1 },
      scopes.map((scope) => and(scope, about, after)),
    );
    return this.work.read(async (tx) => {
      const found = await rows<AuditRow>(
        tx,
        `SELECT a.id, a.at, a.actor_id, a.actor_kind, a.action, a.subject_kind, a.subject_id,
           JSON_UNQUOTE(JSON_EXTRACT(a.detail, '$.reason')) AS reason
         FROM (${sql}) found JOIN audit_log a ON a.id = found.id ORDER BY a.id DESC`,
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
