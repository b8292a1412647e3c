/** How points reach an account and leave it again: netted from debts, out of lots in the order in which they end. */
import { endOfNextYear, inSpendOrder, netOf, takeFrom, type LotPart } from '@sevengrid/shared/points/lots';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { fail } from '../platform/http/fail';
import type { Moved } from './ledger-rows';
import { expiryOf, lockFreeLots, type LotRow } from './lot-rows';
import { ISSUE, available, person, theDebt, type Account, type Posting } from './posting';

/** What is taken back may have ended already. */
const ANY_TIME = new Date(0);

/** Lots under their locks, and what is taken from each. */
export interface Chosen {
  lots: LotRow[];
  parts: LotPart[];
}

export function lotOf(lots: readonly LotRow[], id: string): LotRow {
  const lot = lots.find((one) => one.id === id);
  if (!lot) throw new Error(`no lot ${id}`);
  return lot;
}

/** When what is earned now ends; null while the community has not decided that it does. */
export async function endOf(tx: EntityManager, { act, at }: Posting): Promise<Date | null> {
  const { expiry, offset } = await expiryOf(tx, act.communityId);
  return expiry === 'next_year' ? new Date(endOfNextYear(at.getTime(), offset)) : null;
}

/** Points given: first against what the person owes, the rest as a new lot. */
export function credit(posting: Posting, journal: string, account: Account, points: number, endsAt: Date | null): void {
  const { credited, netted } = netOf(points, account.owed);
  posting.move(journal, 'PT', ISSUE, theDebt(account), netted);
  posting.owe(account, -netted);
  const transferId = posting.move(journal, 'PT', ISSUE, person(account), credited);
  if (transferId)
    posting.lots.push({ id: newId(), accountId: account.id, transferId, amount: credited, expiresAt: endsAt });
}

/** Writes down what a transfer spent of a lot, below zero what it brought back, and leaves the lot that much less. */
export function spend(posting: Posting, transferId: string | null, lot: LotRow, quantity: number): void {
  if (!transferId) throw new Error('lots are spent by a transfer');
  lot.remaining -= quantity;
  posting.spent.push({ transferId, lotId: lot.id, quantity });
}

/** Chooses lots for `points` among those that end after `at`; only what is chosen is answered. @throws POINTS_NOT_ENOUGH with `available` */
export async function choose(
  tx: EntityManager,
  account: Account,
  points: number,
  at: Date,
  first?: (lot: LotRow) => boolean,
): Promise<Chosen> {
  if (points === 0) return { lots: [], parts: [] };
  const refuse = (): never => fail('POINTS_NOT_ENOUGH', { facts: { available: available(account) } });
  if (available(account) < points) return refuse();
  const ordered = inSpendOrder(await lockFreeLots(tx, account.id, at));
  const lots = first ? [...ordered.filter(first), ...ordered.filter((lot) => !first(lot))] : ordered;
  // What has ended and was not swept yet is posted still, and cannot be spent.
  const parts = takeFrom(lots, points) ?? refuse();
  return { parts, lots: parts.map(({ lotId }) => lotOf(lots, lotId)) };
}

/** Takes points back to where they came from, first out of the lots that `moved` brought; answers the lots to write. */
export async function takeOwnFirst(
  tx: EntityManager,
  posting: Posting,
  { journal, account, points }: { journal: string; account: Account; points: number },
  moved: readonly Moved[],
): Promise<LotRow[]> {
  const own = new Set(moved.map(({ transferId }) => transferId));
  const { lots, parts } = await choose(tx, account, points, ANY_TIME, (lot) => own.has(lot.sourceTransferId));
  const transfer = posting.move(journal, 'PT', person(account), ISSUE, points);
  for (const { lotId, quantity } of parts) spend(posting, transfer, lotOf(lots, lotId), quantity);
  return lots;
}
