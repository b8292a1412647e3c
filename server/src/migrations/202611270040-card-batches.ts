/** Tables of cards made and printed together: the batch, and what became of each of its doors. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const UP = [
  'ALTER TABLE card ADD printed_at DATETIME(3) NULL',
  `CREATE TABLE card_batch (
    id ${ID} NOT NULL PRIMARY KEY, grid_id ${ID} NOT NULL, building_id ${ID} NULL, which ${CODE} NOT NULL,
    replaces ${CODE} NULL, made_by ${ID} NOT NULL, made_at DATETIME(3) NOT NULL, ready_at DATETIME(3) NULL,
    printed_at DATETIME(3) NULL,
    KEY card_batch_grid (grid_id, id), KEY card_batch_ready (ready_at, id)) ${END}`,
  `CREATE TABLE card_batch_door (
    batch_id ${ID} NOT NULL, position INT NOT NULL, household_id ${ID} NOT NULL, card_id ${ID} NULL,
    state ${CODE} NOT NULL,
    PRIMARY KEY (batch_id, position), UNIQUE KEY card_batch_household (batch_id, household_id),
    KEY card_batch_state (batch_id, state, position), KEY card_batch_card (card_id)) ${END}`,
];

export class CardBatches2026112700400 implements MigrationInterface {
  name = 'CardBatches2026112700400';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of UP) await query.query(statement);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE card_batch_door');
    await query.query('DROP TABLE card_batch');
    await query.query('ALTER TABLE card DROP COLUMN printed_at');
  }
}
