/** Draws statements up: what a merchant gave until the end of a month and no statement has yet, less what was taken back since. */
import { dayPlus, startOfDay } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { canonicalJson, sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, insertMany, one, rows } from '../platform/database/sql';
import { send } from '../platform/database/statement';

export interface Period {
  merchantId: string;
  communityId: string;
  /** `2026-11` */
  month: string;
  /** Of the community; minutes. */
  tzOffset: number;
  /** null: by itself, on the first of the month. */
  by: string | null;
}

export interface DrawnLine {
  kind: 'capture' | 'undo';
  redemption_id: string;
  offer_id: string;
  points: number;
  value_fen: number;
  bill_fen: number | null;
  at: Date;
}

/** The instant at which the month after `month` begins. */
export function endOfMonth(month: string, tzOffset: number): Date {
  const next = dayPlus(`${month}-28`, 4).slice(0, 7);
  return new Date(startOfDay(`${next}-01`, tzOffset));
}

/** Given before the month's end, not taken back, in no statement; and taken back before its end, in one, against which there is no line yet. */
const OPEN = `SELECT 'capture' AS kind, c.redemption_id, r.offer_id, c.points, c.value_fen, c.bill_fen, c.at
  FROM redemption_capture c JOIN redemption r ON r.id = c.redemption_id
    LEFT JOIN redemption_undo u ON u.redemption_id = c.redemption_id
    LEFT JOIN statement_line l ON l.redemption_id = c.redemption_id AND l.kind = 'capture'
  WHERE c.community_id = ? AND c.merchant_id = ? AND c.at < ? AND u.id IS NULL AND l.statement_id IS NULL
  UNION ALL
  SELECT 'undo', u.redemption_id, l.offer_id, -l.points, -l.value_fen, l.bill_fen, u.at
  FROM redemption_undo u JOIN statement_line l ON l.redemption_id = u.redemption_id AND l.kind = 'capture'
    LEFT JOIN statement_line done ON done.redemption_id = u.redemption_id AND done.kind = 'undo'
  WHERE u.community_id = ? AND u.merchant_id = ? AND u.at < ? AND done.statement_id IS NULL
  ORDER BY at, redemption_id, kind`;

export type DrawnUp = { id: string } | 'empty';

/**
 * One statement for a merchant, a community and a month, whoever asks: a second time answers the first. Whoever draws up
 * at the same time waits for the merchant's row.
 */
export async function drawUp(tx: EntityManager, period: Period): Promise<DrawnUp> {
  const { merchantId, communityId, month, tzOffset, by } = period;
  await one(tx, 'SELECT merchant_id FROM merchant_community WHERE community_id = ? AND merchant_id = ? FOR UPDATE', [
    ...[communityId, merchantId],
  ]);
  const known = await one<{ id: string }>(
    tx,
    'SELECT id FROM statement WHERE merchant_id = ? AND community_id = ? AND month = ?',
    [merchantId, communityId, month],
  );
  if (known) return known;
  const of = [communityId, merchantId, endOfMonth(month, tzOffset)];
  const lines = await rows<DrawnLine>(tx, OPEN, [...of, ...of]);
  if (lines.length === 0) return 'empty';
  const id = newId();
  const number = await nextNumber(tx, communityId, month);
  const sum = (of: (line: DrawnLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const totals = {
    quantity: sum(({ kind }) => (kind === 'capture' ? 1 : -1)),
    points: sum(({ points }) => Number(points)),
    valueFen: sum((line) => Number(line.value_fen)),
  };
  const hash = hashOf({ id, number, merchantId, communityId, month, ...totals }, lines);
  await change(
    tx,
    `INSERT INTO statement (id, number, merchant_id, community_id, month, drawn_up_by, quantity, points, value_fen, hash, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(3))`,
    [id, number, merchantId, communityId, month, by, totals.quantity, totals.points, totals.valueFen, hash],
  );
  await insertMany(
    tx,
    'INSERT INTO statement_line (statement_id, position, kind, redemption_id, offer_id, points, value_fen, bill_fen, at)',
    lines.map((line, i) => [
      ...[id, i + 1, line.kind, line.redemption_id, line.offer_id, line.points, line.value_fen, line.bill_fen, line.at],
    ]),
  );
  return { id };
}

export interface StatementHead {
  id: string;
  number: string;
  merchantId: string;
  communityId: string;
  month: string;
  quantity: number;
  points: number;
  valueFen: number;
}

/** What both sides confirm: the head and every line, as one text. */
export function hashOf(head: StatementHead, lines: readonly DrawnLine[]): string {
  const plain = lines.map((line) => [
    ...[line.kind, line.redemption_id, line.offer_id, Number(line.points), Number(line.value_fen)],
    ...[line.bill_fen === null ? null : Number(line.bill_fen), line.at],
  ]);
  return sha256(canonicalJson({ head, lines: plain }));
}

/** 结-202611-0007, counted per community and month. */
async function nextNumber(tx: EntityManager, communityId: string, month: string): Promise<string> {
  const { insertId } = await send<{ insertId: number }>(
    tx,
    `INSERT INTO statement_number (community_id, month, last) VALUES (?, ?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)`,
    [communityId, month],
  );
  return `结-${month.replace('-', '')}-${String(insertId).padStart(4, '0')}`;
}
