/** All SQL of lots: what each award brought, what is left of it, and what was spent of it. */
import { GRACE_DAYS } from '@sevengrid/shared/points/terms';
import type { Lot } from '@sevengrid/shared/points/lots';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { insertMany, one, rows, type SqlValue } from '../platform/database/sql';
import type { Posting } from './posting';

/** A lot under its lock; changed in place, written at the end. */
export interface LotRow extends Lot {
  accountId: string;
  sourceTransferId: string;
  amount: number;
}

interface Found {
  id: string;
  account_id: string;
  source_transfer_id: string;
  amount: number;
  remaining: number;
  held: number;
  expires_at: Date | null;
}

const COLUMNS = 'id, account_id, source_transfer_id, amount, remaining, held, expires_at';
const DAY = 86_400_000;

const lotOf = (row: Found): LotRow => ({
  id: row.id,
  accountId: row.account_id,
  sourceTransferId: row.source_transfer_id,
  amount: row.amount,
  remaining: row.remaining,
  held: row.held,
  expiresAt: row.expires_at?.getTime() ?? null,
});

async function locked(tx: EntityManager, where: string, params: readonly SqlValue[]): Promise<LotRow[]> {
  const sql = `SELECT ${COLUMNS} FROM point_lot WHERE ${where} ORDER BY id FOR UPDATE`;
  return (await rows<Found>(tx, sql, params)).map(lotOf);
}

/** Locks the lots of an account that have something free at `at`, ascending by id. */
export const lockFreeLots = (tx: EntityManager, accountId: string, at: Date): Promise<LotRow[]> =>
  locked(tx, 'account_id = ? AND remaining > held AND (expires_at IS NULL OR expires_at > ?)', [accountId, at]);

/** Locks what of an account's lots is free although it has ended. */
export const lockOverdueLots = (tx: EntityManager, accountId: string, at: Date): Promise<LotRow[]> =>
  locked(tx, 'account_id = ? AND remaining > held AND expires_at <= ?', [accountId, at]);

/** Locks the lots that a hold took its points from. */
export const lockLots = async (tx: EntityManager, ids: readonly string[]): Promise<LotRow[]> =>
  ids.length === 0 ? [] : locked(tx, 'id IN (?)', [ids]);

/** Lots as they now stand; their rows are locked. */
export async function writeLots(tx: EntityManager, lots: readonly LotRow[]): Promise<void> {
  if (lots.length === 0) return;
  await insertMany(
    tx,
    `INSERT INTO point_lot (${COLUMNS})`,
    lots.map((of) => [
      ...[of.id, of.accountId, of.sourceTransferId, of.amount, of.remaining, of.held],
      of.expiresAt === null ? null : new Date(of.expiresAt),
    ]),
    'ON DUPLICATE KEY UPDATE remaining = VALUES(remaining), held = VALUES(held), expires_at = VALUES(expires_at)',
  );
}

/** Lots that are new, and what was spent of old ones. */
export async function writeLotHistory(tx: EntityManager, { lots, spent }: Posting): Promise<void> {
  if (lots.length > 0)
    await insertMany(
      tx,
      `INSERT INTO point_lot (${COLUMNS})`,
      lots.map((of) => [of.id, of.accountId, of.transferId, of.amount, of.amount, 0, of.expiresAt]),
    );
  if (spent.length > 0)
    await insertMany(
      tx,
      'INSERT INTO point_spent_lot (id, transfer_id, lot_id, quantity)',
      spent.map((of) => [newId(), of.transferId, of.lotId, of.quantity]),
    );
}

/** What comes back to a lot that has ended meanwhile can be spent for some days more. */
export function giveGrace(lots: readonly LotRow[], at: Date): void {
  const least = at.getTime() + GRACE_DAYS * DAY;
  for (const lot of lots) if (lot.expiresAt !== null && lot.expiresAt <= at.getTime()) lot.expiresAt = least;
}

/** `next_year`: points end when the year after the one that earned them is over. Without a row they never end. */
export type Expiry = 'never' | 'next_year';

/** What a community has decided about the end of points, and its offset in minutes. */
export async function expiryOf(tx: EntityManager, communityId: string): Promise<{ expiry: Expiry; offset: number }> {
  const row = await one<{ expiry: Expiry; minutes: number }>(
    tx,
    `SELECT p.expiry, sc.tz_offset AS minutes FROM point_policy p JOIN scope sc ON sc.id = p.community_id
     WHERE p.community_id = ? AND p.valid_from <= NOW(3) ORDER BY p.version DESC LIMIT 1`,
    [communityId],
  );
  return { expiry: row?.expiry ?? 'never', offset: row?.minutes ?? 0 };
}

/** Persons with something that has ended and is free; the first few of them. */
export const personsWithOverdueLots = (tx: EntityManager, after: string, limit: number): Promise<{ id: string }[]> =>
  rows(
    tx,
    `SELECT DISTINCT a.person_id AS id FROM point_lot l JOIN point_account a ON a.id = l.account_id
     WHERE l.expires_at <= NOW(3) AND l.remaining > l.held AND a.person_id > ? ORDER BY a.person_id LIMIT ${limit}`,
    [after],
  );

/** The communities whose journals brought these lots, by lot. */
export async function communitiesOf(tx: EntityManager, lots: readonly LotRow[]): Promise<Map<string, string>> {
  if (lots.length === 0) return new Map();
  const found = await rows<{ id: string; community_id: string }>(
    tx,
    `SELECT l.id, t.community_id FROM point_lot l JOIN point_transfer t ON t.id = l.source_transfer_id
     WHERE l.id IN (?)`,
    [lots.map(({ id }) => id)],
  );
  return new Map(found.map((row) => [row.id, row.community_id]));
}
