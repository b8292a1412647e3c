/** Tables of media, the voice that a ticket was filed with, and the permission to upload for the seeded roles. */
import { SEEDED_ROLES } from '@sevengrid/shared/identity/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const UP = [
  `CREATE TABLE media (
    id ${ID} NOT NULL PRIMARY KEY, kind ${CODE} NOT NULL, state ${CODE} NOT NULL,
    owner_id ${ID} NOT NULL, card_id ${ID} NULL, size INT UNSIGNED NOT NULL, sha256 ${HASH} NULL,
    received INT UNSIGNED NOT NULL, fault ${CODE} NULL,
    width SMALLINT UNSIGNED NULL, height SMALLINT UNSIGNED NULL, millis INT UNSIGNED NULL,
    subject_kind ${CODE} NULL, subject_id ${ID} NULL,
    started_at DATETIME(3) NOT NULL, stored_at DATETIME(3) NULL, attached_at DATETIME(3) NULL,
    going_at DATETIME(3) NULL, wiped_at DATETIME(3) NULL,
    KEY media_owner (owner_id, started_at), KEY media_card (card_id, started_at), KEY media_subject (subject_id),
    KEY media_state (state, started_at), KEY media_stored (state, subject_id, stored_at),
    KEY media_wiped (state, wiped_at)) ${END}`,
  // Until an upload is finished its bytes lie here, sealed: whichever instance the next part reaches can go on.
  `CREATE TABLE media_part (
    media_id ${ID} NOT NULL, begins_at INT UNSIGNED NOT NULL, bytes_enc MEDIUMBLOB NOT NULL,
    PRIMARY KEY (media_id, begins_at)) ${END}`,
  `ALTER TABLE ticket ADD voice_id ${ID} NULL`,
];

const DOWN = ['ALTER TABLE ticket DROP COLUMN voice_id', 'DROP TABLE media_part', 'DROP TABLE media'];

const PERMISSION = 'media.upload';

async function rewriteRoles(query: QueryRunner, change: (role: string, held: string[]) => string[]): Promise<void> {
  const roles = (await query.query('SELECT name, permissions FROM role')) as { name: string; permissions: unknown }[];
  for (const { name, permissions } of roles) {
    const held = (typeof permissions === 'string' ? JSON.parse(permissions) : permissions) as string[];
    await query.query('UPDATE role SET permissions = ? WHERE name = ?', [JSON.stringify(change(name, held)), name]);
  }
}

export class MediaFirst2026112700100 implements MigrationInterface {
  name = 'MediaFirst2026112700100';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of UP) await query.query(statement);
    const seeded = new Map<string, readonly string[]>(Object.entries(SEEDED_ROLES));
    await rewriteRoles(query, (role, held) =>
      seeded.get(role)?.includes(PERMISSION) && !held.includes(PERMISSION) ? [...held, PERMISSION] : held,
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await rewriteRoles(query, (_, held) => held.filter((name) => name !== PERMISSION));
    for (const statement of DOWN) await query.query(statement);
  }
}
