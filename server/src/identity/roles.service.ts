/** Roles as data: what each may do, changed within limits by whoever governs every community. */
import { Injectable } from '@nestjs/common';
import { barredFrom, keptBy } from '@sevengrid/shared/identity/role-limits';
import { ROLES, type Role } from '@sevengrid/shared/identity/roles';
import type { WriteRole } from '@sevengrid/shared/identity/set-up.requests';
import { roleRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { RoleList, RoleView } from '@sevengrid/shared/identity/set-up.views';
import { isPermission } from '@sevengrid/shared/kernel/permissions';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change, json, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Governing } from './governing';
import { GRANT_HOLDS } from './rights';
import { Scopes } from './scopes';

interface RoleRow {
  name: Role;
  permissions: string | string[];
  version: number;
  holders: number;
}

const ROLE = `SELECT r.name, r.permissions, r.version, (SELECT COUNT(DISTINCT rg.person_id) FROM role_grant rg
    JOIN scope sc ON sc.id = rg.scope_id WHERE rg.role = r.name AND rg.scope_id IN (?) AND ${GRANT_HOLDS}) AS holders
  FROM role r`;

const roleView = ({ name, permissions, version, holders }: RoleRow): RoleView => ({
  role: name,
  permissions: json(permissions).filter(isPermission).sort(),
  barred: barredFrom(name),
  kept: [...keptBy(name)],
  holders,
  version,
});

@Injectable()
export class RolesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: Actor): Promise<RoleList> {
    return { items: await this.uow.read((tx) => this.all(tx, actor)), mayWrite: this.governing.governsAll(actor) };
  }

  async write(actor: Actor, key: string, body: WriteRole): Promise<RoleView> {
    if (!this.governing.governsAll(actor)) fail('NOT_ALLOWED');
    const { role, permissions, version } = body;
    const wrong = (): { fields: { field: string; rules: string[] }[] } => {
      return { fields: [{ field: 'body.permissions', rules: ['isIn'] }] };
    };
    if (permissions.some((permission) => barredFrom(role).includes(permission))) fail('ROLE_TOO_WIDE', wrong());
    if (keptBy(role).some((permission) => !permissions.includes(permission))) fail('ROLE_LOCKS_OUT', wrong());
    const request = { actor, key, operation: roleRoutes.write.name, fingerprint: inputFingerprint(body) };
    await this.uow.once(request, async (tx) => {
      const done = await change(
        tx,
        'UPDATE role SET permissions = ?, version = version + 1 WHERE name = ? AND version = ?',
        [JSON.stringify([...permissions].sort()), role, version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      const [scopeId = null] = this.scopes.tops();
      const detail = { role, permissions: permissions.length };
      await this.audit.record(tx, {
        actor,
        action: 'role.written',
        subject: { kind: 'role', id: null },
        scopeId,
        detail,
      });
      return {};
    });
    const all = await this.uow.read((tx) => this.all(tx, actor));
    return all.find((one) => one.role === role) ?? fail('NOT_FOUND');
  }

  private async all(tx: EntityManager, actor: Actor): Promise<RoleView[]> {
    const found = await rows<RoleRow>(tx, ROLE, [this.governing.everywhere(actor)]);
    return ROLES.flatMap((role) => found.filter(({ name }) => name === role).map(roleView));
  }
}
