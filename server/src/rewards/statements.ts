/** The rows of statements, and how they leave the server. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { StatementLineView, StatementView } from '@sevengrid/shared/rewards/statements.views';
import type { StatementSide } from '@sevengrid/shared/rewards/terms';
import type { EntityManager } from 'typeorm';
import type { People } from '../identity/people';
import type { Community } from '../identity/scopes';
import { json, rows, type SqlValue } from '../platform/database/sql';
import { merchantNames } from './merchants';

export interface StatementRow {
  id: string;
  number: string;
  merchant_id: string;
  community_id: string;
  month: string;
  quantity: number;
  points: number;
  value_fen: number;
  hash: string;
  at: Date;
  remarks: number;
}

export interface ConfirmationRow {
  statement_id: string;
  side: StatementSide;
  confirmed_by: string;
  at: Date;
}

export interface LineRow {
  position: number;
  kind: 'capture' | 'undo';
  redemption_id: string;
  offer_id: string;
  title: string | Bilingual;
  points: number;
  value_fen: number;
  bill_fen: number | null;
  at: Date;
}

const STATEMENT = `SELECT s.id, s.number, s.merchant_id, s.community_id, s.month, s.quantity, s.points, s.value_fen, s.hash,
    s.at, (SELECT COUNT(*) FROM statement_remark m WHERE m.statement_id = s.id) AS remarks
  FROM statement s`;

/** @param which what follows the table; `s` is the statement */
export const findStatements = (
  tx: EntityManager,
  which: string,
  params: readonly SqlValue[],
): Promise<StatementRow[]> => rows<StatementRow>(tx, `${STATEMENT} ${which}`, params);

export async function confirmationsOf(tx: EntityManager, ids: readonly string[]): Promise<ConfirmationRow[]> {
  if (ids.length === 0) return [];
  const sql =
    'SELECT statement_id, side, confirmed_by, at FROM statement_confirmation WHERE statement_id IN (?) ORDER BY id';
  return rows<ConfirmationRow>(tx, sql, [[...ids]]);
}

/** All of them, or those of a page after a position. */
export const linesOf = (tx: EntityManager, id: string, after = 0, limit = 1_000_000): Promise<LineRow[]> =>
  rows<LineRow>(
    tx,
    `SELECT l.position, l.kind, l.redemption_id, l.offer_id, f.title, l.points, l.value_fen, l.bill_fen, l.at
     FROM statement_line l JOIN offer f ON f.id = l.offer_id
     WHERE l.statement_id = ? AND l.position > ? ORDER BY l.position LIMIT ?`,
    [id, after, limit],
  );

export const lineView = (row: LineRow): StatementLineView => ({
  ...{ position: row.position, kind: row.kind, redemptionId: row.redemption_id, title: json(row.title) },
  ...{ at: row.at.toISOString(), points: Number(row.points), valueFen: Number(row.value_fen) },
  billFen: row.bill_fen === null ? null : Number(row.bill_fen),
});

export interface ViewParts {
  people: People;
  communityOf: (id: string) => Community;
  /** For which side the caller reads. */
  sideOf: (row: StatementRow) => StatementSide | null;
}

export async function statementViews(
  tx: EntityManager,
  { people, communityOf, sideOf }: ViewParts,
  found: readonly StatementRow[],
): Promise<StatementView[]> {
  const confirmed = await confirmationsOf(
    tx,
    found.map(({ id }) => id),
  );
  const names = await people.displayNames(
    tx,
    confirmed.map((row) => row.confirmed_by),
  );
  const merchants = await merchantNames(
    tx,
    found.map((row) => row.merchant_id),
  );
  return found.map((row) => {
    const own = confirmed.filter(({ statement_id: id }) => id === row.id);
    const { id, name, nameBo } = communityOf(row.community_id);
    const side = sideOf(row);
    return {
      ...{ id: row.id, number: row.number, month: row.month, drawnUpAt: row.at.toISOString(), hash: row.hash },
      merchant: merchants.get(row.merchant_id) ?? { id: row.merchant_id, name: '', nameBo: null },
      community: { id, name, nameBo },
      ...{ quantity: row.quantity, points: Number(row.points), valueFen: Number(row.value_fen) },
      confirmations: own.map((one) => ({
        ...{ side: one.side, at: one.at.toISOString(), by: names.get(one.confirmed_by) ?? null },
      })),
      ...{ remarks: Number(row.remarks), side, mayConfirm: side !== null && !own.some((one) => one.side === side) },
    };
  });
}
