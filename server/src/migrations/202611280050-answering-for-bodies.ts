/** Who answers for an outside body is found by the body, however many roles a city has given. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnsweringForBodies2026112800500 implements MigrationInterface {
  name = 'AnsweringForBodies2026112800500';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE role_grant ADD KEY role_grant_organisation (organisation_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE role_grant DROP KEY role_grant_organisation');
  }
}
