/** The entries of a person's account, newest first, each with its reason in words. */
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { PointsQuery } from '@sevengrid/shared/points/requests';
import type { JournalKind } from '@sevengrid/shared/points/terms';
import type { PointEntryView, PointsView } from '@sevengrid/shared/points/views';
import type { EntityManager } from 'typeorm';
import { rows, type SqlValue } from '../platform/database/sql';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import type { PointCause, PointCauses } from './point-causes';
import { standingOf } from './standings';

interface EntryRow {
  id: string;
  seq: number;
  delta: number;
  balanceAfter: number;
  at: Date;
  kind: JournalKind;
  causeType: string;
  causeId: string;
}

const entryView = (row: EntryRow, cause: PointCause | undefined): PointEntryView => ({
  id: row.id,
  kind: row.kind,
  delta: row.delta,
  balanceAfter: row.balanceAfter,
  at: row.at.toISOString(),
  reason: {
    type: row.causeType,
    id: row.causeId,
    title: cause?.title ?? null,
    subject: cause?.subject ?? null,
  },
});

function entriesOf(
  tx: EntityManager,
  personId: string,
  { of = 'points', cursor }: PointsQuery,
  limit: number,
): Promise<EntryRow[]> {
  const params: SqlValue[] = [personId, of === 'points' ? 'PT' : 'MIN'];
  // It names the person, so that one of another list is told apart.
  if (cursor) params.push(decodeCursor(cursor, ['id', 'count'])[1]);
  return rows<EntryRow>(
    tx,
    `SELECT e.id, e.seq, e.delta, e.balance_after AS balanceAfter, e.at, j.kind, j.cause_type AS causeType,
       j.cause_id AS causeId
     FROM point_account a JOIN point_entry e ON e.account_id = a.id
     JOIN point_transfer t ON t.id = e.transfer_id JOIN point_journal j ON j.id = t.journal_id
     WHERE a.person_id = ? AND a.ledger = ? ${cursor ? 'AND e.seq < ?' : ''} ORDER BY e.seq DESC LIMIT ?`,
    [...params, limit],
  );
}

/** A person's points as they are shown to themself, and to whoever may see them. */
export async function pointsView(
  tx: EntityManager,
  causes: PointCauses,
  personId: string,
  query: PointsQuery,
): Promise<PointsView> {
  const limit = query.limit ?? PAGE_SIZE;
  const found = await entriesOf(tx, personId, query, limit + 1);
  const shown = found.slice(0, limit);
  const known = await causes.find(tx, shown);
  const last = shown.at(-1);
  return {
    ...(await standingOf(tx, personId)),
    entries: shown.map((row) => entryView(row, known.get(`${row.causeType} ${row.causeId}`))),
    nextCursor: found.length > limit && last ? encodeCursor([personId, last.seq]) : null,
  };
}
