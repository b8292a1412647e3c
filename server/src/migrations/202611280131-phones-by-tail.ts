/** People are found by the last four digits of their phone number, which the counter asks for beside the eight digits. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PhonesByTail2026112801310 implements MigrationInterface {
  name = 'PhonesByTail2026112801310';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE person ADD KEY person_phone_tail (phone_tail)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE person DROP KEY person_phone_tail');
  }
}
