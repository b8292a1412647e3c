/** Tables of imports: what was handed in, row by row, until it is applied, taken back or forgotten; and who may. */
import { SEEDED_ROLES } from '@sevengrid/shared/identity/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE register_import (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, state ${CODE} NOT NULL, name_enc VARBINARY(700) NOT NULL,
    uploaded_by ${ID} NOT NULL, uploaded_at DATETIME(3) NOT NULL, refused VARCHAR(40) NULL, tries INT NOT NULL DEFAULT 0,
    counts JSON NULL, done INT NOT NULL DEFAULT 0, total INT NOT NULL DEFAULT 0, skipped INT NOT NULL DEFAULT 0,
    kept INT NOT NULL DEFAULT 0, applied_at DATETIME(3) NULL, ended_at DATETIME(3) NULL, has_rows TINYINT(1) NOT NULL DEFAULT 1,
    KEY register_import_community (community_id, id), KEY register_import_state (state, id),
    KEY register_import_rows (has_rows, state, uploaded_at)) ${END}`,
  // In parts, since a packet of the database is smaller than a file may be; gone as soon as it is read.
  `CREATE TABLE register_import_file (
    import_id ${ID} NOT NULL, part SMALLINT NOT NULL, body_enc MEDIUMBLOB NOT NULL, PRIMARY KEY (import_id, part)) ${END}`,
  `CREATE TABLE register_import_row (
    import_id ${ID} NOT NULL, n INT NOT NULL, sheet ${CODE} NOT NULL, row_no INT NOT NULL, verdict ${CODE} NOT NULL,
    outcome ${CODE} NULL, problems JSON NULL, kept_because ${CODE} NULL, cells_enc BLOB NULL, subject_id ${ID} NULL,
    state_hash ${HASH} NULL, before_enc BLOB NULL, PRIMARY KEY (import_id, n),
    KEY register_import_row_verdict (import_id, verdict, n), KEY register_import_row_outcome (import_id, outcome, n)) ${END}`,
];

const NEW = ['register.export', 'register.import'] as const;

async function rewrite(query: QueryRunner, change: (role: string, held: string[]) => string[]): Promise<void> {
  const roles = (await query.query('SELECT name, permissions FROM role')) as { name: string; permissions: unknown }[];
  for (const { name, permissions } of roles) {
    const held = (typeof permissions === 'string' ? JSON.parse(permissions) : permissions) as string[];
    await query.query('UPDATE role SET permissions = ? WHERE name = ?', [JSON.stringify(change(name, held)), name]);
  }
}

export class Imports2026112700300 implements MigrationInterface {
  name = 'Imports2026112700300';

  async up(query: QueryRunner): Promise<void> {
    for (const table of TABLES) await query.query(table);
    const seeded = new Map<string, readonly string[]>(Object.entries(SEEDED_ROLES));
    await rewrite(query, (role, held) => {
      const added = NEW.filter((name) => seeded.get(role)?.includes(name) && !held.includes(name));
      return [...held, ...added];
    });
  }

  async down(query: QueryRunner): Promise<void> {
    await rewrite(query, (_, held) => held.filter((name) => !(NEW as readonly string[]).includes(name)));
    for (const table of ['register_import_row', 'register_import_file', 'register_import'])
      await query.query(`DROP TABLE ${table}`);
  }
}
