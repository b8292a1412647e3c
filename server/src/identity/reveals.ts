/** Looking behind a mask: with a reason, on the audit log, 30 times a day, and soon after logging in. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Sessions } from './sessions';

const A_DAY = 30;
/** A request that is sent again within so many minutes shows what was counted already. */
const SAME_LOOK_MINUTES = 10;

export interface RevealSubject {
  kind: string;
  id: string;
  scopeId: string;
}

export interface RevealAsked {
  field: string;
  /** A code from the contract's list. */
  reason: string;
  note?: string;
}

@Injectable()
export class Reveals {
  constructor(
    private readonly sessions: Sessions,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
  ) {}

  /** Call inside `uow.once`, whose lock on the actor keeps the count right, and before anything is decrypted. */
  async count(tx: EntityManager, actor: Actor, subject: RevealSubject, asked: RevealAsked): Promise<void> {
    await this.sessions.demandFresh(tx, actor);
    const today = await one<{ n: number; oldest: number | null }>(
      tx,
      `SELECT COUNT(*) AS n, TIMESTAMPDIFF(SECOND, MIN(at), NOW(3)) AS oldest FROM reveal
       WHERE person_id = ? AND at > NOW(3) - INTERVAL 1 DAY`,
      [actor.id],
    );
    if ((today?.n ?? 0) >= A_DAY) fail('TOO_OFTEN', { retryAfter: Math.max(1, 86_400 - (today?.oldest ?? 0)) });
    const noteRef = await this.keepNote(tx, asked);
    await change(
      tx,
      `INSERT INTO reveal (id, person_id, subject_kind, subject_id, field, reason, note_ref, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, NOW(3))`,
      [newId(), actor.id, subject.kind, subject.id, asked.field, asked.reason, noteRef],
    );
    await this.note(tx, actor, subject, asked, noteRef);
  }

  /** The same request once more: fresh and on the audit log like the first, and after some minutes counted like it too. */
  async countAgain(tx: EntityManager, actor: Actor, subject: RevealSubject, asked: RevealAsked): Promise<void> {
    const lately = await one(
      tx,
      `SELECT id FROM reveal WHERE person_id = ? AND subject_kind = ? AND subject_id = ? AND field = ?
       AND at > NOW(3) - INTERVAL ? MINUTE LIMIT 1`,
      [actor.id, subject.kind, subject.id, asked.field, SAME_LOOK_MINUTES],
    );
    if (!lately) return this.count(tx, actor, subject, asked);
    await this.sessions.demandFresh(tx, actor);
    await this.note(tx, actor, subject, asked, await this.keepNote(tx, asked));
  }

  private async keepNote(tx: EntityManager, { note }: RevealAsked): Promise<string | null> {
    return note ? (await this.texts.put(tx, note)).ref : null;
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    { kind, id, scopeId }: RevealSubject,
    { field, reason }: RevealAsked,
    reasonRef: string | null,
  ): Promise<void> {
    const subject = { kind, id };
    return this.audit.record(tx, {
      ...{ actor, action: `${kind}.revealed`, subject, scopeId, reasonRef },
      detail: { field, reason },
    });
  }
}
