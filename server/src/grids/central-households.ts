/** Central households: a resident member who looks after up to twenty neighbours' doors, never more. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { TODAY } from '../identity/today';
import { change, one } from '../platform/database/sql';

export const MOST_SERVED = 20;

/** Of a row of `central_service`: is not over. */
export const SERVICE_RUNS = '(ends_on IS NULL OR ends_on >= DATE(NOW(3)))';

/** The twenty-first household. */
export class TooManyHouseholds extends Error {
  constructor(readonly personId: string) {
    super(`a central household looks after ${MOST_SERVED} households at most`);
  }
}

@Injectable()
export class CentralHouseholds {
  /**
   * From today the person looks after the household; nothing happens, and null is answered, when it is so already.
   * @throws {TooManyHouseholds} at the twenty-first
   */
  async assign(tx: EntityManager, personId: string, householdId: string): Promise<string | null> {
    // The count below holds because everybody who adds to it waits here.
    await one(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [personId]);
    const held = await one<{ n: number; this_one: number | null }>(
      tx,
      `SELECT COUNT(*) AS n, SUM(household_id = ?) AS this_one FROM central_service
       WHERE person_id = ? AND ${SERVICE_RUNS}`,
      [householdId, personId],
    );
    if (Number(held?.this_one) > 0) return null;
    if ((held?.n ?? 0) >= MOST_SERVED) throw new TooManyHouseholds(personId);
    const id = newId();
    await change(
      tx,
      `INSERT INTO central_service (id, person_id, household_id, starts_on, ends_on)
       SELECT ?, ?, h.id, ${TODAY}, NULL
       FROM household h JOIN scope sc ON sc.id = h.grid_id WHERE h.id = ?`,
      [id, personId, householdId],
    );
    return id;
  }
}
