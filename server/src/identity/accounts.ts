/** Accounts with a password: opened, shown to those who govern, and given new one-time passwords. */
import { Injectable } from '@nestjs/common';
import type { NewAccount } from '@sevengrid/shared/identity/set-up.requests';
import type { AccountRoleView, AccountView, OneTimePasswordView } from '@sevengrid/shared/identity/set-up.views';
import type { Role } from '@sevengrid/shared/identity/roles';
import type { EntityManager } from 'typeorm';
import { AuditLog, type Audited } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Governing } from './governing';
import { OneTimePasswords } from './one-time-passwords';
import { hashPassword, passwordFits } from './passwords';
import { People } from './people';
import { homeScopeOf } from './rights';
import { Scopes } from './scopes';
import { termsOf, type RoleTerm } from './terms-of-roles';

export interface AccountRow {
  id: string;
  account: string;
  disabled_at: Date | null;
  must_change: number;
  version: number;
}

const ACCOUNT = 'SELECT id, account, disabled_at, must_change, version FROM person';

/** So long a lost answer may be asked for again. */
export const SHOWN_AGAIN_MS = 10 * 60_000;

@Injectable()
export class Accounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly passwords: OneTimePasswords,
    private readonly people: People,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  /** A person with a one-time password made of `seed`, which the caller keeps; two at one time meet at the unique account. */
  async open(tx: EntityManager, { account, displayName }: NewAccount, seed: string): Promise<string> {
    const id = newId();
    const name = displayName.trim();
    const hash = await hashPassword(this.passwords.draw(id, seed));
    const made = await change(
      tx,
      `INSERT IGNORE INTO person (id, name_enc, display_name, account, password_hash, must_change, created_at)
       VALUES (?, ?, ?, ?, ?, 1, NOW(3))`,
      [id, this.cipher.seal(name), name, account, hash],
    );
    if (made === 0) fail('ACCOUNT_TAKEN', { fields: [{ field: 'body.account', rules: ['taken'] }] });
    return id;
  }

  /** The old password is no good from now on. */
  async renew(tx: EntityManager, personId: string, seed: string): Promise<void> {
    await change(
      tx,
      `UPDATE person SET password_hash = ?, must_change = 1, password_changed_at = NOW(3), version = version + 1
       WHERE id = ?`,
      [await hashPassword(this.passwords.draw(personId, seed)), personId],
    );
  }

  /** The account's row; NOT_FOUND unless the person works, or worked, where the actor governs. */
  async find(tx: EntityManager, actor: Actor, personId: string, lock: 'FOR UPDATE' | '' = ''): Promise<AccountRow> {
    const row = await one<AccountRow>(tx, `${ACCOUNT} WHERE id = ? AND account IS NOT NULL ${lock}`, [personId]);
    const terms = row ? await termsOf(tx, [personId]) : [];
    if (!row || !terms.some((term) => this.governing.governs(actor, term.scopeId))) return fail('NOT_FOUND');
    return row;
  }

  /** Refuses whoever would change themself, or somebody who works beyond what the actor governs. */
  async demandWhole(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    if (personId === actor.id) fail('ACCOUNT_OWN');
    if ((await termsOf(tx, [personId])).some((term) => this.isBeyond(actor, term))) fail('NOT_ALLOWED');
  }

  /** In the order of `ids`; those that are none are left out. */
  async views(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<AccountView[]> {
    if (ids.length === 0) return [];
    const found = await rows<AccountRow>(tx, `${ACCOUNT} WHERE id IN (?) AND account IS NOT NULL`, [[...ids]]);
    const names = await this.people.displayNames(tx, ids);
    const terms = await termsOf(tx, ids);
    return ids.flatMap((id) => {
      const row = found.find((one) => one.id === id);
      const own = terms.filter((term) => term.personId === id);
      return row ? [this.view(actor, row, names.get(id) ?? row.account, own)] : [];
    });
  }

  async one(tx: EntityManager, actor: Actor, id: string): Promise<AccountView> {
    return (await this.views(tx, actor, [id]))[0] ?? fail('NOT_FOUND');
  }

  /** The password made of `seed` at `madeAt` (ms), unless that is too long ago or it is the password no more. */
  async tell(actor: Actor, id: string, seed: string, madeAt: number): Promise<OneTimePasswordView> {
    return this.uow.read(async (tx) => {
      const row = await one<{ password_hash: string | null; must_change: number; now: Date }>(
        tx,
        'SELECT password_hash, must_change, NOW(3) AS now FROM person WHERE id = ?',
        [id],
      );
      const password = this.passwords.draw(id, seed);
      const late = !row || row.must_change === 0 || row.now.getTime() - madeAt > SHOWN_AGAIN_MS;
      const shown = !late && (await passwordFits(row.password_hash, password));
      return { account: await this.one(tx, actor, id), password: shown ? password : null };
    });
  }

  async note(tx: EntityManager, actor: Audited, action: string, id: string, detail = {}): Promise<void> {
    const scopeId = await homeScopeOf(tx, this.scopes, id);
    await this.audit.record(tx, { actor, action, subject: { kind: 'person', id }, scopeId, detail });
  }

  /** A term that is not over, outside of what the actor governs. */
  private isBeyond(actor: Actor, { scopeId, state }: RoleTerm): boolean {
    return state !== 'ended' && !this.governing.governs(actor, scopeId);
  }

  private view(actor: Actor, row: AccountRow, name: string, terms: readonly RoleTerm[]): AccountView {
    const roles = terms.flatMap(({ scopeId, role, id, bodyName, from, to, state }): AccountRoleView[] => {
      const scope = this.governing.governs(actor, scopeId) ? this.scopes.view(scopeId) : null;
      return scope ? [{ id, role: role as Role, scope, bodyName, from, to, state }] : [];
    });
    return {
      ...{ id: row.id, account: row.account, displayName: name, roles },
      ...{ disabled: row.disabled_at !== null, mustChange: row.must_change === 1, version: row.version },
      own: row.id === actor.id,
      beyond: terms.some((term) => this.isBeyond(actor, term)),
    };
  }
}
