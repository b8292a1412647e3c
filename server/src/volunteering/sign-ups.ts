/** Rows of sign-ups: a place, a turn on the waiting list, or given back. */
import { Injectable } from '@nestjs/common';
import type { MySignUpView, SignUpState } from '@sevengrid/shared/volunteering/activities.views';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';

interface MineRow {
  activity_id: string;
  state: SignUpState;
  place: number | string;
}

@Injectable()
export class SignUps {
  async stateOf(tx: EntityManager, activityId: string, personId: string): Promise<SignUpState | null> {
    const sql = 'SELECT state FROM activity_sign_up WHERE activity_id = ? AND person_id = ?';
    return (await one<{ state: SignUpState }>(tx, sql, [activityId, personId]))?.state ?? null;
  }

  /** Those of `personIds` who have a place. */
  async havePlaces(tx: EntityManager, activityId: string, personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const sql = "SELECT person_id FROM activity_sign_up WHERE activity_id = ? AND person_id IN (?) AND state = 'in'";
    const found = await rows<{ person_id: string }>(tx, sql, [activityId, [...personIds]]);
    return new Set(found.map((row) => row.person_id));
  }

  /** One place more is taken, by condition: never more than there are. */
  async takePlace(tx: EntityManager, activityId: string): Promise<boolean> {
    const sql = 'UPDATE activity SET signed = signed + 1 WHERE id = ? AND signed < capacity';
    return (await change(tx, sql, [activityId])) === 1;
  }

  /** Whoever gave a place back and asks again begins at the end of the line. */
  async put(tx: EntityManager, activityId: string, personId: string, state: SignUpState): Promise<void> {
    await change(
      tx,
      `INSERT INTO activity_sign_up (id, activity_id, person_id, state, asked_at, turn) VALUES (?, ?, ?, ?, NOW(3), ?)
       ON DUPLICATE KEY UPDATE state = VALUES(state), asked_at = VALUES(asked_at), turn = VALUES(turn)`,
      [newId(), activityId, personId, state, newId()],
    );
  }

  async giveBack(tx: EntityManager, activityId: string, personId: string): Promise<void> {
    const sql = "UPDATE activity_sign_up SET state = 'cancelled' WHERE activity_id = ? AND person_id = ?";
    await change(tx, sql, [activityId, personId]);
  }

  async freePlace(tx: EntityManager, activityId: string): Promise<void> {
    await change(tx, 'UPDATE activity SET signed = signed - 1 WHERE id = ?', [activityId]);
  }

  /** The head of the waiting list gets a place that was already taken for them; null where nobody waits. */
  async callHead(tx: EntityManager, activityId: string): Promise<string | null> {
    const sql =
      "SELECT person_id FROM activity_sign_up WHERE activity_id = ? AND state = 'waiting' ORDER BY turn LIMIT 1";
    const head = await one<{ person_id: string }>(tx, sql, [activityId]);
    if (!head) return null;
    const call = "UPDATE activity_sign_up SET state = 'in' WHERE activity_id = ? AND person_id = ?";
    await change(tx, call, [activityId, head.person_id]);
    return head.person_id;
  }

  /** One person's, by activity. */
  async viewsOf(
    tx: EntityManager,
    personId: string,
    activityIds: readonly string[],
  ): Promise<Map<string, MySignUpView>> {
    if (activityIds.length === 0) return new Map();
    const found = await rows<MineRow>(
      tx,
      `SELECT s.activity_id, s.state, (SELECT COUNT(*) FROM activity_sign_up w
         WHERE w.activity_id = s.activity_id AND w.state = 'waiting' AND w.turn <= s.turn) AS place
       FROM activity_sign_up s WHERE s.person_id = ? AND s.activity_id IN (?)`,
      [personId, [...activityIds]],
    );
    return new Map(
      found.map(({ activity_id: id, state, place }) => [
        id,
        { state, waitingPlace: state === 'waiting' ? Number(place) : null },
      ]),
    );
  }
}
