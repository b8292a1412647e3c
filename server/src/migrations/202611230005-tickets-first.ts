/** Tables of tickets: the case, its history, its parties, its numbers, and the policy and categories it follows. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const CASES = [
  // From `stage` to `seq` every column is the projection of the ticket's events; the audit recomputes it.
  `CREATE TABLE ticket (
    id ${ID} NOT NULL PRIMARY KEY, number VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    day CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, serial INT UNSIGNED NOT NULL,
    community_id ${ID} NOT NULL, grid_id ${ID} NOT NULL, household_id ${ID} NULL, card_id ${ID} NULL,
    kind ${CODE} NOT NULL, category_id ${ID} NOT NULL, channel ${CODE} NOT NULL, consent ${CODE} NOT NULL,
    filed_as ${CODE} NOT NULL, recorder_id ${ID} NULL, text_ref ${ID} NOT NULL, place_ref ${ID} NULL,
    policy_version INT NOT NULL, opened_at DATETIME(3) NOT NULL,
    stage ${CODE} NOT NULL, phase ${CODE} NOT NULL, grade ${CODE} NOT NULL, tier ${CODE} NOT NULL,
    cycle INT NOT NULL, cycle_seq INT NOT NULL, contested TINYINT(1) NOT NULL, reopens INT NOT NULL,
    outcome ${CODE} NULL, finding ${CODE} NULL, holder_id ${ID} NULL,
    requester_person_id ${ID} NULL, requester_resident_id ${ID} NULL,
    started_at DATETIME(3) NOT NULL, accepted_at DATETIME(3) NULL, contacted_at DATETIME(3) NULL,
    resolved_at DATETIME(3) NULL, closed_at DATETIME(3) NULL, resolve_due_at DATETIME(3) NULL,
    due_clock ${CODE} NULL, due_at DATETIME(3) NULL, due_from DATETIME(3) NULL, soon_at DATETIME(3) NULL,
    queue_at DATETIME(3) NOT NULL, seq INT NOT NULL,
    UNIQUE KEY ticket_number (number),
    KEY ticket_serial (community_id, serial, day),
    KEY ticket_community_phase (community_id, phase, queue_at, id), KEY ticket_community (community_id, queue_at, id),
    KEY ticket_grid_phase (grid_id, phase, queue_at, id), KEY ticket_grid (grid_id, queue_at, id),
    KEY ticket_community_soon (community_id, soon_at, id), KEY ticket_grid_soon (grid_id, soon_at, id),
    KEY ticket_holder (holder_id, phase, queue_at, id),
    KEY ticket_requester (requester_person_id, opened_at, id), KEY ticket_recorder (recorder_id, opened_at, id),
    KEY ticket_household (household_id, opened_at, id), KEY ticket_card (card_id, day)) ${END}`,
  `CREATE TABLE ticket_party (
    ticket_id ${ID} NOT NULL, part ${CODE} NOT NULL, name_enc VARBINARY(512) NULL, phone_enc VARBINARY(160) NULL,
    phone_idx ${HASH} NULL, phone_tail ${HASH} NULL,
    PRIMARY KEY (ticket_id, part), KEY ticket_party_phone (phone_idx), KEY ticket_party_tail (phone_tail)) ${END}`,
  `CREATE TABLE ticket_event (
    id ${ID} NOT NULL PRIMARY KEY, ticket_id ${ID} NOT NULL, seq INT NOT NULL, action ${CODE} NOT NULL,
    stage ${CODE} NOT NULL, actor_id ${ID} NOT NULL, actor_kind ${CODE} NOT NULL, at DATETIME(3) NOT NULL,
    facts JSON NOT NULL, text_ref ${ID} NULL, text_digest ${HASH} NULL,
    UNIQUE KEY ticket_event_seq (ticket_id, seq), KEY ticket_event_actor (actor_id, at)) ${END}`,
  `CREATE TABLE ticket_guest (
    guest_id ${ID} NOT NULL, ticket_id ${ID} NOT NULL,
    PRIMARY KEY (guest_id, ticket_id), KEY ticket_guest_ticket (ticket_id)) ${END}`,
  `CREATE TABLE ticket_follow_try (
    id ${ID} NOT NULL PRIMARY KEY, number VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    asker ${HASH} NOT NULL, at DATETIME(3) NOT NULL,
    KEY ticket_follow_try_number (number, at), KEY ticket_follow_try_at (at)) ${END}`,
];

const POLICY = [
  // Locked last in a transaction, since everybody who files on that day waits for it.
  `CREATE TABLE ticket_number (
    community_id ${ID} NOT NULL, day CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, last INT UNSIGNED NOT NULL,
    PRIMARY KEY (community_id, day)) ${END}`,
  `CREATE TABLE ticket_category (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, code ${CODE} NOT NULL, name JSON NOT NULL,
    hint JSON NOT NULL, grade ${CODE} NOT NULL, danger TINYINT(1) NOT NULL, position INT NOT NULL,
    UNIQUE KEY ticket_category_code (community_id, code)) ${END}`,
  `CREATE TABLE deadline_policy (
    community_id ${ID} NOT NULL, version INT NOT NULL, grade ${CODE} NOT NULL, clock ${CODE} NOT NULL,
    amount INT NOT NULL, unit ${CODE} NOT NULL, valid_from DATETIME(3) NOT NULL,
    PRIMARY KEY (community_id, version, grade, clock)) ${END}`,
];

const TABLES = [
  'deadline_policy',
  'ticket_category',
  'ticket_number',
  'ticket_follow_try',
  'ticket_guest',
  'ticket_event',
  'ticket_party',
  'ticket',
];

export class TicketsFirst2026112300050 implements MigrationInterface {
  name = 'TicketsFirst2026112300050';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...CASES, ...POLICY]) await query.query(statement);
    await refuseChanges(query, 'ticket_event');
  }

  async down(query: QueryRunner): Promise<void> {
    await allowChanges(query, 'ticket_event');
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
