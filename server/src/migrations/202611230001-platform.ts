/** Tables of the platform: keys, texts, outbox, leases, seals and the audit log. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const NAME = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE idempotency (
    actor_id ${ID} NOT NULL, idempotency_key ${NAME} NOT NULL, operation ${NAME} NOT NULL, fingerprint ${HASH} NOT NULL,
    result JSON NOT NULL, at DATETIME(3) NOT NULL,
    PRIMARY KEY (actor_id, idempotency_key), KEY idempotency_at (at)) ${END}`,
  `CREATE TABLE texts (
    id ${ID} NOT NULL PRIMARY KEY, salt BINARY(16) NULL, body_enc MEDIUMBLOB NULL, erased_at DATETIME(3) NULL) ${END}`,
  `CREATE TABLE outbox (
    id ${ID} NOT NULL PRIMARY KEY, type ${NAME} NOT NULL, payload JSON NOT NULL, at DATETIME(3) NOT NULL,
    done_at DATETIME(3) NULL, tries INT NOT NULL DEFAULT 0, next_at DATETIME(3) NULL, error VARCHAR(200) NULL,
    KEY outbox_next (next_at, id), KEY outbox_done (done_at)) ${END}`,
  `CREATE TABLE lease (
    name ${NAME} NOT NULL PRIMARY KEY, holder ${ID} NOT NULL, fence BIGINT NOT NULL, beat BIGINT NOT NULL,
    until DATETIME(3) NOT NULL, due_at DATETIME(3) NOT NULL) ${END}`,
  `CREATE TABLE seal (
    source ${NAME} NOT NULL, n BIGINT NOT NULL, row_id ${ID} NOT NULL, hash ${HASH} NOT NULL, prev ${HASH} NOT NULL,
    at DATETIME(3) NOT NULL, PRIMARY KEY (source, n), UNIQUE KEY seal_row (source, row_id)) ${END}`,
  `CREATE TABLE audit_log (
    id ${ID} NOT NULL PRIMARY KEY, at DATETIME(3) NOT NULL, actor_id ${ID} NULL, actor_kind ${NAME} NOT NULL,
    action ${NAME} NOT NULL, subject_kind ${NAME} NOT NULL, subject_id ${NAME} NULL, scope_id ${ID} NULL,
    reason_ref ${ID} NULL, detail JSON NULL, trace_id ${ID} NOT NULL,
    KEY audit_log_subject (subject_id, id), KEY audit_log_actor (actor_id, at), KEY audit_log_scope (scope_id, id)) ${END}`,
];

export class Platform2026112300010 implements MigrationInterface {
  name = 'Platform2026112300010';

  async up(query: QueryRunner): Promise<void> {
    for (const table of TABLES) await query.query(table);
    await refuseChanges(query, 'seal');
    await refuseChanges(query, 'audit_log');
  }

  async down(query: QueryRunner): Promise<void> {
    await allowChanges(query, 'audit_log');
    await allowChanges(query, 'seal');
    for (const table of ['audit_log', 'seal', 'lease', 'outbox', 'texts', 'idempotency'])
      await query.query(`DROP TABLE ${table}`);
  }
}
