/** Step two of tickets: working calendars, policies with marks, outside bodies, who joins as a ticket rises, and the system's alarm. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const DAY = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const UP = [
  // Rows written before are projected anew by a job, for which `projected` says under which projection they were written.
  `ALTER TABLE ticket ADD verifier_id ${ID} NULL, ADD wake_at DATETIME(3) NULL, ADD projected INT NOT NULL DEFAULT 1,
    ADD KEY ticket_wake (wake_at, id), ADD KEY ticket_projected (projected, id)`,
  `CREATE TABLE ticket_holder (
    ticket_id ${ID} NOT NULL, person_id ${ID} NOT NULL, tier ${CODE} NOT NULL,
    PRIMARY KEY (ticket_id, person_id), KEY ticket_holder_person (person_id, ticket_id)) ${END}`,
  `CREATE TABLE coordination (
    id ${ID} NOT NULL PRIMARY KEY, ticket_id ${ID} NOT NULL, organisation_id ${ID} NOT NULL, asked_by ${ID} NOT NULL,
    asked_at DATETIME(3) NOT NULL, text_ref ${ID} NULL, with_contact TINYINT(1) NOT NULL, due_at DATETIME(3) NOT NULL,
    state ${CODE} NOT NULL, ended_at DATETIME(3) NULL,
    KEY coordination_ticket (ticket_id), KEY coordination_open (organisation_id, state, due_at, id),
    KEY coordination_body (organisation_id, asked_at, id)) ${END}`,
  `CREATE TABLE work_calendar (
    community_id ${ID} NOT NULL PRIMARY KEY, weekdays JSON NOT NULL, intervals JSON NOT NULL, revision INT NOT NULL,
    redated INT NOT NULL, redate_after ${ID} NULL, KEY work_calendar_redate (redated, revision)) ${END}`,
  `CREATE TABLE work_day (
    community_id ${ID} NOT NULL, day ${DAY} NOT NULL, kind ${CODE} NOT NULL, name VARCHAR(60) NOT NULL,
    PRIMARY KEY (community_id, day)) ${END}`,
  `CREATE TABLE deadline_version (
    community_id ${ID} NOT NULL, version INT NOT NULL, valid_from DATETIME(3) NOT NULL, written_by ${ID} NOT NULL,
    PRIMARY KEY (community_id, version)) ${END}`,
  `CREATE TABLE deadline_rule (
    community_id ${ID} NOT NULL, version INT NOT NULL, category_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    grade ${CODE} NOT NULL, clock ${CODE} NOT NULL, amount INT NOT NULL, unit ${CODE} NOT NULL, cap_days INT NULL,
    marks JSON NOT NULL, when_needed TINYINT(1) NOT NULL,
    PRIMARY KEY (community_id, version, category_id, grade, clock)) ${END}`,
  `INSERT INTO deadline_version (community_id, version, valid_from, written_by)
    SELECT community_id, version, MIN(valid_from), '00000000000000000000000000' FROM deadline_policy
    GROUP BY community_id, version`,
  `INSERT INTO deadline_rule (community_id, version, category_id, grade, clock, amount, unit, cap_days, marks, when_needed)
    SELECT community_id, version, '', grade, clock, amount, unit, NULL, '[{"percent":80}]', 0 FROM deadline_policy`,
  'DROP TABLE deadline_policy',
];

const DOWN = [
  `CREATE TABLE deadline_policy (
    community_id ${ID} NOT NULL, version INT NOT NULL, grade ${CODE} NOT NULL, clock ${CODE} NOT NULL,
    amount INT NOT NULL, unit ${CODE} NOT NULL, valid_from DATETIME(3) NOT NULL,
    PRIMARY KEY (community_id, version, grade, clock)) ${END}`,
  `INSERT INTO deadline_policy (community_id, version, grade, clock, amount, unit, valid_from)
    SELECT r.community_id, r.version, r.grade, r.clock, r.amount, r.unit, v.valid_from FROM deadline_rule r
    JOIN deadline_version v ON v.community_id = r.community_id AND v.version = r.version
    WHERE r.category_id = '' AND r.clock IN ('accept', 'contact', 'resolve', 'follow_up')`,
  'DROP TABLE deadline_rule',
  'DROP TABLE deadline_version',
  'DROP TABLE work_day',
  'DROP TABLE work_calendar',
  'DROP TABLE coordination',
  'DROP TABLE ticket_holder',
  `ALTER TABLE ticket DROP KEY ticket_projected, DROP KEY ticket_wake, DROP COLUMN projected, DROP COLUMN wake_at,
    DROP COLUMN verifier_id`,
];

const HISTORY = ['deadline_version', 'deadline_rule'] as const;

export class TicketsClocks2026112400060 implements MigrationInterface {
  name = 'TicketsClocks2026112400060';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of UP) await query.query(statement);
    for (const table of HISTORY) await refuseChanges(query, table);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of HISTORY) await allowChanges(query, table);
    for (const statement of DOWN) await query.query(statement);
  }
}
