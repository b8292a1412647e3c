/** What somebody leaves behind is found by who was to visit; and whoever leads at a street may record leave of their own. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_LEAVE = 'leave.record_own';

async function rewrite(query: QueryRunner, change: (held: string[]) => string[]): Promise<void> {
  const roles = (await query.query("SELECT name, permissions FROM role WHERE name = 'street'")) as {
    name: string;
    permissions: unknown;
  }[];
  for (const { name, permissions } of roles) {
    const held = (typeof permissions === 'string' ? JSON.parse(permissions) : permissions) as string[];
    await query.query('UPDATE role SET permissions = ? WHERE name = ?', [JSON.stringify(change(held)), name]);
  }
}

export class PeopleWhoGo2026112800700 implements MigrationInterface {
  name = 'PeopleWhoGo2026112800700';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE ticket ADD KEY ticket_verifier (verifier_id, phase)');
    await rewrite(query, (held) => (held.includes(OWN_LEAVE) ? held : [...held, OWN_LEAVE]));
  }

  async down(query: QueryRunner): Promise<void> {
    await rewrite(query, (held) => held.filter((name) => name !== OWN_LEAVE));
    await query.query('ALTER TABLE ticket DROP KEY ticket_verifier');
  }
}
