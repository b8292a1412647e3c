/** Tables of grids: grids, buildings, households, residents, workers, leave, central households, bindings, stations. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const PLACES = [
  `CREATE TABLE grid (
    scope_id ${ID} NOT NULL PRIMARY KEY, branch_name VARCHAR(80) NULL, duty_phone VARCHAR(20) NOT NULL,
    duty_days TINYINT UNSIGNED NOT NULL, duty_from SMALLINT NOT NULL, duty_to SMALLINT NOT NULL) ${END}`,
  `CREATE TABLE building (
    id ${ID} NOT NULL PRIMARY KEY, grid_id ${ID} NOT NULL, name VARCHAR(60) NOT NULL, KEY building_grid (grid_id)) ${END}`,
  // Building and door are the community's own map and are searched; who lives there is encrypted.
  `CREATE TABLE household (
    id ${ID} NOT NULL PRIMARY KEY, building_id ${ID} NOT NULL, grid_id ${ID} NOT NULL, door VARCHAR(40) NOT NULL,
    needs_care TINYINT(1) NOT NULL DEFAULT 0,
    UNIQUE KEY household_door (building_id, door), KEY household_grid (grid_id)) ${END}`,
  `CREATE TABLE resident (
    id ${ID} NOT NULL PRIMARY KEY, household_id ${ID} NOT NULL, person_id ${ID} NULL, name_enc VARBINARY(512) NOT NULL,
    phone_enc VARBINARY(160) NULL, phone_idx ${HASH} NULL, phone_tail ${HASH} NULL,
    UNIQUE KEY resident_person (person_id), KEY resident_household (household_id), KEY resident_phone (phone_idx)) ${END}`,
  `CREATE TABLE station (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, name JSON NOT NULL, address JSON NOT NULL,
    hours JSON NOT NULL, phone VARCHAR(20) NULL, services JSON NOT NULL, position SMALLINT NOT NULL,
    KEY station_community (community_id, position)) ${END}`,
];

const WORK = [
  `CREATE TABLE grid_worker (
    id ${ID} NOT NULL PRIMARY KEY, grid_id ${ID} NOT NULL, person_id ${ID} NOT NULL, role VARCHAR(8) NOT NULL,
    starts_on DATE NOT NULL, ends_on DATE NULL, KEY grid_worker_grid (grid_id), KEY grid_worker_person (person_id)) ${END}`,
  `CREATE TABLE worker_leave (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL, from_day DATE NOT NULL, to_day DATE NOT NULL,
    recorded_by ${ID} NOT NULL, cancelled_at DATETIME(3) NULL, KEY worker_leave_person (person_id, to_day)) ${END}`,
  `CREATE TABLE central_service (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL, household_id ${ID} NOT NULL, starts_on DATE NOT NULL,
    ends_on DATE NULL, KEY central_person (person_id), KEY central_household (household_id)) ${END}`,
  `CREATE TABLE binding (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NULL, guest_id ${ID} NULL, household_id ${ID} NOT NULL,
    grid_id ${ID} NOT NULL, name_enc VARBINARY(512) NOT NULL, phone_enc VARBINARY(160) NOT NULL, phone_idx ${HASH} NOT NULL,
    matches_register TINYINT(1) NOT NULL, state VARCHAR(12) NOT NULL, requested_at DATETIME(3) NOT NULL,
    decided_at DATETIME(3) NULL, decided_by ${ID} NULL, refused_ref ${ID} NULL, resident_id ${ID} NULL,
    KEY binding_grid (grid_id, state), KEY binding_person (person_id), KEY binding_guest (guest_id)) ${END}`,
];

const TABLES = [
  'binding',
  'central_service',
  'worker_leave',
  'grid_worker',
  'station',
  'resident',
  'household',
  'building',
  'grid',
];

export class GridsFirst2026112300030 implements MigrationInterface {
  name = 'GridsFirst2026112300030';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...PLACES, ...WORK]) await query.query(statement);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
