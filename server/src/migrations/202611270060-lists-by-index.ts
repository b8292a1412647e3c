/** What is due soon is found by scope and phase, in the index alone, however many tickets a community has had. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `ALTER TABLE ticket
  DROP KEY ticket_community_soon, ADD KEY ticket_community_soon (community_id, phase, soon_at, queue_at, id),
  DROP KEY ticket_grid_soon, ADD KEY ticket_grid_soon (grid_id, phase, soon_at, queue_at, id)`;

const DOWN = `ALTER TABLE ticket
  DROP KEY ticket_community_soon, ADD KEY ticket_community_soon (community_id, soon_at, id),
  DROP KEY ticket_grid_soon, ADD KEY ticket_grid_soon (grid_id, soon_at, id)`;

export class ListsByIndex2026112700600 implements MigrationInterface {
  name = 'ListsByIndex2026112700600';

  async up(query: QueryRunner): Promise<void> {
    await query.query(UP);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(DOWN);
  }
}
