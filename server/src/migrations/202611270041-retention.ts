/** Tables of forgetting: how long a community keeps personal words, and which closed tickets were relieved of theirs. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

export class Retention2026112700410 implements MigrationInterface {
  name = 'Retention2026112700410';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE retention_policy (
      community_id ${ID} NOT NULL, what ${CODE} NOT NULL, version INT NOT NULL, days INT NOT NULL,
      written_by ${ID} NOT NULL, written_at DATETIME(3) NOT NULL, PRIMARY KEY (community_id, what, version)) ${END}`);
    await query.query(
      `CREATE TABLE ticket_forgotten (ticket_id ${ID} NOT NULL PRIMARY KEY, at DATETIME(3) NOT NULL) ${END}`,
    );
    await refuseChanges(query, 'retention_policy');
    await refuseChanges(query, 'ticket_forgotten');
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['ticket_forgotten', 'retention_policy']) {
      await allowChanges(query, table);
      await query.query(`DROP TABLE ${table}`);
    }
  }
}
