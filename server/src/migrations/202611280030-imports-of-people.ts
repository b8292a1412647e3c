/** Imports of people: who set one going last, with whose right it works, and when passwords of its accounts were made. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

export class ImportsOfPeople2026112800300 implements MigrationInterface {
  name = 'ImportsOfPeople2026112800300';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE register_import ADD moved_by ${ID} NULL, ADD passwords_at DATETIME(3) NULL`);
    // Until now nobody else could be told: whoever handed it in is taken for who set it going.
    await query.query('UPDATE register_import SET moved_by = uploaded_by');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE register_import DROP COLUMN passwords_at, DROP COLUMN moved_by');
  }
}
