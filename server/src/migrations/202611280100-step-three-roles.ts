/** Gives seeded roles the permissions that came with step three; what a community changed in its roles otherwise stays. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW: Readonly<Record<string, readonly string[]>> = {
  'activity.award': ['staff', 'lead'],
  'activity.join': ['member'],
  'activity.plan': ['staff', 'lead'],
  'merchant.edit': ['staff', 'lead'],
  'merchant.read': ['staff', 'lead', 'street', 'auditor'],
  'offer.redeem': ['resident', 'central_household', 'member'],
  'points.adjust': ['staff', 'lead'],
  'points.read': ['staff', 'lead', 'street', 'auditor'],
  'redemption.verify': ['merchant'],
  'statement.confirm': ['merchant', 'staff', 'lead'],
  'unit.edit': ['staff', 'lead'],
  'unit.read': ['staff', 'lead', 'street', 'auditor'],
  'unit.read_own': ['unit_contact'],
};

export class StepThreeRoles2026112801000 implements MigrationInterface {
  name = 'StepThreeRoles2026112801000';

  async up(query: QueryRunner): Promise<void> {
    for (const [permission, roles] of Object.entries(NEW))
      await query.query(
        `UPDATE role SET permissions = JSON_ARRAY_APPEND(permissions, '$', ?)
         WHERE name IN (?) AND NOT JSON_CONTAINS(permissions, JSON_QUOTE(?))`,
        [permission, roles, permission],
      );
  }

  async down(query: QueryRunner): Promise<void> {
    for (const permission of Object.keys(NEW))
      await query.query(
        `UPDATE role SET permissions = JSON_REMOVE(permissions, JSON_UNQUOTE(JSON_SEARCH(permissions, 'one', ?)))
         WHERE JSON_SEARCH(permissions, 'one', ?) IS NOT NULL`,
        [permission, permission],
      );
  }
}
