/** What administrators do with accounts: list, open, rename, shut, give and end roles, new one-time passwords. */
import { Injectable } from '@nestjs/common';
import { isAnswering, ROLE_PLACES } from '@sevengrid/shared/identity/role-limits';
import {
  OFFICE_ROLES,
  type AccountQuery,
  type EndTerm,
  type GiveRole,
  type OpenAccount,
  type Versioned,
  type WriteAccount,
} from '@sevengrid/shared/identity/set-up.requests';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountPage, AccountView, OneTimePasswordView } from '@sevengrid/shared/identity/set-up.views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Accounts } from './accounts';
import { Governing } from './governing';
import { LogInAttempts } from './log-in-attempts';
import { Organisations } from './organisations';
import { RoleEnds } from './role-ends';
import { Scopes } from './scopes';
import { Sessions } from './sessions';
import { demandDays, demandEnd, endTerm, findTerm, giveTerm } from './terms-of-roles';

/** Whoever held one of these works here, or did; residents with an account of theirs are no concern of the list. */
const AT_WORK: readonly string[] = [...OFFICE_ROLES, 'grid_worker'];

/** `%` and `_` typed in a search mean themselves. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

@Injectable()
export class AccountsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly ends: RoleEnds,
    private readonly sessions: Sessions,
    private readonly attempts: LogInAttempts,
  ) {}

  page(actor: Actor, query: AccountQuery): Promise<AccountPage> {
    const { cursor, limit = PAGE_SIZE } = query;
    const [conditions, params] = this.filter(actor, query);
    if (cursor) {
      conditions.push('p.id < ?');
      params.push(...decodeCursor(cursor, ['id']));
    }
    return this.uow.read(async (tx) => {
      const found = await rows<{ id: string }>(
        tx,
        `SELECT p.id FROM person p WHERE ${conditions.join(' AND ')} ORDER BY p.id DESC LIMIT ${limit + 1}`,
        params,
      );
      const ids = found.slice(0, limit).map(({ id }) => id);
      const last = ids.at(-1);
      const nextCursor = found.length > limit && last ? encodeCursor([last]) : null;
      return { items: await this.accounts.views(tx, actor, ids), nextCursor };
    });
  }

  one(actor: Actor, id: string): Promise<AccountView> {
    return this.uow.read(async (tx) => {
      await this.accounts.find(tx, actor, id);
      return this.accounts.one(tx, actor, id);
    });
  }

  async open(actor: Actor, key: string, body: OpenAccount): Promise<OneTimePasswordView> {
    const request = { actor, key, operation: accountRoutes.open.name, fingerprint: inputFingerprint(body) };
    const work = async (tx: EntityManager): Promise<{ id: string; at: number }> => {
      const id = await this.accounts.open(tx, body, key);
      await this.give(tx, actor, id, body.role);
      await this.accounts.note(tx, actor, 'account.opened', id, { role: body.role.role, scope: body.role.scopeId });
      return { id, at: (await this.clock.now(tx)).getTime() };
    };
    const { id, at } = await this.uow.once(request, work, (tx, kept) => this.toldAgain(tx, actor, kept.id));
    return this.accounts.tell(actor, id, key, at);
  }

  async write(actor: Actor, key: string, id: string, body: WriteAccount): Promise<AccountView> {
    const operation = accountRoutes.write.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, body }) }, async (tx) => {
      const row = await this.accounts.find(tx, actor, id, 'FOR UPDATE');
      await this.accounts.demandWhole(tx, actor, id);
      if (row.version !== body.version) fail('CHANGED_MEANWHILE');
      await change(
        tx,
        `UPDATE person SET display_name = ?, version = version + 1,
           disabled_at = IF(?, COALESCE(disabled_at, NOW(3)), NULL) WHERE id = ?`,
        [body.displayName.trim(), body.disabled, id],
      );
      if (body.disabled) await this.sessions.endAllOf(tx, { personId: id });
      const was = row.disabled_at !== null;
      const action = was === body.disabled ? 'renamed' : body.disabled ? 'disabled' : 'enabled';
      await this.accounts.note(tx, actor, `account.${action}`, id);
      return { id };
    });
    return this.view(actor, id);
  }

  async resetPassword(actor: Actor, key: string, id: string, { version }: Versioned): Promise<OneTimePasswordView> {
    const operation = accountRoutes.resetPassword.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ id, version }) };
    const work = async (tx: EntityManager): Promise<{ id: string; at: number; account: string }> => {
      const row = await this.accounts.find(tx, actor, id, 'FOR UPDATE');
      await this.accounts.demandWhole(tx, actor, id);
      if (row.version !== version) fail('CHANGED_MEANWHILE');
      await this.accounts.renew(tx, id, key);
      await this.sessions.endAllOf(tx, { personId: id });
      await this.accounts.note(tx, actor, 'password.reset', id);
      return { id, at: (await this.clock.now(tx)).getTime(), account: row.account };
    };
    const { at, account } = await this.uow.once(request, work, (tx) => this.toldAgain(tx, actor, id));
    await this.attempts.clear(account);
    return this.accounts.tell(actor, id, key, at);
  }

  async giveRole(actor: Actor, key: string, id: string, body: GiveRole): Promise<AccountView> {
    const operation = accountRoutes.giveRole.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, body }) }, async (tx) => {
      await this.accounts.find(tx, actor, id, 'FOR UPDATE');
      if (id === actor.id) fail('ACCOUNT_OWN');
      const grant = await this.give(tx, actor, id, body);
      await this.accounts.note(tx, actor, 'role.given', id, { role: body.role, scope: body.scopeId });
      return { id: grant };
    });
    return this.view(actor, id);
  }

  async endRole(actor: Actor, key: string, grantId: string, body: EndTerm): Promise<AccountView> {
    const operation = accountRoutes.endRole.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ grantId, body }) };
    const { personId } = await this.uow.once(request, async (tx) => {
      const found = (await findTerm(tx, grantId)) ?? fail('NOT_FOUND');
      this.governing.demand(actor, found.scopeId);
      await this.accounts.find(tx, actor, found.personId, 'FOR UPDATE');
      if (found.personId === actor.id) fail('ACCOUNT_OWN');
      if (found.role === 'grid_worker') fail('TERM_OF_TEAM');
      await demandEnd(tx, (await findTerm(tx, grantId)) ?? found, body);
      await endTerm(tx, grantId, body.lastDay);
      await this.ends.tell(tx, { ...found, lastDay: body.lastDay });
      const detail = { role: found.role, scope: found.scopeId, last_day: body.lastDay };
      await this.accounts.note(tx, actor, 'role.ended', found.personId, detail);
      return { personId: found.personId };
    });
    return this.view(actor, personId);
  }

  private view(actor: Actor, id: string): Promise<AccountView> {
    return this.uow.read((tx) => this.accounts.one(tx, actor, id));
  }

  /** A lost answer that is asked for again shows the password again, which is one more reading of it. */
  private toldAgain(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    return this.accounts.note(tx, actor, 'password.shown', id);
  }

  /** @throws ROLE_MISPLACED, TERM_BACKWARDS, ROLE_HELD */
  private async give(tx: EntityManager, actor: Actor, personId: string, asked: GiveRole): Promise<string> {
    const { role, scopeId, bodyId, from, to } = asked;
    this.governing.demand(actor, scopeId);
    demandDays({ from, to }, from, to);
    const kind = this.scopes.view(scopeId)?.kind;
    if (kind === undefined || !ROLE_PLACES[role].includes(kind))
      fail('ROLE_MISPLACED', { fields: [{ field: 'body.scopeId', rules: ['isIn'] }] });
    const fits = isAnswering(role)
      ? bodyId !== undefined && (await this.organisations.isIn(tx, role, scopeId, bodyId))
      : bodyId === undefined;
    if (!fits) fail('ROLE_MISPLACED', { fields: [{ field: 'body.bodyId', rules: ['isIn'] }] });
    return giveTerm(tx, { personId, role, scopeId, bodyId, from, to });
  }

  private filter(actor: Actor, { q = '', state, role }: AccountQuery): [string[], SqlValue[]] {
    const governed = this.governing.everywhere(actor);
    const conditions = [
      `p.account IS NOT NULL AND EXISTS (SELECT 1 FROM role_grant rg WHERE rg.person_id = p.id AND rg.scope_id IN (?)
         AND rg.role IN (?))`,
    ];
    const params: SqlValue[] = [governed, role === undefined ? AT_WORK : [role]];
    if (q.trim() !== '') {
      conditions.push('(p.account LIKE ? OR p.display_name LIKE ?)');
      params.push(containing(q.trim()), containing(q.trim()));
    }
    if (state !== undefined) conditions.push(`p.disabled_at IS ${state === 'open' ? '' : 'NOT '}NULL`);
    return [conditions, params];
  }
}
