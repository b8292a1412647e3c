/** What the ledger says of a person and of a unit, read from its tables as an auditor would. */
import type { TestApp } from '../actors/start-app';

export interface Totals {
  points: number;
  minutes: number;
}

const sumOf = (found: unknown, what: string): number =>
  Number((found as { what: string; sum: string }[]).find((row) => row.what === what)?.sum ?? 0);

export async function postedOf(app: TestApp, personId: string): Promise<Totals> {
  const sql = 'SELECT ledger AS what, posted AS sum FROM point_account WHERE person_id = ?';
  const found: unknown = await app.dataSource.query(sql, [personId]);
  return { points: sumOf(found, 'PT'), minutes: sumOf(found, 'MIN') };
}

/** Sums of transfers, in less out; of all units where none is named. */
export async function unitTotals(app: TestApp, unitId: string | null): Promise<Totals> {
  const found: unknown = await app.dataSource.query(
    `SELECT ledger AS what, SUM(IF(credit_kind = 'unit', amount, -amount)) AS sum FROM point_transfer
     WHERE (credit_kind = 'unit' AND credit_id <=> COALESCE(?, credit_id))
        OR (debit_kind = 'unit' AND debit_id <=> COALESCE(?, debit_id)) GROUP BY ledger`,
    [unitId, unitId],
  );
  return { points: sumOf(found, 'UPT'), minutes: sumOf(found, 'UMIN') };
}

/** Of all persons together. */
export async function memberTotals(app: TestApp): Promise<Totals> {
  const sql = 'SELECT ledger AS what, SUM(posted) AS sum FROM point_account GROUP BY ledger';
  const found: unknown = await app.dataSource.query(sql);
  return { points: sumOf(found, 'PT'), minutes: sumOf(found, 'MIN') };
}
