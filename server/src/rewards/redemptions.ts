/** The rows of redemptions: what was redeemed, what its hold says of it, and where it was used. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { HoldState } from '@sevengrid/shared/points/terms';
import { UNDO_DAYS, type RedemptionState } from '@sevengrid/shared/rewards/terms';
import type { EntityManager } from 'typeorm';
import { HOLD } from '../points/holds';
import { change, one, rows, type SqlValue } from '../platform/database/sql';
import type { HoldOutcome } from '../points/ledger';
import { fail } from '../platform/http/fail';

export interface RedemptionRow {
  id: string;
  offer_id: string;
  person_id: string;
  community_id: string;
  cost: number;
  face_value_fen: number;
  /** Within which the limit per person counts it. */
  span: string;
  at: Date;
  hold_state: HoldState;
  expires_at: Date;
  /** Whether its time is over, by the database's clock. */
  late: number;
  title: string | Bilingual;
  terms: string | Bilingual;
  min_spend_fen: number;
  name_enc: Buffer | null;
  display_name: string | null;
  merchant_id: string | null;
  agreement_id: string | null;
  bill_fen: number | null;
  captured_at: Date | null;
  undone_at: Date | null;
  undo_until: Date | null;
}

const REDEMPTION = `SELECT r.id, r.offer_id, r.person_id, r.community_id, r.cost, r.face_value_fen, r.span, r.at, h.state AS hold_state,
    h.expires_at, h.expires_at <= NOW(3) AS late, f.title, f.terms, f.min_spend_fen, p.name_enc, p.display_name,
    c.merchant_id, c.agreement_id, c.bill_fen, c.at AS captured_at, u.at AS undone_at,
    c.at + INTERVAL ${UNDO_DAYS} DAY AS undo_until
  FROM redemption r JOIN ${HOLD} h ON h.id = r.id JOIN offer f ON f.id = r.offer_id
    LEFT JOIN person p ON p.id = r.person_id
    LEFT JOIN redemption_capture c ON c.redemption_id = r.id LEFT JOIN redemption_undo u ON u.redemption_id = r.id`;

/** @param which what follows the tables; `r` is the redemption, `h` its hold, `c` where it was used, `u` its undo */
export const findRedemptions = (
  tx: EntityManager,
  which: string,
  params: readonly SqlValue[],
): Promise<RedemptionRow[]> => rows<RedemptionRow>(tx, `${REDEMPTION} ${which}`, params);

/** The same of one person: from their own, however few wait elsewhere. */
export const findOwn = (tx: EntityManager, which: string, params: readonly SqlValue[]): Promise<RedemptionRow[]> =>
  rows<RedemptionRow>(tx, `${REDEMPTION.replace('SELECT', 'SELECT STRAIGHT_JOIN')} ${which}`, params);

/** @throws REDEMPTION_NOT_FOUND */
export async function redemptionOf(tx: EntityManager, id: string): Promise<RedemptionRow> {
  return (await findRedemptions(tx, 'WHERE r.id = ?', [id]))[0] ?? fail('REDEMPTION_NOT_FOUND');
}

const STATES: Readonly<Record<Exclude<HoldState, 'reserved'>, RedemptionState>> = {
  captured: 'used',
  released: 'cancelled',
  expired: 'expired',
  uncaptured: 'undone',
};

export const stateOf = ({ hold_state: state, late }: Pick<RedemptionRow, 'hold_state' | 'late'>): RedemptionState =>
  state === 'reserved' ? (late ? 'expired' : 'open') : STATES[state];

const REFUSALS = {
  used: 'REDEMPTION_ALREADY_USED',
  undone: 'REDEMPTION_ALREADY_USED',
  cancelled: 'REDEMPTION_CANCELLED',
  expired: 'REDEMPTION_EXPIRED',
} as const;

/** @throws what stands in the way of using it, as far as one sees without its lock. */
export function demandOpen(row: RedemptionRow): void {
  const state = stateOf(row);
  if (state !== 'open') fail(REFUSALS[state]);
}

/** @throws what stood in the way when the ledger moved it under its lock. */
export function demandDone(outcome: HoldOutcome): void {
  if (outcome !== 'done')
    fail(REFUSALS[outcome === 'reserved' ? 'expired' : (STATES[outcome] as keyof typeof REFUSALS)]);
}

/** One more for the person within the limit's window. @throws OFFER_LIMIT_REACHED */
export async function takeQuota(
  tx: EntityManager,
  { offerId, personId, span }: { offerId: string; personId: string; span: string },
  most: number | null,
): Promise<void> {
  await change(
    tx,
    'INSERT INTO offer_quota (offer_id, person_id, span, used) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE used = used',
    [offerId, personId, span],
  );
  const taken = await change(
    tx,
    'UPDATE offer_quota SET used = used + 1 WHERE offer_id = ? AND person_id = ? AND span = ? AND used < ?',
    [offerId, personId, span, most ?? 1_000_000_000],
  );
  if (taken === 0) fail('OFFER_LIMIT_REACHED');
}

/** One less of the offer's `held` or `captured`, and one less for the person: quota before offer, as everywhere. */
export async function giveBack(
  tx: EntityManager,
  { offer_id: offerId, person_id: personId, span }: Pick<RedemptionRow, 'offer_id' | 'person_id' | 'span'>,
  from: 'held' | 'captured',
): Promise<void> {
  await change(tx, 'UPDATE offer_quota SET used = used - 1 WHERE offer_id = ? AND person_id = ? AND span = ?', [
    ...[offerId, personId, span],
  ]);
  await change(tx, `UPDATE offer SET ${from} = ${from} - 1 WHERE id = ?`, [offerId]);
}

/** Titles of what was redeemed, for the entries of points. */
export async function titlesOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<{ id: string; title: string | Bilingual }[]> {
  const sql = 'SELECT r.id, f.title FROM redemption r JOIN offer f ON f.id = r.offer_id WHERE r.id IN (?)';
  return rows(tx, sql, [[...ids]]);
}

/** When the merchant looked it up last, within the quarter of an hour in which it may be given; null where it did not. */
export async function lookedUpBy(
  tx: EntityManager,
  id: string,
  merchantIds: readonly string[],
): Promise<string | null> {
  if (merchantIds.length === 0) return null;
  const row = await one<{ merchant_id: string }>(
    tx,
    `SELECT merchant_id FROM redemption_look_up WHERE redemption_id = ? AND merchant_id IN (?)
       AND at > NOW(3) - INTERVAL 15 MINUTE ORDER BY at DESC LIMIT 1`,
    [id, [...merchantIds]],
  );
  return row?.merchant_id ?? null;
}
