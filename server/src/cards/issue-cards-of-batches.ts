/** Issues the cards of batches, some doors at a time: whatever stops it, it goes on where it was, and no door gets two. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CardEnding } from '@sevengrid/shared/cards/requests';
import type { DoorState } from '@sevengrid/shared/cards/printing.views';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { Scheduler } from '../platform/jobs/scheduler';
import { CardDesk } from './card-desk';

const JOB = 'issue-cards-of-batches';
/** Doors in one transaction. */
const AT_ONCE = 25;

interface OpenBatch {
  id: string;
  grid_id: string;
  replaces: CardEnding | null;
  made_by: string;
}

interface BatchUnderWay extends OpenBatch {
  /** Of the run of the job. */
  traceId: string;
}

interface WaitingDoor {
  position: number;
  household_id: string;
  /** Null when the household is no more in the register. */
  grid_id: string | null;
}

@Injectable()
export class IssueCardsOfBatches implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly desk: CardDesk,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: JOB, everyMs: 5000, run: (fence) => this.goOn(fence) });
  }

  /** Begins as soon as `tx` is committed, instead of at the next beat. */
  nudge(tx: EntityManager): void {
    this.scheduler.nudge(tx, JOB);
  }

  private async goOn(fence: Fence): Promise<void> {
    for (let open = true; open;) open = await this.uow.run((tx) => this.issueSome(tx, fence));
  }

  /** False when no batch is open any more. */
  private async issueSome(tx: EntityManager, fence: Fence): Promise<boolean> {
    await fence.hold(tx);
    const batch = await one<OpenBatch>(
      tx,
      'SELECT id, grid_id, replaces, made_by FROM card_batch WHERE ready_at IS NULL ORDER BY id LIMIT 1',
    );
    if (!batch) return false;
    const doors = await rows<WaitingDoor>(
      tx,
      `SELECT d.position, d.household_id, h.grid_id FROM card_batch_door d LEFT JOIN household h ON h.id = d.household_id
       WHERE d.batch_id = ? AND d.state = 'waiting' ORDER BY d.position LIMIT ${AT_ONCE}`,
      [batch.id],
    );
    for (const door of doors) await this.issueFor(tx, { ...batch, traceId: fence.traceId }, door);
    if (doors.length < AT_ONCE) await change(tx, 'UPDATE card_batch SET ready_at = NOW(3) WHERE id = ?', [batch.id]);
    return true;
  }

  private async issueFor(tx: EntityManager, batch: BatchUnderWay, door: WaitingDoor): Promise<void> {
    const { state, cardId } =
      door.grid_id === batch.grid_id
        ? await this.cardFor(tx, batch, door.household_id)
        : { state: 'left_out' as const, cardId: null };
    await change(tx, 'UPDATE card_batch_door SET state = ?, card_id = ? WHERE batch_id = ? AND position = ?', [
      ...[state, cardId, batch.id, door.position],
    ]);
  }

  private async cardFor(
    tx: EntityManager,
    batch: BatchUnderWay,
    householdId: string,
  ): Promise<{ state: DoorState; cardId: string }> {
    await one(tx, 'SELECT id FROM household WHERE id = ? FOR UPDATE', [householdId]);
    const held = await one<{ id: string }>(tx, 'SELECT id FROM card WHERE active_household = ?', [householdId]);
    if (held && !batch.replaces) return { state: 'kept', cardId: held.id };
    if (held && batch.replaces) {
      await this.desk.end(tx, held.id, batch.replaces, batch.made_by);
      await this.note(tx, batch, 'card.ended', held.id, batch.replaces);
    }
    const cardId = await this.desk.issue(tx, { householdId, gridId: batch.grid_id }, batch.made_by);
    await this.note(tx, batch, 'card.issued', cardId);
    return { state: held ? 'replaced' : 'issued', cardId };
  }

  /** In the name of whoever made the batch. */
  private note(
    tx: EntityManager,
    batch: BatchUnderWay,
    action: string,
    id: string,
    because?: CardEnding,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor: { id: batch.made_by, kind: 'person', traceId: batch.traceId },
      action,
      subject: { kind: 'card', id },
      scopeId: batch.grid_id,
      detail: { batch: batch.id, ...(because ? { because } : {}) },
    });
  }
}
