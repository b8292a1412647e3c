/** The table of contact cards. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'CHAR(6) CHARACTER SET ascii COLLATE ascii_bin';

export class CardsFirst2026112300040 implements MigrationInterface {
  name = 'CardsFirst2026112300040';

  async up(query: QueryRunner): Promise<void> {
    // active_code and active_household repeat short_code and household_id while the card is active, for their unique keys.
    await query.query(`CREATE TABLE card (
      id ${ID} NOT NULL PRIMARY KEY, household_id ${ID} NOT NULL, grid_id ${ID} NOT NULL, token_hash ${HASH} NOT NULL,
      token_enc VARBINARY(160) NOT NULL, short_code ${CODE} NOT NULL, active_code ${CODE} NULL, active_household ${ID} NULL,
      version INT NOT NULL, status VARCHAR(8) NOT NULL, issued_at DATETIME(3) NOT NULL, issued_by ${ID} NULL,
      ended_at DATETIME(3) NULL, ended_by ${ID} NULL, ended_because VARCHAR(12) NULL,
      UNIQUE KEY card_token (token_hash), UNIQUE KEY card_active_code (active_code),
      UNIQUE KEY card_active_household (active_household), KEY card_household (household_id), KEY card_grid (grid_id)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE card');
  }
}
