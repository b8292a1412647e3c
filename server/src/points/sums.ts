/** What transfers come to: of units and merchants, who have no account, and of whole communities. */
import type { Ledger, SideKind } from '@sevengrid/shared/points/terms';
import type { PointTotals } from '@sevengrid/shared/points/views';
import type { EntityManager } from 'typeorm';
import { one, rows } from '../platform/database/sql';

type Of = 'unit' | 'merchant';

interface Sum {
  id: string;
  ledger: Ledger;
  amount: string;
}

/** What came to each of `kind` less what went back, by its id and the ledger. */
async function cameTo(tx: EntityManager, kind: Of, ids: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  if (ids.length === 0) return sums;
  for (const [side, sign] of [
    ['credit', 1],
    ['debit', -1],
  ] as const) {
    const found = await rows<Sum>(
      tx,
      `SELECT ${side}_id AS id, ledger, SUM(amount) AS amount FROM point_transfer
       WHERE ${side}_id IN (?) AND ${side}_kind = ? GROUP BY ${side}_id, ledger`,
      [ids, kind],
    );
    for (const { id, ledger, amount } of found) {
      const key = `${id} ${ledger}`;
      sums.set(key, (sums.get(key) ?? 0) + sign * Number(amount));
    }
  }
  return sums;
}

export interface UnitSum {
  points: number;
  minutes: number;
}

/** What units earned in all, by unit; those with nothing included. */
export async function sumsOfUnits(tx: EntityManager, unitIds: readonly string[]): Promise<Map<string, UnitSum>> {
  const sums = await cameTo(tx, 'unit', unitIds);
  const of = (id: string, ledger: Ledger): number => sums.get(`${id} ${ledger}`) ?? 0;
  return new Map(unitIds.map((id) => [id, { points: of(id, 'UPT'), minutes: of(id, 'UMIN') }]));
}

/** Points that merchants captured and did not give back, by merchant; those with nothing included. */
export async function sumsOfMerchants(tx: EntityManager, merchantIds: readonly string[]): Promise<Map<string, number>> {
  const sums = await cameTo(tx, 'merchant', merchantIds);
  return new Map(merchantIds.map((id) => [id, sums.get(`${id} PT`) ?? 0]));
}

interface Flow {
  ledger: Ledger;
  debit: SideKind;
  credit: SideKind;
  amount: string;
}

/** What a community's journals moved, in one equation: `outstanding = issued − takenBack − captured − expired + owed`. */
export async function totalsOf(tx: EntityManager, communityId: string): Promise<PointTotals> {
  const flows = await rows<Flow>(
    tx,
    `SELECT ledger, debit_kind AS debit, credit_kind AS credit, SUM(amount) AS amount FROM point_transfer
     WHERE community_id = ? GROUP BY ledger, debit_kind, credit_kind`,
    [communityId],
  );
  const went = (ledger: Ledger, from: SideKind, to: SideKind): number =>
    Number(flows.find((flow) => flow.ledger === ledger && flow.debit === from && flow.credit === to)?.amount ?? 0);
  const net = (ledger: Ledger, from: SideKind, to: SideKind): number => went(ledger, from, to) - went(ledger, to, from);
  const [netted, unpaid] = [went('PT', 'issue', 'debt'), went('PT', 'debt', 'issue')];
  return {
    issued: went('PT', 'issue', 'person') + netted,
    takenBack: went('PT', 'person', 'issue') + unpaid,
    captured: net('PT', 'person', 'merchant'),
    expired: net('PT', 'person', 'expired'),
    owed: unpaid - netted,
    outstanding: net('PT', 'issue', 'person') - net('PT', 'person', 'merchant') - net('PT', 'person', 'expired'),
    held: await heldIn(tx, communityId),
    minutes: net('MIN', 'issue', 'person'),
    units: { points: net('UPT', 'issue', 'unit'), minutes: net('UMIN', 'issue', 'unit') },
  };
}

async function heldIn(tx: EntityManager, communityId: string): Promise<number> {
  const row = await one<{ held: string | null }>(
    tx,
    "SELECT SUM(points) AS held FROM point_hold WHERE state = 'reserved' AND community_id = ?",
    [communityId],
  );
  return Number(row?.held ?? 0);
}

/** True where the person earned anything by journals of one of these communities. */
export async function earnedIn(tx: EntityManager, personId: string, communityIds: readonly string[]): Promise<boolean> {
  if (communityIds.length === 0) return false;
  const found = await one(
    tx,
    `SELECT id FROM point_transfer
     WHERE credit_id = ? AND credit_kind IN ('person', 'debt') AND community_id IN (?) LIMIT 1`,
    [personId, communityIds],
  );
  return found !== null;
}
