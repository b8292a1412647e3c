/** A ticket may be forgotten again: once for each time that it was closed and its years went by. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const TABLE = 'ticket_forgotten';

export class ForgottenAgain2026112800800 implements MigrationInterface {
  name = 'ForgottenAgain2026112800800';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE ${TABLE} DROP PRIMARY KEY, ADD PRIMARY KEY (ticket_id, at)`);
  }

  /** The last time is kept of each. */
  async down(query: QueryRunner): Promise<void> {
    await allowChanges(query, TABLE);
    await query.query(
      `DELETE f FROM ${TABLE} f JOIN ${TABLE} later ON later.ticket_id = f.ticket_id AND later.at > f.at`,
    );
    await query.query(`ALTER TABLE ${TABLE} DROP PRIMARY KEY, ADD PRIMARY KEY (ticket_id)`);
    await refuseChanges(query, TABLE);
  }
}
