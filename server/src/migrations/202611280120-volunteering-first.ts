/** Tables of volunteering: work units and to which communities they report, their members, kinds of service, and rules by version. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';
import { newId } from '../platform/database/new-id';
import { STANDING_KINDS } from '../volunteering/standing-kinds';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const UNITS = [
  // Beside `organisation` of kind unit, which belongs to no scope. One name is one unit, whoever writes it down.
  `CREATE TABLE work_unit (
    id ${ID} NOT NULL PRIMARY KEY, name_bo VARCHAR(360) NULL, name_key ${HASH} NOT NULL,
    UNIQUE KEY work_unit_name (name_key)) ${END}`,
  // Reports for as long as `sole_unit` is there, and once at a time to each community.
  `CREATE TABLE unit_reporting (
    id ${ID} NOT NULL PRIMARY KEY, unit_id ${ID} NOT NULL, community_id ${ID} NOT NULL, starts_on DATE NOT NULL,
    ends_on DATE NULL, sole_unit ${ID} NULL,
    UNIQUE KEY unit_reporting_once (community_id, sole_unit), KEY unit_reporting_unit (unit_id, community_id)) ${END}`,
];

/**
 * `asked`, `live`, `refused` or `ended`; live without a person is somebody of a list who has not come yet. While asked or
 * live a person stands in `sole_person`, and while live a phone in `sole_phone`: each once in a community.
 */
const MEMBERS = `CREATE TABLE membership (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, unit_id ${ID} NOT NULL, person_id ${ID} NULL,
    name_enc VARBINARY(512) NULL, name_idx ${HASH} NULL, phone_enc VARBINARY(160) NULL, phone_idx ${HASH} NULL,
    phone_tail ${HASH} NULL, state ${CODE} NOT NULL, starts_on DATE NULL, ends_on DATE NULL,
    asked_at DATETIME(3) NULL, decided_at DATETIME(3) NULL, decided_by ${ID} NULL, refused_ref ${ID} NULL,
    version INT NOT NULL DEFAULT 1,
    sole_person ${ID} NULL, sole_phone ${HASH} NULL,
    UNIQUE KEY membership_person (community_id, sole_person), UNIQUE KEY membership_phone (community_id, sole_phone),
    KEY membership_list (community_id, state, id), KEY membership_unit (community_id, unit_id, state, id),
    KEY membership_name (community_id, name_idx), KEY membership_tail (community_id, phone_tail),
    KEY membership_of_person (person_id, community_id)) ${END}`;

const RULES = [
  `CREATE TABLE service_kind (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, code ${CODE} NOT NULL, name JSON NOT NULL,
    position SMALLINT NOT NULL, retired_at DATETIME(3) NULL, version INT NOT NULL DEFAULT 1,
    UNIQUE KEY service_kind_code (community_id, code), KEY service_kind_position (community_id, position)) ${END}`,
  `CREATE TABLE volunteering_rule (
    community_id ${ID} NOT NULL, version INT NOT NULL, points INT NOT NULL, min_minutes INT NOT NULL,
    min_percent INT NOT NULL, points_a_day INT NOT NULL, notice_days INT NOT NULL, unit_percent INT NOT NULL,
    valid_from DATETIME(3) NOT NULL, written_by ${ID} NOT NULL, PRIMARY KEY (community_id, version)) ${END}`,
];

const TABLES = ['volunteering_rule', 'service_kind', 'membership', 'unit_reporting', 'work_unit'];

export class VolunteeringFirst2026112801200 implements MigrationInterface {
  name = 'VolunteeringFirst2026112801200';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...UNITS, MEMBERS, ...RULES]) await query.query(statement);
    await refuseChanges(query, 'volunteering_rule');
    const communities = (await query.query("SELECT id FROM scope WHERE kind = 'community'")) as { id: string }[];
    for (const { id } of communities)
      for (const [position, { code, name }] of STANDING_KINDS.entries())
        await query.query('INSERT INTO service_kind (id, community_id, code, name, position) VALUES (?, ?, ?, ?, ?)', [
          ...[newId(), id, code, JSON.stringify(name), position],
        ]);
  }

  async down(query: QueryRunner): Promise<void> {
    await allowChanges(query, 'volunteering_rule');
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
