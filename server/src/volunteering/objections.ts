/** Rows of objections to lists that are put up. */
import { Injectable } from '@nestjs/common';
import type { ObjectionView } from '@sevengrid/shared/volunteering/awards.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { Texts, type TextRef } from '../platform/database/texts';

export interface Objection {
  id: string;
  activityId: string;
  attendanceId: string | null;
  /** Whose line it is about; null for the list as a whole. */
  aboutId: string | null;
  byId: string;
  wordsRef: string;
  at: Date;
  answeredAt: Date | null;
  upheld: number | null;
  answerRef: string | null;
}

const OBJECTION = `SELECT o.id, o.activity_id AS activityId, o.attendance_id AS attendanceId, a.person_id AS aboutId,
  o.by_id AS byId, o.words_ref AS wordsRef, o.at, o.answered_at AS answeredAt, o.upheld, o.answer_ref AS answerRef
  FROM attendance_objection o LEFT JOIN attendance a ON a.id = o.attendance_id`;

@Injectable()
export class Objections {
  constructor(
    private readonly people: People,
    private readonly texts: Texts,
  ) {}

  /** In the order in which they came. */
  of(tx: EntityManager, activityId: string): Promise<Objection[]> {
    return rows<Objection>(tx, `${OBJECTION} WHERE o.activity_id = ? ORDER BY o.id`, [activityId]);
  }

  find(tx: EntityManager, id: string): Promise<Objection | null> {
    return one<Objection>(tx, `${OBJECTION} WHERE o.id = ?`, [id]);
  }

  async add(
    tx: EntityManager,
    {
      activityId,
      attendanceId,
      byId,
      words,
    }: { activityId: string; attendanceId?: string; byId: string; words: TextRef },
  ): Promise<string> {
    const id = newId();
    await change(
      tx,
      `INSERT INTO attendance_objection (id, activity_id, attendance_id, by_id, words_ref, at)
       VALUES (?, ?, ?, ?, ?, NOW(3))`,
      [id, activityId, attendanceId ?? null, byId, words.ref],
    );
    return id;
  }

  /** False where it was answered before. */
  async answer(
    tx: EntityManager,
    id: string,
    { upheld, byId, words }: { upheld: boolean; byId: string; words: TextRef },
  ): Promise<boolean> {
    const answered = await change(
      tx,
      `UPDATE attendance_objection SET upheld = ?, answered_by = ?, answer_ref = ?, answered_at = NOW(3)
       WHERE id = ? AND answered_at IS NULL`,
      [upheld ? 1 : 0, byId, words.ref, id],
    );
    return answered === 1;
  }

  /** Who objected is not shown. */
  async views(tx: EntityManager, all: readonly Objection[]): Promise<ObjectionView[]> {
    const words = await this.texts.read(
      tx,
      all.flatMap(({ wordsRef, answerRef }) => [wordsRef, ...(answerRef ? [answerRef] : [])]),
    );
    const names = await this.people.displayNames(
      tx,
      all.flatMap(({ aboutId }) => aboutId ?? []),
    );
    return all.map((of) => ({
      ...{ id: of.id, attendanceId: of.attendanceId, words: words.get(of.wordsRef) ?? null, at: of.at.toISOString() },
      ...{ displayName: of.aboutId === null ? null : (names.get(of.aboutId) ?? '') },
      ...{ upheld: of.upheld === null ? null : of.upheld === 1, answeredAt: of.answeredAt?.toISOString() ?? null },
      answer: of.answerRef === null ? null : (words.get(of.answerRef) ?? null),
    }));
  }
}
