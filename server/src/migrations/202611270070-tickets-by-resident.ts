/** Finds the tickets filed for somebody of the register by whom they were filed for. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TicketsByResident2026112700700 implements MigrationInterface {
  name = 'TicketsByResident2026112700700';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE ticket ADD KEY ticket_resident (requester_resident_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE ticket DROP KEY ticket_resident');
  }
}
