/** Relieves tickets of their personal words, names, phones, photos and voices, years after they were closed; history keeps digests. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Retentions } from '../identity/retentions';
import { Attachments } from '../media/attachments';
import { AuditLog, theSystem } from '../platform/audit/audit-log';
import { change, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { historyOf } from './ticket-history';

const DAY = 86_400_000;
const BATCH = 20;
const JOB = 'forget-closed-tickets';

/** Closed for the last time so many days ago; what was said since it was forgotten before goes with its own closing. */
const OLD = "t.phase = 'closed' AND t.closed_at < NOW(3) - INTERVAL ? DAY";

interface OldTicket {
  id: string;
  grid_id: string;
  text_ref: string;
  place_ref: string | null;
}

@Injectable()
export class ForgetClosedTickets implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly retentions: Retentions,
    private readonly texts: Texts,
    private readonly attachments: Attachments,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: DAY, run: (fence) => this.forget(fence) });
    this.retentions.register('ticket_words', JOB);
  }

  private async forget(fence: Fence): Promise<void> {
    const kept = await this.uow.read((tx) => this.retentions.all(tx, 'ticket_words'));
    for (const { communityId, days } of kept)
      for (let done = BATCH; done === BATCH;)
        done = await this.uow.run((tx) => this.forgetSome(tx, fence, communityId, days));
  }

  private async forgetSome(tx: EntityManager, fence: Fence, communityId: string, days: number): Promise<number> {
    await fence.hold(tx);
    const found = await rows<OldTicket>(
      tx,
      `SELECT t.id, t.grid_id, t.text_ref, t.place_ref FROM ticket t
       WHERE t.community_id = ? AND ${OLD}
         AND NOT EXISTS (SELECT 1 FROM ticket_forgotten f WHERE f.ticket_id = t.id AND f.at >= t.closed_at)
       ORDER BY t.id LIMIT ${BATCH}`,
      [communityId, days],
    );
    for (const ticket of found) if (await this.lock(tx, ticket, days)) await this.relieve(tx, ticket, fence.traceId);
    return found.length;
  }

  /** False for one that was reopened since it was looked for. */
  private async lock(tx: EntityManager, { id }: OldTicket, days: number): Promise<boolean> {
    const sql = `SELECT t.id FROM ticket t WHERE t.id = ? AND ${OLD} FOR UPDATE`;
    return (await rows(tx, sql, [id, days])).length === 1;
  }

  private async relieve(
    tx: EntityManager,
    { id, grid_id, text_ref, place_ref }: OldTicket,
    traceId: string,
  ): Promise<void> {
    const history = await historyOf(tx, id);
    const said = history.flatMap(({ textRef, facts }) => [textRef, facts.placeRef]);
    const asked = await rows<{ text_ref: string | null }>(tx, 'SELECT text_ref FROM coordination WHERE ticket_id = ?', [
      id,
    ]);
    const refs = [text_ref, place_ref, ...said, ...asked.map((row) => row.text_ref)];
    for (const ref of new Set(refs)) if (ref) await this.texts.erase(tx, ref);
    await this.attachments.eraseAllOf(tx, { kind: 'ticket', id });
    await change(
      tx,
      'UPDATE ticket_party SET name_enc = NULL, phone_enc = NULL, phone_idx = NULL, phone_tail = NULL WHERE ticket_id = ?',
      [id],
    );
    await change(tx, 'INSERT INTO ticket_forgotten (ticket_id, at) VALUES (?, NOW(3))', [id]);
    const subject = { kind: 'ticket', id };
    const actor = theSystem(traceId);
    await this.audit.record(tx, { actor, action: 'ticket.forgotten', subject, scopeId: grid_id });
  }
}
