/** Triggers that refuse UPDATE and DELETE on tables of history. */
import type { QueryRunner } from 'typeorm';

const ACTIONS = ['update', 'delete'] as const;

/** From now on rows of `table` may only be added. */
export async function refuseChanges(query: QueryRunner, table: string): Promise<void> {
  for (const action of ACTIONS) {
    await query.query(
      `CREATE TRIGGER ${table}_no_${action} BEFORE ${action.toUpperCase()} ON ${table} FOR EACH ROW
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append-only'`,
    );
  }
}

/** Takes the triggers off again, for a migration's way down. */
export async function allowChanges(query: QueryRunner, table: string): Promise<void> {
  for (const action of ACTIONS) await query.query(`DROP TRIGGER IF EXISTS ${table}_no_${action}`);
}
