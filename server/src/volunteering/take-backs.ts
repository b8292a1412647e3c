/** Rows of what was asked to be taken back, and who decided it. */
import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { TakeBackQuery } from '@sevengrid/shared/volunteering/awards.requests';
import type { TakeBackPage, TakeBackView } from '@sevengrid/shared/volunteering/awards.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { newId } from '../platform/database/new-id';
import { change, json, one, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { and, each, firstIds, type Where } from '../platform/database/where';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';

export interface TakeBack {
  id: string;
  communityId: string;
  attendanceId: string;
  personId: string;
  activityId: string;
  title: string | Bilingual;
  points: number | null;
  minutes: number | null;
  reasonRef: string;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  agreed: number | null;
}

const TAKE_BACK = `SELECT t.id, t.community_id AS communityId, t.attendance_id AS attendanceId, a.person_id AS personId,
  a.activity_id AS activityId, y.title, a.points, a.minutes, t.reason_ref AS reasonRef, t.asked_by AS askedBy,
  t.asked_at AS askedAt, t.decided_by AS decidedBy, t.agreed
  FROM award_take_back t JOIN attendance a ON a.id = t.attendance_id JOIN activity y ON y.id = a.activity_id`;

@Injectable()
export class TakeBacks {
  constructor(
    private readonly people: People,
    private readonly texts: Texts,
  ) {}

  find(tx: EntityManager, id: string): Promise<TakeBack | null> {
    return one<TakeBack>(tx, `${TAKE_BACK} WHERE t.id = ?`, [id]);
  }

  /** Answers its id; null where it was asked before and is not refused, which the activity's lock keeps so. */
  async ask(
    tx: EntityManager,
    asked: Pick<TakeBack, 'communityId' | 'attendanceId' | 'askedBy' | 'reasonRef'>,
  ): Promise<string | null> {
    if (await one(tx, 'SELECT id FROM award_take_back WHERE sole = ?', [asked.attendanceId])) return null;
    const id = newId();
    await change(
      tx,
      `INSERT INTO award_take_back (id, community_id, attendance_id, reason_ref, asked_by, asked_at, sole)
       VALUES (?, ?, ?, ?, ?, NOW(3), ?)`,
      [id, asked.communityId, asked.attendanceId, asked.reasonRef, asked.askedBy, asked.attendanceId],
    );
    return id;
  }

  /** False where it was decided before; refused, it may be asked for again. */
  async decide(
    tx: EntityManager,
    id: string,
    { agreed, decidedBy }: { agreed: boolean; decidedBy: string },
  ): Promise<boolean> {
    const decided = await change(
      tx,
      `UPDATE award_take_back SET agreed = ?, decided_by = ?, decided_at = NOW(3), sole = IF(?, sole, NULL)
       WHERE id = ? AND decided_at IS NULL`,
      [agreed ? 1 : 0, decidedBy, agreed ? 1 : 0, id],
    );
    return decided === 1;
  }

  /** The newest first. */
  async page(
    tx: EntityManager,
    readerId: string,
    communityIds: readonly string[],
    { cursor, limit = PAGE_SIZE }: TakeBackQuery,
  ): Promise<TakeBackPage> {
    const after: Where | null = cursor === undefined ? null : { sql: 't.id < ?', params: decodeCursor(cursor, ['id']) };
    const branches = each('t.community_id', communityIds).map((where) => and(where, after));
    if (branches.length === 0) return { items: [], nextCursor: null };
    const first = firstIds({ from: 'award_take_back t', id: 't.id', direction: 'DESC', limit: limit + 1 }, branches);
    const ids = (await rows<{ id: string }>(tx, first.sql, first.params)).map(({ id }) => id);
    const shown = ids.slice(0, limit);
    const found =
      shown.length > 0 ? await rows<TakeBack>(tx, `${TAKE_BACK} WHERE t.id IN (?) ORDER BY t.id DESC`, [shown]) : [];
    const last = shown.at(-1);
    return {
      items: await this.views(tx, readerId, found),
      nextCursor: ids.length > limit && last ? encodeCursor([last]) : null,
    };
  }

  async views(tx: EntityManager, readerId: string, all: readonly TakeBack[]): Promise<TakeBackView[]> {
    const names = await this.people.displayNames(
      tx,
      all.flatMap(({ personId, askedBy, decidedBy }) => [personId, askedBy, ...(decidedBy ? [decidedBy] : [])]),
    );
    const words = await this.texts.read(
      tx,
      all.map(({ reasonRef }) => reasonRef),
    );
    const name = (id: string): string => names.get(id) ?? '';
    return all.map((of) => ({
      ...{ id: of.id, attendanceId: of.attendanceId, activity: { id: of.activityId, title: json(of.title) } },
      ...{ displayName: name(of.personId), points: of.points ?? 0, minutes: of.minutes ?? 0 },
      ...{ reason: words.get(of.reasonRef) ?? null, askedBy: name(of.askedBy), askedAt: of.askedAt.toISOString() },
      ...{ decidedBy: of.decidedBy === null ? null : name(of.decidedBy) },
      ...{ agreed: of.agreed === null ? null : of.agreed === 1 },
      own: of.askedBy === readerId || of.personId === readerId,
    }));
  }
}
