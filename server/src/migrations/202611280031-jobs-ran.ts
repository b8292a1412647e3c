/** When each job last went through to its end, so that people can be told that what should be gone is gone. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobsRan2026112800310 implements MigrationInterface {
  name = 'JobsRan2026112800310';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE lease ADD ran_at DATETIME(3) NULL');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE lease DROP COLUMN ran_at');
  }
}
