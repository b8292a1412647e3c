/** Tables of rewards: merchants, agreements, offers, redemptions at the counter, statements. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowChanges, refuseChanges } from '../platform/database/append-only';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const CODE = 'VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const MERCHANTS = [
  // Beside the row of `organisation`, which has the name, the version and when it took part no more.
  `CREATE TABLE merchant (
    id ${ID} NOT NULL PRIMARY KEY, name_bo VARCHAR(160) NULL, field ${CODE} NOT NULL, phone VARCHAR(20) NULL,
    address JSON NOT NULL, hours JSON NOT NULL, notes JSON NULL) ${END}`,
  `CREATE TABLE merchant_community (
    community_id ${ID} NOT NULL, merchant_id ${ID} NOT NULL,
    PRIMARY KEY (community_id, merchant_id), KEY merchant_community_merchant (merchant_id)) ${END}`,
  // What is in force, and what of it is spent; how it came to be is in agreement_version.
  `CREATE TABLE agreement (
    id ${ID} NOT NULL PRIMARY KEY, merchant_id ${ID} NOT NULL, community_id ${ID} NOT NULL, version INT NOT NULL,
    starts_on DATE NOT NULL, ends_on DATE NOT NULL, budget_pt BIGINT NULL, budget_fen BIGINT NULL,
    used_pt BIGINT NOT NULL DEFAULT 0, used_fen BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT agreement_used CHECK (used_pt >= 0 AND used_fen >= 0),
    KEY agreement_community (community_id, merchant_id, ends_on)) ${END}`,
  `CREATE TABLE agreement_version (
    id ${ID} NOT NULL PRIMARY KEY, agreement_id ${ID} NOT NULL, version INT NOT NULL, starts_on DATE NOT NULL,
    ends_on DATE NOT NULL, budget_pt BIGINT NULL, budget_fen BIGINT NULL, reference VARCHAR(160) NOT NULL,
    signed_by_enc VARBINARY(512) NOT NULL, signed_on DATE NOT NULL, recorded_by ${ID} NOT NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY agreement_version_number (agreement_id, version)) ${END}`,
];

/** Nothing refers to `offer` by a foreign key: whoever inserted such a row would hold a shared lock on the row that all change. */
const OFFERS = [
  `CREATE TABLE offer (
    id ${ID} NOT NULL PRIMARY KEY, community_id ${ID} NOT NULL, state ${CODE} NOT NULL, title JSON NOT NULL,
    terms JSON NOT NULL, cost INT NOT NULL, total INT NOT NULL, held INT NOT NULL DEFAULT 0,
    captured INT NOT NULL DEFAULT 0, per_person INT NULL, span ${CODE} NOT NULL, valid_from DATETIME(3) NOT NULL,
    valid_to DATETIME(3) NOT NULL, hold_seconds INT NOT NULL, min_spend_fen BIGINT NOT NULL,
    face_value_fen BIGINT NOT NULL, field ${CODE} NULL, published_at DATETIME(3) NULL, withdrawn_at DATETIME(3) NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT offer_held CHECK (held >= 0 AND captured >= 0), CONSTRAINT offer_stock CHECK (held + captured <= total),
    KEY offer_community (community_id, id), KEY offer_shown (community_id, state, valid_to, id)) ${END}`,
  `CREATE TABLE offer_shop (
    offer_id ${ID} NOT NULL, merchant_id ${ID} NOT NULL,
    PRIMARY KEY (offer_id, merchant_id), KEY offer_shop_merchant (merchant_id)) ${END}`,
  `CREATE TABLE offer_quota (
    offer_id ${ID} NOT NULL, person_id ${ID} NOT NULL, span VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used INT NOT NULL, PRIMARY KEY (offer_id, person_id, span), CONSTRAINT offer_quota_used CHECK (used >= 0)) ${END}`,
];

