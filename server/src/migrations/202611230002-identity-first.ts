/** Tables of identity: scopes, organisations, persons, guests, sessions, roles, consents and reveals. */
import { SEEDED_ROLES } from '@sevengrid/shared/identity/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const SCOPES = [
  `CREATE TABLE scope (
    id ${ID} NOT NULL PRIMARY KEY, parent_id ${ID} NULL, kind VARCHAR(16) NOT NULL, code VARCHAR(40) NOT NULL,
    name VARCHAR(80) NOT NULL, name_bo VARCHAR(160) NULL, tz_offset SMALLINT NOT NULL,
    number_prefix VARCHAR(8) COLLATE utf8mb4_bin NULL, office_phone VARCHAR(20) NULL, gas_phone VARCHAR(20) NULL,
    UNIQUE KEY scope_code (parent_id, code), UNIQUE KEY scope_number_prefix (number_prefix),
    CONSTRAINT scope_parent FOREIGN KEY (parent_id) REFERENCES scope (id)) ${END}`,
  // One row: every instance compares it with the tree that it keeps in memory.
  `CREATE TABLE scope_revision (one TINYINT NOT NULL PRIMARY KEY, revision INT NOT NULL) ${END}`,
  'INSERT INTO scope_revision (one, revision) VALUES (1, 1)',
  `CREATE TABLE organisation (
    id ${ID} NOT NULL PRIMARY KEY, kind VARCHAR(24) NOT NULL, name VARCHAR(120) NOT NULL, scope_id ${ID} NULL) ${END}`,
];

const PEOPLE = [
  `CREATE TABLE person (
    id ${ID} NOT NULL PRIMARY KEY, name_enc VARBINARY(512) NULL, display_name VARCHAR(80) NULL,
    phone_enc VARBINARY(160) NULL, phone_idx ${HASH} NULL, phone_tail ${HASH} NULL, openid_idx ${HASH} NULL,
    account VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, password_hash VARCHAR(200) NULL,
    must_change TINYINT(1) NOT NULL DEFAULT 0, password_changed_at DATETIME(3) NULL, disabled_at DATETIME(3) NULL,
    demo TINYINT(1) NOT NULL DEFAULT 0, created_at DATETIME(3) NOT NULL,
    UNIQUE KEY person_openid (openid_idx), UNIQUE KEY person_account (account), KEY person_phone (phone_idx)) ${END}`,
  `CREATE TABLE guest (
    id ${ID} NOT NULL PRIMARY KEY, card_id ${ID} NULL, scope_id ${ID} NULL, created_at DATETIME(3) NOT NULL,
    KEY guest_card (card_id)) ${END}`,
  `CREATE TABLE session (
    id ${ID} NOT NULL PRIMARY KEY, token_hash ${HASH} NOT NULL, person_id ${ID} NULL, guest_id ${ID} NULL,
    created_at DATETIME(3) NOT NULL, last_seen_at DATETIME(3) NOT NULL, expires_at DATETIME(3) NOT NULL,
    idle_minutes INT NOT NULL, ended_at DATETIME(3) NULL,
    UNIQUE KEY session_token (token_hash), KEY session_person (person_id), KEY session_guest (guest_id),
    KEY session_expiry (expires_at)) ${END}`,
  // Kept for account names that do not exist as well, so that nobody learns which do.
  `CREATE TABLE log_in_attempt (
    account_idx ${HASH} NOT NULL PRIMARY KEY, failures SMALLINT NOT NULL, locked_until DATETIME(3) NULL,
    last_at DATETIME(3) NOT NULL, KEY log_in_attempt_last (last_at)) ${END}`,
];

const RIGHTS = [
  `CREATE TABLE role (name VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, permissions JSON NOT NULL) ${END}`,
  `CREATE TABLE role_grant (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL,
    role VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, scope_id ${ID} NOT NULL,
    organisation_id ${ID} NULL, starts_on DATE NOT NULL, ends_on DATE NULL,
    KEY role_grant_person (person_id), KEY role_grant_scope (scope_id, role)) ${END}`,
  `CREATE TABLE consent (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NULL, guest_id ${ID} NULL, purpose VARCHAR(24) NOT NULL,
    version VARCHAR(20) NOT NULL, given TINYINT(1) NOT NULL, read_aloud_by_enc VARBINARY(512) NULL, at DATETIME(3) NOT NULL,
    KEY consent_person (person_id), KEY consent_guest (guest_id)) ${END}`,
  `CREATE TABLE reveal (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL, subject_kind VARCHAR(24) NOT NULL, subject_id ${ID} NOT NULL,
    field VARCHAR(24) NOT NULL, reason VARCHAR(24) NOT NULL, note_ref ${ID} NULL, at DATETIME(3) NOT NULL,
    KEY reveal_person (person_id, at)) ${END}`,
];

const TABLES = [
  'reveal',
  'consent',
  'role_grant',
  'role',
  'log_in_attempt',
  'session',
  'guest',
  'person',
  'organisation',
  'scope_revision',
  'scope',
];

export class IdentityFirst2026112300020 implements MigrationInterface {
  name = 'IdentityFirst2026112300020';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...SCOPES, ...PEOPLE, ...RIGHTS]) await query.query(statement);
    for (const [name, permissions] of Object.entries(SEEDED_ROLES)) {
      await query.query('INSERT INTO role (name, permissions) VALUES (?, ?)', [name, JSON.stringify(permissions)]);
    }
    await refuseChanges(query, 'consent');
    await refuseChanges(query, 'reveal');
  }

  async down(query: QueryRunner): Promise<void> {
    await allowChanges(query, 'consent');
    await allowChanges(query, 'reveal');
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
