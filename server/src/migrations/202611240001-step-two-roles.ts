/** Gives seeded roles the permissions that came with step two; what a community changed in its roles otherwise stays. */
import { SEEDED_ROLES } from '@sevengrid/shared/identity/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW = [
  'calendar.edit',
  'card.print',
  'community.set_up',
  'coordination.answer',
  'policy.edit',
  'ticket.appoint',
  'ticket.coordinate',
  'ticket.hand_over',
] as const;

async function rewrite(query: QueryRunner, change: (role: string, held: string[]) => string[]): Promise<void> {
  const roles = (await query.query('SELECT name, permissions FROM role')) as { name: string; permissions: unknown }[];
  for (const { name, permissions } of roles) {
    const held = (typeof permissions === 'string' ? JSON.parse(permissions) : permissions) as string[];
    await query.query('UPDATE role SET permissions = ? WHERE name = ?', [JSON.stringify(change(name, held)), name]);
  }
}

export class StepTwoRoles2026112400010 implements MigrationInterface {
  name = 'StepTwoRoles2026112400010';

  async up(query: QueryRunner): Promise<void> {
    const seeded = new Map<string, readonly string[]>(Object.entries(SEEDED_ROLES));
    await rewrite(query, (role, held) => {
      const added = NEW.filter((name) => seeded.get(role)?.includes(name) && !held.includes(name));
      return [...held, ...added];
    });
  }

  async down(query: QueryRunner): Promise<void> {
    await rewrite(query, (_, held) => held.filter((name) => !(NEW as readonly string[]).includes(name)));
  }
}
