/** What setting a community up needs: versions against lost updates, and the day on which something was retired. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever writes must have read the version in force. */
const VERSIONED = ['scope', 'organisation', 'person', 'role', 'station', 'ticket_category'] as const;
/** Is offered no more, and named for as long as history names it. */
const RETIRED = ['scope', 'organisation', 'station', 'ticket_category'] as const;

export class SetUp2026112700200 implements MigrationInterface {
  name = 'SetUp2026112700200';

  async up(query: QueryRunner): Promise<void> {
    for (const table of VERSIONED) await query.query(`ALTER TABLE ${table} ADD version INT NOT NULL DEFAULT 1`);
    for (const table of RETIRED) await query.query(`ALTER TABLE ${table} ADD retired_at DATETIME(3) NULL`);
    await query.query('ALTER TABLE organisation ADD KEY organisation_scope (scope_id, kind)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE organisation DROP KEY organisation_scope');
    for (const table of RETIRED) await query.query(`ALTER TABLE ${table} DROP COLUMN retired_at`);
    for (const table of VERSIONED) await query.query(`ALTER TABLE ${table} DROP COLUMN version`);
  }
}
