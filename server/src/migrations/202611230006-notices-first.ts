/** The table of notices: who was told what of what, once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

export class NoticesFirst2026112300060 implements MigrationInterface {
  name = 'NoticesFirst2026112300060';

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `CREATE TABLE notice (
        id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL, event_id ${ID} NOT NULL, type ${CODE} NOT NULL,
        subject_kind ${CODE} NOT NULL, subject_id ${ID} NOT NULL, facts JSON NOT NULL,
        at DATETIME(3) NOT NULL, read_at DATETIME(3) NULL,
        UNIQUE KEY notice_once (person_id, event_id, type),
        KEY notice_inbox (person_id, at, id), KEY notice_unread (person_id, read_at, at, id))
       ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE notice');
  }
}