const REDEMPTIONS = [
  // Of the same id as its hold, which alone has the state.
  `CREATE TABLE redemption (
    id ${ID} NOT NULL PRIMARY KEY, offer_id ${ID} NOT NULL, person_id ${ID} NOT NULL, community_id ${ID} NOT NULL,
    cost INT NOT NULL, face_value_fen BIGINT NOT NULL, span VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at DATETIME(3) NOT NULL,
    KEY redemption_person (person_id, id), KEY redemption_offer (offer_id, person_id)) ${END}`,
  `CREATE TABLE redemption_look_up (
    redemption_id ${ID} NOT NULL, merchant_id ${ID} NOT NULL, at DATETIME(3) NOT NULL,
    PRIMARY KEY (redemption_id, merchant_id), KEY redemption_look_up_at (at)) ${END}`,
  `CREATE TABLE redemption_try (
    id ${ID} NOT NULL PRIMARY KEY, person_id ${ID} NOT NULL, at DATETIME(3) NOT NULL,
    KEY redemption_try_person (person_id, at), KEY redemption_try_at (at)) ${END}`,
  `CREATE TABLE redemption_capture (
    id ${ID} NOT NULL PRIMARY KEY, redemption_id ${ID} NOT NULL, merchant_id ${ID} NOT NULL, community_id ${ID} NOT NULL,
    agreement_id ${ID} NOT NULL, captured_by ${ID} NOT NULL, points INT NOT NULL, value_fen BIGINT NOT NULL,
    bill_fen BIGINT NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY redemption_capture_redemption (redemption_id), KEY redemption_capture_merchant (merchant_id, at),
    KEY redemption_capture_community (community_id, merchant_id, at)) ${END}`,
  `CREATE TABLE redemption_undo (
    id ${ID} NOT NULL PRIMARY KEY, redemption_id ${ID} NOT NULL, merchant_id ${ID} NOT NULL, community_id ${ID} NOT NULL,
    undone_by ${ID} NOT NULL, reason_ref ${ID} NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY redemption_undo_redemption (redemption_id),
    KEY redemption_undo_community (community_id, merchant_id, at)) ${END}`,
];

const STATEMENTS = [
  `CREATE TABLE statement_number (
    community_id ${ID} NOT NULL, month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, last INT NOT NULL,
    PRIMARY KEY (community_id, month)) ${END}`,
  `CREATE TABLE statement (
    id ${ID} NOT NULL PRIMARY KEY, number VARCHAR(24) NOT NULL, merchant_id ${ID} NOT NULL, community_id ${ID} NOT NULL,
    month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, drawn_up_by ${ID} NULL, quantity INT NOT NULL,
    points BIGINT NOT NULL, value_fen BIGINT NOT NULL, hash ${HASH} NOT NULL, at DATETIME(3) NOT NULL,
    UNIQUE KEY statement_month (merchant_id, community_id, month), KEY statement_merchant (merchant_id, id),
    KEY statement_community (community_id, id)) ${END}`,
  `CREATE TABLE statement_line (
    statement_id ${ID} NOT NULL, position INT NOT NULL, kind ${CODE} NOT NULL, redemption_id ${ID} NOT NULL,
    offer_id ${ID} NOT NULL, points INT NOT NULL, value_fen BIGINT NOT NULL, bill_fen BIGINT NULL, at DATETIME(3) NOT NULL,
    PRIMARY KEY (statement_id, position), UNIQUE KEY statement_line_once (redemption_id, kind)) ${END}`,
  `CREATE TABLE statement_confirmation (
    id ${ID} NOT NULL PRIMARY KEY, statement_id ${ID} NOT NULL, side ${CODE} NOT NULL, confirmed_by ${ID} NOT NULL,
    at DATETIME(3) NOT NULL, UNIQUE KEY statement_confirmation_side (statement_id, side)) ${END}`,
  `CREATE TABLE statement_remark (
    id ${ID} NOT NULL PRIMARY KEY, statement_id ${ID} NOT NULL, side ${CODE} NOT NULL, said_by ${ID} NOT NULL,
    text_ref ${ID} NOT NULL, at DATETIME(3) NOT NULL, KEY statement_remark_statement (statement_id, id)) ${END}`,
];

const HISTORY = [
  'agreement_version',
  'redemption_capture',
  'redemption_undo',
  'statement',
  'statement_line',
  'statement_confirmation',
  'statement_remark',
];

const TABLES = [
  ...['statement_remark', 'statement_confirmation', 'statement_line', 'statement', 'statement_number'],
  ...['redemption_undo', 'redemption_capture', 'redemption_try', 'redemption_look_up', 'redemption'],
  ...['offer_quota', 'offer_shop', 'offer', 'agreement_version', 'agreement', 'merchant_community', 'merchant'],
];

export class RewardsFirst2026112801300 implements MigrationInterface {
  name = 'RewardsFirst2026112801300';

  async up(query: QueryRunner): Promise<void> {
    for (const statement of [...MERCHANTS, ...OFFERS, ...REDEMPTIONS, ...STATEMENTS]) await query.query(statement);
    for (const table of HISTORY) await refuseChanges(query, table);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of HISTORY) await allowChanges(query, table);
    for (const table of TABLES) await query.query(`DROP TABLE ${table}`);
  }
}
