/** Who looked at what, and who did what with whose right: append-only and sealed. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../database/fingerprint';
import { newId } from '../database/new-id';
import { change, json } from '../database/sql';
import { Seals, type SealedRow } from '../seal/seals';

/** Who did it, and in which request or run of a job. */
export interface Audited {
  id: string | null;
  kind: string;
  traceId: string;
}

/** Nobody in particular. */
export const theSystem = (traceId: string): Audited => ({ id: null, kind: 'system', traceId });

export interface AuditEntry {
  actor: Audited;
  /** `noun.verb` */
  action: string;
  subject: { kind: string; id: string | null };
  scopeId?: string | null;
  /** Reference into `texts` of the reason given. */
  reasonRef?: string | null;
  /** Ids, codes and numbers only. */
  detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** `detail` is hashed as it was read back: MySQL reorders the fields of JSON, so they are put in order first. */
export function canonicalAudit({ detail, ...row }: SealedRow): string {
  const parsed = json<unknown>(detail);
  return canonicalJson({ ...row, detail: parsed ?? null });
}

@Injectable()
export class AuditLog implements OnModuleInit {
  constructor(private readonly seals: Seals) {}

  onModuleInit(): void {
    this.seals.register({ name: 'audit_log', table: 'audit_log', canonical: canonicalAudit });
  }

  async record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    const { actor, action, subject, scopeId, reasonRef, detail } = entry;
    await change(
      tx,
      `INSERT INTO audit_log
         (id, at, actor_id, actor_kind, action, subject_kind, subject_id, scope_id, reason_ref, detail, trace_id)
       VALUES (?, NOW(3), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        actor.id,
        actor.kind,
        action,
        subject.kind,
        subject.id,
        scopeId ?? null,
        reasonRef ?? null,
        detail ? JSON.stringify(detail) : null,
        actor.traceId,
      ],
    );
  }
}
