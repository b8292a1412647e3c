/** Printing cards: what a grid lacks, batches that are made and followed, and their sheets, each taking of them on record. */
import { Injectable } from '@nestjs/common';
import type { BatchQuery, BuildingQuery, CardDoorQuery, MakeBatch } from '@sevengrid/shared/cards/printing.requests';
import type {
  BatchDoorPage,
  CardBatchPage,
  CardBatchView,
  CardBuildingList,
  CardDoorPage,
} from '@sevengrid/shared/cards/printing.views';
import { PAGE_SIZE, type PageQuery } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, firstIds, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { byNumber, countDoors, findBatches, WALK, walkOf, writeBatch } from './batches';
import { IssueCardsOfBatches } from './issue-cards-of-batches';
import {
  batchDoorView,
  batchView,
  buildingView,
  doorView,
  type BatchDoorRow,
  type BatchRow,
  type BuildingRow,
  type DoorRow,
} from './printing.views';

/** The doors that come later on the sheets than this one. */
const AFTER = ` AND d.position > (SELECT last.position FROM card_batch_door last
  WHERE last.batch_id = ? AND last.household_id = ?)`;

@Injectable()
export class PrintingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly issuing: IssueCardsOfBatches,
    private readonly audit: AuditLog,
  ) {}

  buildings(actor: Actor, { gridId }: BuildingQuery): Promise<CardBuildingList> {
    this.demandGrid(actor, gridId);
    return this.uow.read(async (tx) => {
      const found = await rows<BuildingRow>(
        tx,
        `SELECT b.id, b.name, COUNT(h.id) AS households, COALESCE(SUM(h.id IS NOT NULL AND c.id IS NULL), 0) AS missing,
           COALESCE(SUM(c.id IS NOT NULL AND c.printed_at IS NULL), 0) AS unprinted
         FROM building b LEFT JOIN household h ON h.building_id = b.id LEFT JOIN card c ON c.active_household = h.id
         WHERE b.grid_id = ? GROUP BY b.id, b.name
         ORDER BY ${byNumber('b.name')}, b.id`,
        [gridId],
      );
      return { items: found.map(buildingView) };
    });
  }

  doors(actor: Actor, { gridId, buildingId, cursor, limit = PAGE_SIZE }: CardDoorQuery): Promise<CardDoorPage> {
    this.demandGrid(actor, gridId);
    const conditions = ['h.grid_id = ?'];
    const params: SqlValue[] = [gridId];
    if (buildingId) {
      conditions.push('h.building_id = ?');
      params.push(buildingId);
    }
    if (cursor) {
      const [building, door, id] = decodeCursor(cursor, ['text', 'text', 'id']);
      conditions.push(`(${WALK}, h.id) > (${walkOf('?', '?')}, ?)`);
      params.push(building, building, door, door, id);
    }
    return this.uow.read(async (tx) => {
      const found = await rows<DoorRow>(
        tx,
        `SELECT h.id, b.name AS building, h.door, c.id AS card_id, c.short_code, c.issued_at, c.printed_at
         FROM household h JOIN building b ON b.id = h.building_id LEFT JOIN card c ON c.active_household = h.id
         WHERE ${conditions.join(' AND ')} ORDER BY ${WALK}, h.id LIMIT ?`,
        [...params, limit + 1],
      );
      const last = found[limit - 1];
      const nextCursor = found.length > limit && last ? encodeCursor([last.building, last.door, last.id]) : null;
      return { items: found.slice(0, limit).map(doorView), nextCursor };
    });
  }

  async make(actor: Actor, key: string, body: MakeBatch): Promise<CardBatchView> {
    const request = { actor, key, operation: 'printing.make', fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const path = this.demandGrid(actor, body.gridId);
      if (!actor.may('card.issue', path)) fail('NOT_ALLOWED');
      const batch = await writeBatch(tx, body, actor.id);
      if (batch.doors === 0) fail('BATCH_EMPTY');
      const { which, replaces = null } = body;
      const detail = { which, replaces, doors: batch.doors, building: body.buildingId ?? null };
      const subject = { kind: 'card_batch', id: batch.id };
      await this.audit.record(tx, { actor, action: 'card.batch_made', subject, scopeId: body.gridId, detail });
      this.issuing.nudge(tx);
      return { id: batch.id };
    });
    return this.one(actor, id);
  }

  async list(actor: Actor, { gridId, cursor, limit = PAGE_SIZE }: BatchQuery): Promise<CardBatchPage> {
    if (gridId) this.demandGrid(actor, gridId);
    const grids = gridId ? [gridId] : this.scopes.gridsAmong(actor.scopesWith('card.print'));
    if (grids.length === 0) return { items: [], nextCursor: null };
    const after: Where | null = cursor ? { sql: 'cb.id < ?', params: decodeCursor(cursor, ['id']) } : null;
    const { sql, params } = firstIds(
      { from: 'card_batch cb', id: 'cb.id', direction: 'DESC', limit: limit + 1 },
      each('cb.grid_id', grids).map((grid) => and(grid, after)),
    );
    return this.uow.read(async (tx) => {
      const found = await findBatches(tx, `JOIN (${sql}) found ON found.id = cb.id ORDER BY cb.id DESC`, params);
      const items = await this.views(tx, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  one(actor: Actor, id: string): Promise<CardBatchView> {
    return this.uow.read(async (tx) => {
      const [view] = await this.views(tx, [await this.visible(tx, actor, id)]);
      return view ?? fail('NOT_FOUND');
    });
  }

  doorsOf(actor: Actor, id: string, { cursor, limit = PAGE_SIZE }: PageQuery): Promise<BatchDoorPage> {
    const after = cursor ? decodeCursor(cursor, ['id']) : [];
    return this.uow.read(async (tx) => {
      await this.visible(tx, actor, id);
      const found = await rows<BatchDoorRow>(
        tx,
        `SELECT d.position, d.household_id, b.name AS building, h.door, d.state, c.short_code, c.status
         FROM card_batch_door d LEFT JOIN household h ON h.id = d.household_id LEFT JOIN building b ON b.id = h.building_id
           LEFT JOIN card c ON c.id = d.card_id
         WHERE d.batch_id = ?${cursor ? AFTER : ''} ORDER BY d.position LIMIT ?`,
        [id, ...(cursor ? [id, ...after] : []), limit + 1],
      );
      const last = found[limit - 1];
      const nextCursor = found.length > limit && last ? encodeCursor([last.household_id]) : null;
      return { items: found.slice(0, limit).map(batchDoorView), nextCursor };
    });
  }

  /** The batch, for whoever may print in its grid; to all others it is not there. */
  async visible(tx: EntityManager, actor: Actor, id: string): Promise<BatchRow> {
    const [row] = await findBatches(tx, 'WHERE cb.id = ?', [id]);
    if (!row || !actor.may('card.print', this.scopes.pathOf(row.grid_id))) return fail('NOT_FOUND');
    return row;
  }

  private async views(tx: EntityManager, found: readonly BatchRow[]): Promise<CardBatchView[]> {
    const counts = await countDoors(
      tx,
      found.map((row) => row.id),
    );
    return found.map((row) => batchView(row, this.scopes.view(row.grid_id), counts.get(row.id) ?? []));
  }

  /** The grid's path, for whoever may print there. */
  private demandGrid(actor: Actor, gridId: string): string[] {
    const path = this.scopes.gridsAmong([gridId]).length === 1 ? this.scopes.pathOf(gridId) : [];
    return actor.may('card.print', path) ? path : fail('NOT_FOUND');
  }
}
