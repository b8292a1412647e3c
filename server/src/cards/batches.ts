/** The rows of batches: which doors one has, in the order in which somebody walks them, and how far it is. */
import type { MakeBatch } from '@sevengrid/shared/cards/printing.requests';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change, rows, type SqlValue } from '../platform/database/sql';
import type { BatchRow, DoorCount } from './printing.views';

/** Houses by number, 2 before 10, then by name: one text that sorts so in every list. */
export const byNumber = (column: string): string =>
  `CONCAT(LPAD(COALESCE(REGEXP_SUBSTR(${column}, '[0-9]+'), ''), 6, '0'), ${column})`;

/** The way from door to door, as one text to sort by. */
export const walkOf = (building: string, door: string): string =>
  `CONCAT(${byNumber(building)}, ' ', ${byNumber(door)})`;

export const WALK = walkOf('b.name', 'h.door');

export const BATCH = `SELECT cb.id, cb.grid_id, b.name AS building, cb.which, cb.replaces, cb.made_at, cb.ready_at,
    cb.printed_at
  FROM card_batch cb LEFT JOIN building b ON b.id = cb.building_id`;

const WANTED = {
  missing: 'c.id IS NULL',
  unprinted: '(c.id IS NULL OR c.printed_at IS NULL)',
  all: '1 = 1',
} as const;

/** Writes the batch and its doors; answers its id and how many doors it has. */
export async function writeBatch(
  tx: EntityManager,
  { gridId, buildingId, householdIds, which, replaces }: MakeBatch,
  madeBy: string,
): Promise<{ id: string; doors: number }> {
  const id = newId();
  await change(
    tx,
    `INSERT INTO card_batch (id, grid_id, building_id, which, replaces, made_by, made_at)
     VALUES (?, ?, ?, ?, ?, ?, NOW(3))`,
    [id, gridId, buildingId ?? null, which, replaces ?? null, madeBy],
  );
  const conditions = ['h.grid_id = ?', WANTED[which]];
  const params: SqlValue[] = [id, gridId];
  if (buildingId) {
    conditions.push('h.building_id = ?');
    params.push(buildingId);
  }
  if (householdIds) {
    conditions.push('h.id IN (?)');
    params.push(householdIds);
  }
  const doors = await change(
    tx,
    `INSERT INTO card_batch_door (batch_id, position, household_id, state)
     SELECT ?, ROW_NUMBER() OVER (ORDER BY ${WALK}, h.id), h.id, 'waiting' FROM household h
       JOIN building b ON b.id = h.building_id LEFT JOIN card c ON c.active_household = h.id
     WHERE ${conditions.join(' AND ')}`,
    params,
  );
  return { id, doors };
}

/** By batch: how many doors are in which state. */
export async function countDoors(tx: EntityManager, batchIds: readonly string[]): Promise<Map<string, DoorCount[]>> {
  if (batchIds.length === 0) return new Map();
  const found = await rows<DoorCount>(
    tx,
    'SELECT batch_id, state, COUNT(*) AS n FROM card_batch_door WHERE batch_id IN (?) GROUP BY batch_id, state',
    [[...batchIds]],
  );
  return new Map(batchIds.map((id) => [id, found.filter((count) => count.batch_id === id)]));
}

/** @param which what follows the tables: a condition, or another join with an order. */
export const findBatches = (tx: EntityManager, which: string, params: readonly SqlValue[]): Promise<BatchRow[]> =>
  rows<BatchRow>(tx, `${BATCH} ${which}`, params);
