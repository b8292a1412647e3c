/** Tables of points: persons' accounts, the journals that move them, lots, holds, and what two people correct. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

// No table here has a foreign key: a child's insert would lock the account or hold that its writer locks as well.
const LEDGER = [
  // From `posted` on every column follows from the history; the audit recomputes it.
  `CREATE TABLE point_account (
    id ${ID} NOT NULL PRIMARY KEY, ledger ${CODE} NOT NULL, person_id ${ID} NOT NULL,
    posted BIGINT NOT NULL, held BIGINT NOT NULL, owed BIGINT NOT NULL, seq BIGINT NOT NULL, head_hash ${HASH} NOT NULL,
    UNIQUE KEY point_account_person (person_id, ledger),
    CONSTRAINT point_account_held CHECK (held >= 0), CONSTRAINT point_account_owed CHECK (owed >= 0),
    CONSTRAINT point_account_available CHECK (posted - held >= 0)) ${END}`,
  // One cause is one journal of a kind, whoever asks and however often; and a journal is taken back once.
  `CREATE TABLE point_journal (
    id ${ID} NOT NULL PRIMARY KEY, kind ${CODE} NOT NULL, community_id ${ID} NOT NULL, actor_id ${ID} NULL,
    second_actor_id ${ID} NULL, cause_type ${CODE} NOT NULL, cause_id ${ID} NOT NULL, reverses_id ${ID} NULL,
    rule_version INT NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY point_journal_cause (kind, cause_type, cause_id), UNIQUE KEY point_journal_reverses (reverses_id),
    KEY point_journal_community (community_id, kind, id),
    CONSTRAINT point_journal_two CHECK (second_actor_id IS NULL OR second_actor_id <> actor_id)) ${END}`,
  `CREATE TABLE point_transfer (
    id ${ID} NOT NULL PRIMARY KEY, journal_id ${ID} NOT NULL, community_id ${ID} NOT NULL, ledger ${CODE} NOT NULL,
    debit_kind ${CODE} NOT NULL, debit_id ${ID} NULL, credit_kind ${CODE} NOT NULL, credit_id ${ID} NULL,
    amount BIGINT NOT NULL,
    KEY point_transfer_journal (journal_id),
    KEY point_transfer_debit (debit_id, debit_kind, ledger, amount),
    KEY point_transfer_credit (credit_id, credit_kind, ledger, amount),
    KEY point_transfer_community (community_id, ledger, debit_kind, credit_kind, amount),
    CONSTRAINT point_transfer_amount CHECK (amount > 0)) ${END}`,
  `CREATE TABLE point_entry (
    account_id ${ID} NOT NULL, seq BIGINT NOT NULL, id ${ID} NOT NULL, transfer_id ${ID} NOT NULL, delta BIGINT NOT NULL,
    balance_after BIGINT NOT NULL, held_after BIGINT NOT NULL, at DATETIME(3) NOT NULL,
    prev_hash ${HASH} NOT NULL, hash ${HASH} NOT NULL,
    PRIMARY KEY (account_id, seq), UNIQUE KEY point_entry_id (id), UNIQUE KEY point_entry_transfer (transfer_id)) ${END}`,
];

const LOTS = [
  `CREATE TABLE point_lot (
    id ${ID} NOT NULL PRIMARY KEY, account_id ${ID} NOT NULL, source_transfer_id ${ID} NOT NULL, amount BIGINT NOT NULL,
    remaining BIGINT NOT NULL, held BIGINT NOT NULL, expires_at DATETIME(3) NULL,
    UNIQUE KEY point_lot_source (source_transfer_id), KEY point_lot_account (account_id, expires_at, id),
    KEY point_lot_expiry (expires_at, id),
    CONSTRAINT point_lot_parts CHECK (held >= 0 AND held <= remaining AND remaining <= amount)) ${END}`,
  // Below zero where points came back to their lot.
  `CREATE TABLE point_spent_lot (
    id ${ID} NOT NULL PRIMARY KEY, transfer_id ${ID} NOT NULL, lot_id ${ID} NOT NULL, quantity BIGINT NOT NULL,
    UNIQUE KEY point_spent_lot_once (transfer_id, lot_id), KEY point_spent_lot_lot (lot_id, quantity),
    CONSTRAINT point_spent_lot_some CHECK (quantity <> 0)) ${END}`,
  `CREATE TABLE point_policy (
    community_id ${ID} NOT NULL, version INT NOT NULL, expiry ${CODE} NOT NULL, valid_from DATETIME(3) NOT NULL,
    written_by ${ID} NOT NULL, PRIMARY KEY (community_id, version)) ${END}`,
];

const HOLDS = [
  `CREATE TABLE point_hold (
    id ${ID} NOT NULL PRIMARY KEY, account_id ${ID} NOT NULL, person_id ${ID} NOT NULL, community_id ${ID} NOT NULL,
    points BIGINT NOT NULL, cause_type ${CODE} NOT NULL, state ${CODE} NOT NULL, made_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL, captured_at DATETIME(3) NULL, ended_at DATETIME(3) NULL,
    KEY point_hold_due (state, expires_at, id), KEY point_hold_account (account_id, state, points),
    CONSTRAINT point_hold_points CHECK (points >= 0)) ${END}`,
  `CREATE TABLE point_hold_lot (
    hold_id ${ID} NOT NULL, lot_id ${ID} NOT NULL, quantity BIGINT NOT NULL,
    PRIMARY KEY (hold_id, lot_id), KEY point_hold_lot_lot (lot_id),
    CONSTRAINT point_hold_lot_some CHECK (quantity > 0)) ${END}`,
  `CREATE TABLE point_hold_event (
    id ${ID} NOT NULL PRIMARY KEY, hold_id ${ID} NOT NULL, account_id ${ID} NOT NULL, state ${CODE} NOT NULL,
    points BIGINT NOT NULL, posted_after BIGINT NOT NULL, held_after BIGINT NOT NULL, actor_id ${ID} NULL,
    journal_id ${ID} NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY point_hold_event_once (hold_id, state), KEY point_hold_event_account (account_id, id)) ${END}`,
];

const DESK = [
  `CREATE TABLE point_adjustment (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, person_id ${ID} NOT NULL, delta BIGINT NOT NULL,
    reason_ref ${ID} NOT NULL, reason_digest ${HASH} NOT NULL, state ${CODE} NOT NULL, asked_by ${ID} NOT NULL,
    asked_at DATETIME(3) NOT NULL, decided_by ${ID} NULL, decided_at DATETIME(3) NULL, answer_ref ${ID} NULL,
    KEY point_adjustment_state (community_id, state, id), KEY point_adjustment_community (community_id, id),
    KEY point_adjustment_person (person_id, id),
    CONSTRAINT point_adjustment_two CHECK (decided_by IS NULL OR decided_by <> asked_by)) ${END}`,
  // What the history makes of accounts and lots, beside what stands in them: written by the audit, read by nobody else.
  `CREATE TABLE point_account_rebuilt (
    id ${ID} NOT NULL PRIMARY KEY, posted BIGINT NOT NULL, held BIGINT NOT NULL, owed BIGINT NOT NULL,
    seq BIGINT NOT NULL, head_hash ${HASH} NOT NULL, at DATETIME(3) NOT NULL) ${END}`,
  `CREATE TABLE point_lot_rebuilt (
    id ${ID} NOT NULL PRIMARY KEY, remaining BIGINT NOT NULL, held BIGINT NOT NULL, at DATETIME(3) NOT NULL) ${END}`,
];

const HISTORY = [
  'point_journal',
  'point_transfer',
  'point_entry',
  'point_spent_lot',
  'point_hold_event',
  'point_policy',
] as const;

const TABLES = [
  'point_lot_rebuilt',
  'point_account_rebuilt',
  'point_adjustment',
  'point_hold_event',
  'point_hold_lot',
  'point_hold',
  'point_policy',
  'point_spent_lot',
  'point_lot',
  'point_entry',
  'point_transfer',
  'point_journal',
  'point_account',
];

export class PointsFirst2026112801100 implements MigrationInterface {
  name = 'PointsFirst2026112801100';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...LEDGER, ...LOTS, ...HOLDS, ...DESK]) await query.query(statement);
    for (const table of HISTORY) await refuseChanges(query, table);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of HISTORY) await allowChanges(query, table);
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
