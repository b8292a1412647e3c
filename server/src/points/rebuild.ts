/** Makes accounts and lots anew from the history, into tables beside them; what stands is never repaired. */
import type { EntityManager } from 'typeorm';
import type { AuditResult } from '../platform/audit/audits';
import { change, insertMany, one, rows } from '../platform/database/sql';
import { walkEntries, type Rebuilt } from './walk-entries';

interface Sum {
  id: string;
  amount: string;
}

const NUMBER_OF = (found: readonly Sum[]): Map<string, number> =>
  new Map(found.map(({ id, amount }) => [id, Number(amount)]));

/** What was reserved of an account and neither captured nor given back, by its events alone. */
const HELD = `SELECT account_id AS id, SUM(CASE state WHEN 'reserved' THEN points WHEN 'uncaptured' THEN 0 ELSE -points END) AS amount
  FROM point_hold_event WHERE account_id IN (?) GROUP BY account_id`;

/** What a person could not give back and has not covered since. */
const OWED = `SELECT a.id, SUM(IF(t.debit_kind = 'debt', t.amount, -t.amount)) AS amount FROM point_account a
  JOIN point_transfer t ON t.ledger = 'PT' AND ((t.debit_id = a.person_id AND t.debit_kind = 'debt')
    OR (t.credit_id = a.person_id AND t.credit_kind = 'debt'))
  WHERE a.id IN (?) AND a.ledger = 'PT' GROUP BY a.id`;

async function keep(tx: EntityManager, made: readonly Rebuilt[]): Promise<void> {
  if (made.length === 0) return;
  const ids = [made.map(({ id }) => id)];
  const held = NUMBER_OF(await rows<Sum>(tx, HELD, ids));
  const owed = NUMBER_OF(await rows<Sum>(tx, OWED, ids));
  const at = new Date();
  await insertMany(
    tx,
    'INSERT INTO point_account_rebuilt (id, posted, held, owed, seq, head_hash, at)',
    made.map((of) => [of.id, of.posted, held.get(of.id) ?? 0, owed.get(of.id) ?? 0, of.seq, of.headHash, at]),
  );
}

/** What is left of a lot, and what of it is in holds that have not ended. */
const LOTS = `SELECT l.id, l.amount - COALESCE((SELECT SUM(s.quantity) FROM point_spent_lot s WHERE s.lot_id = l.id), 0) AS remaining,
    COALESCE((SELECT SUM(p.quantity) FROM point_hold_lot p WHERE p.lot_id = l.id AND NOT EXISTS
      (SELECT 1 FROM point_hold_event e WHERE e.hold_id = p.hold_id AND e.state <> 'reserved')), 0) AS held
  FROM point_lot l WHERE l.id > ? ORDER BY l.id LIMIT 500`;

async function keepLots(tx: EntityManager): Promise<number> {
  let kept = 0;
  for (let after = ''; ;) {
    const found = await rows<{ id: string; remaining: string; held: string }>(tx, LOTS, [after]);
    if (found.length === 0) return kept;
    const at = new Date();
    const made = found.map(({ id, remaining, held }) => [id, Number(remaining), Number(held), at]);
    await insertMany(tx, 'INSERT INTO point_lot_rebuilt (id, remaining, held, at)', made);
    kept += found.length;
    after = found.at(-1)?.id ?? '';
  }
}

const DIFFERENT = [
  `SELECT a.id, 'point_account' AS name FROM point_account a LEFT JOIN point_account_rebuilt r ON r.id = a.id
   WHERE r.id IS NULL OR (a.posted, a.held, a.owed, a.seq, a.head_hash) <> (r.posted, r.held, r.owed, r.seq, r.head_hash)
   ORDER BY a.id LIMIT 1`,
  `SELECT l.id, 'point_lot' AS name FROM point_lot l LEFT JOIN point_lot_rebuilt r ON r.id = l.id
   WHERE r.id IS NULL OR (l.remaining, l.held) <> (r.remaining, r.held) ORDER BY l.id LIMIT 1`,
];

/** Fills the tables beside and compares: answers the first account or lot that its history does not make. */
export async function rebuild(tx: EntityManager): Promise<AuditResult> {
  for (const table of ['point_account_rebuilt', 'point_lot_rebuilt']) await change(tx, `DELETE FROM ${table}`);
  let walked = 0;
  await walkEntries(tx, async (made) => {
    walked += made.length;
    await keep(tx, made);
  });
  walked += await keepLots(tx);
  for (const sql of DIFFERENT) {
    const found = await one<{ id: string; name: string }>(tx, sql);
    if (found) return { walked, broken: `${found.name} row ${found.id}: is not what its history makes` };
  }
  return { walked, broken: null };
}
