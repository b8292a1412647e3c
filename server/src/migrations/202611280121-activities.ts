/** Tables of activities: planned, signed up for, attended with proofs, put up for notice, objected to and taken back. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

/** No row here points at a row that is locked: the audit looks references up instead. */
const PLANNED = [
  `CREATE TABLE activity (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, kind_id ${ID} NOT NULL, title JSON NOT NULL,
    place JSON NOT NULL, about JSON NULL, lng DECIMAL(10,7) NULL, lat DECIMAL(10,7) NULL, radius INT NULL,
    starts_at DATETIME(3) NOT NULL, ends_at DATETIME(3) NOT NULL, sign_up_until DATETIME(3) NOT NULL,
    capacity INT NOT NULL, signed INT NOT NULL DEFAULT 0, stage ${CODE} NOT NULL, secret_enc VARBINARY(160) NOT NULL,
    rule_version INT NULL, notice_until DATETIME(3) NULL, wake_at DATETIME(3) NULL, cancelled_ref ${ID} NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT activity_places CHECK (signed >= 0 AND signed <= capacity),
    KEY activity_stage (community_id, stage, starts_at, id), KEY activity_all (community_id, starts_at, id),
    KEY activity_wake (wake_at, id)) ${END}`,
  `CREATE TABLE activity_organiser (
    activity_id ${ID} NOT NULL, person_id ${ID} NOT NULL, PRIMARY KEY (activity_id, person_id),
    KEY activity_organiser_person (person_id, activity_id)) ${END}`,
  // What became of it, step by step.
  `CREATE TABLE activity_event (
    id ${ID} NOT NULL PRIMARY KEY, activity_id ${ID} NOT NULL, action ${CODE} NOT NULL, stage ${CODE} NOT NULL,
    actor_id ${ID} NULL, at DATETIME(3) NOT NULL, KEY activity_event_activity (activity_id, id)) ${END}`,
  `CREATE TABLE activity_sign_up (
    id ${ID} NOT NULL PRIMARY KEY, activity_id ${ID} NOT NULL, person_id ${ID} NOT NULL, state ${CODE} NOT NULL,
    asked_at DATETIME(3) NOT NULL, turn ${ID} NOT NULL,
    UNIQUE KEY activity_sign_up_once (activity_id, person_id), KEY activity_sign_up_turn (activity_id, state, turn),
    KEY activity_sign_up_order (activity_id, turn), KEY activity_sign_up_person (person_id, turn)) ${END}`,
];

const ATTENDED = [
  `CREATE TABLE attendance (
    id ${ID} NOT NULL PRIMARY KEY, activity_id ${ID} NOT NULL, person_id ${ID} NOT NULL, unit_id ${ID} NULL,
    service_day DATE NOT NULL, in_at DATETIME(3) NOT NULL, out_at DATETIME(3) NULL, auto_out TINYINT(1) NOT NULL DEFAULT 0,
    from_at DATETIME(3) NOT NULL, to_at DATETIME(3) NOT NULL, how ${CODE} NOT NULL, signals JSON NOT NULL,
    score SMALLINT NOT NULL, tick ${CODE} NOT NULL DEFAULT 'none', ticked_by ${ID} NULL,
    added_by ${ID} NULL, wants_second TINYINT(1) NOT NULL DEFAULT 0, seconded_by ${ID} NULL,
    minutes INT NULL, points INT NULL, capped INT NULL, unit_points INT NULL, journal_id ${ID} NULL,
    reversal_id ${ID} NULL,
    CONSTRAINT attendance_span CHECK (to_at >= from_at),
    UNIQUE KEY attendance_once (activity_id, person_id),
    KEY attendance_person (person_id, from_at), KEY attendance_day (person_id, service_day),
    KEY attendance_unit (unit_id, service_day)) ${END}`,
  // How it is known that somebody was there: what was scanned and where, who called, added, ticked or took back.
  `CREATE TABLE attendance_proof (
    id ${ID} NOT NULL PRIMARY KEY, attendance_id ${ID} NOT NULL, what ${CODE} NOT NULL, by_id ${ID} NULL,
    at DATETIME(3) NOT NULL, step BIGINT NULL, distance_m INT NULL, accuracy_m INT NULL, device_hash ${HASH} NULL,
    signals JSON NULL, reason_ref ${ID} NULL, reason_digest ${HASH} NULL,
    KEY attendance_proof_attendance (attendance_id, id)) ${END}`,
  `CREATE TABLE presence_ticket (
    id ${ID} NOT NULL PRIMARY KEY, token_hash ${HASH} NOT NULL, activity_id ${ID} NOT NULL, point ${CODE} NOT NULL,
    step BIGINT NOT NULL, device_hash ${HASH} NOT NULL, person_id ${ID} NULL, given_at DATETIME(3) NOT NULL,
    opens_at DATETIME(3) NOT NULL, expires_at DATETIME(3) NOT NULL, distance_m INT NULL, accuracy_m INT NULL,
    signals JSON NOT NULL, used_at DATETIME(3) NULL, used_by ${ID} NULL,
    UNIQUE KEY presence_ticket_token (token_hash), KEY presence_ticket_given (activity_id, given_at),
    KEY presence_ticket_device (activity_id, device_hash), KEY presence_ticket_expiry (expires_at)) ${END}`,
];

const JUDGED = [
  `CREATE TABLE attendance_objection (
    id ${ID} NOT NULL PRIMARY KEY, activity_id ${ID} NOT NULL, attendance_id ${ID} NULL, by_id ${ID} NOT NULL,
    words_ref ${ID} NOT NULL, at DATETIME(3) NOT NULL, answered_by ${ID} NULL, answered_at DATETIME(3) NULL,
    upheld TINYINT(1) NULL, answer_ref ${ID} NULL,
    KEY attendance_objection_activity (activity_id, id), KEY attendance_objection_person (by_id, activity_id)) ${END}`,
  // `sole` names the attendance while it waits or where it was agreed to: one at a time, and once for good.
  `CREATE TABLE award_take_back (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, attendance_id ${ID} NOT NULL, reason_ref ${ID} NOT NULL,
    asked_by ${ID} NOT NULL, asked_at DATETIME(3) NOT NULL, decided_by ${ID} NULL, decided_at DATETIME(3) NULL,
    agreed TINYINT(1) NULL, sole ${ID} NULL,
    UNIQUE KEY award_take_back_sole (sole), KEY award_take_back_list (community_id, id)) ${END}`,
];

const HISTORY = ['activity_event', 'attendance_proof'];
const TABLES = [
  ...['award_take_back', 'attendance_objection', 'presence_ticket', 'attendance_proof', 'attendance'],
  ...['activity_sign_up', 'activity_event', 'activity_organiser', 'activity'],
];

export class Activities2026112801210 implements MigrationInterface {
  name = 'Activities2026112801210';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...PLANNED, ...ATTENDED, ...JUDGED]) await query.query(statement);
    for (const table of HISTORY) await refuseChanges(query, table);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of HISTORY) await allowChanges(query, table);
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
