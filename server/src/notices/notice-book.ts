/** Writes notices: one for each person, event and type, so that nothing is told twice, and none to whoever did it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeFacts, NoticeType, SubjectKind } from '@sevengrid/shared/notices/views';
import { newId } from '../platform/database/new-id';
import { change } from '../platform/database/sql';

/** Codes and ids; names and words are looked up for each reader. */
export interface StoredFacts extends Omit<
  NoticeFacts,
  'title' | 'number' | 'category' | 'actorName' | 'holderName' | 'reason' | 'place'
> {
  /** Somebody at work, never a resident. */
  actorId?: string;
  holderId?: string;
  /** Reference of the words of a refusal. */
  reasonRef?: string;
}

export interface News {
  eventId: string;
  type: NoticeType;
  subject: { kind: SubjectKind; id: string };
  facts: StoredFacts;
  /** Milliseconds UTC. */
  at: number;
}

@Injectable()
export class NoticeBook {
  async tell(tx: EntityManager, persons: Iterable<string | null>, doneBy: string | null, news: News): Promise<void> {
    const listeners = [...new Set(persons)].filter((person): person is string => person !== null && person !== doneBy);
    if (listeners.length === 0) return;
    const { eventId, type, subject, facts, at } = news;
    await change(
      tx,
      `INSERT IGNORE INTO notice (id, person_id, event_id, type, subject_kind, subject_id, facts, at, read_at)
       VALUES ${listeners.map(() => '(?,?,?,?,?,?,?,?,NULL)').join(', ')}`,
      listeners.flatMap((person) => [
        ...[newId(), person, eventId, type, subject.kind, subject.id],
        ...[JSON.stringify(facts), new Date(at)],
      ]),
    );
  }

  /** What was dealt with waits for nobody: whatever of it was told until then counts as read. */
  async settle(
    tx: EntityManager,
    persons: readonly string[],
    { kind, id }: News['subject'],
    at: number,
  ): Promise<void> {
    if (persons.length === 0) return;
    await change(
      tx,
      `UPDATE notice SET read_at = ? WHERE person_id IN (?) AND read_at IS NULL AND subject_kind = ? AND subject_id = ?
       AND at <= ?`,
      [new Date(at), persons, kind, id, new Date(at)],
    );
  }
}
