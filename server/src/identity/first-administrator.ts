/** The first administrator of a database without one, and a new password for one who lost theirs: by whoever runs the server. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { theSystem } from '../platform/audit/audit-log';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Fault } from '../platform/http/fail';
import { Accounts } from './accounts';
import { LogInAttempts } from './log-in-attempts';
import { OneTimePasswords } from './one-time-passwords';
import { People } from './people';
import { Scopes, type NewScope } from './scopes';
import { Sessions } from './sessions';
import { giveTerm } from './terms-of-roles';

export interface Beginning {
  city: string;
  street: string;
  community: string;
  /** Begins the numbers of tickets. */
  prefix: string;
  /** Of the community’s office. */
  phone?: string;
  account: string;
  displayName: string;
}

export type Made =
  | { account: string; password: string }
  /** Accounts of the administrators there are: nothing was done. */
  | { administrators: string[] }
  | { refused: 'demo' | 'taken' | 'unknown' };

/** Beijing time; the set-up page changes it until the first ticket is numbered. */
const OFFSET = 480;

@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly passwords: OneTimePasswords,
    private readonly sessions: Sessions,
    private readonly attempts: LogInAttempts,
  ) {}

  /** Makes the scopes where there are none, and an administrator above all where nobody is. */
  async begin(beginning: Beginning): Promise<Made> {
    return this.guarded(async (tx) => {
      await this.scopes.lock(tx);
      if (await this.isDemo(tx)) return { refused: 'demo' };
      await this.scopes.refresh(tx);
      if (this.scopes.tops().length === 0) await this.plant(tx, beginning);
      const there = await this.administrators(tx);
      return there.length > 0 ? { administrators: there } : this.appoint(tx, beginning);
    });
  }

  /** A new one-time password for an administrator, who may have been locked or shut out. */
  async renew(account: string): Promise<Made> {
    const made = await this.guarded(async (tx): Promise<Made> => {
      if (await this.isDemo(tx)) return { refused: 'demo' };
      await this.scopes.refresh(tx);
      const found = await one<{ id: string }>(
        tx,
        `SELECT p.id FROM person p JOIN role_grant rg ON rg.person_id = p.id JOIN role r ON r.name = rg.role
         WHERE p.account = ? AND JSON_CONTAINS(r.permissions, '"community.set_up"') LIMIT 1`,
        [account],
      );
      if (!found) return { refused: 'unknown' };
      const seed = newId();
      await this.accounts.renew(tx, found.id, seed);
      await change(tx, 'UPDATE person SET disabled_at = NULL WHERE id = ?', [found.id]);
      await this.sessions.endAllOf(tx, { personId: found.id });
      await this.accounts.note(tx, theSystem(newId()), 'password.reset', found.id);
      return { account, password: this.passwords.draw(found.id, seed) };
    });
    await this.attempts.clear(account);
    return made;
  }

  private async guarded(work: (tx: EntityManager) => Promise<Made>): Promise<Made> {
    try {
      return await this.uow.run(work);
    } catch (error) {
      if (error instanceof Fault && error.code === 'ACCOUNT_TAKEN') return { refused: 'taken' };
      throw error;
    }
  }

  private async isDemo(tx: EntityManager): Promise<boolean> {
    return (await one(tx, 'SELECT id FROM person WHERE demo = 1 LIMIT 1')) !== null;
  }

  private async plant(tx: EntityManager, { city, street, community, prefix, phone }: Beginning): Promise<void> {
    const [cityId, streetId, communityId] = [newId(), newId(), newId()];
    const scope = (id: string, parentId: string | null, kind: NewScope['kind'], name: string): NewScope => {
      return { id, parentId, kind, code: id, name, nameBo: null, tzOffset: OFFSET };
    };
    await this.scopes.add(tx, [
      scope(cityId, null, 'city', city),
      scope(streetId, cityId, 'street', street),
      { ...scope(communityId, streetId, 'community', community), numberPrefix: prefix, officePhone: phone },
    ]);
    await this.scopes.refresh(tx);
  }

  /** Of those who may set up what lies at the top, so that there is somebody who can do everything. */
  private async administrators(tx: EntityManager): Promise<string[]> {
    const found = await Promise.all(this.scopes.tops().map((top) => this.people.holding(tx, 'community.set_up', top)));
    const ids = [...new Set(found.flat())];
    if (ids.length === 0) return [];
    const sql = 'SELECT account FROM person WHERE id IN (?) AND account IS NOT NULL ORDER BY account';
    return (await rows<{ account: string }>(tx, sql, [ids])).map(({ account }) => account);
  }

  private async appoint(tx: EntityManager, { account, displayName }: Beginning): Promise<Made> {
    const seed = newId();
    const personId = await this.accounts.open(tx, { account, displayName }, seed);
    for (const scopeId of this.scopes.tops()) await giveTerm(tx, { personId, role: 'admin', scopeId });
    await this.accounts.note(tx, theSystem(newId()), 'account.opened', personId, { role: 'admin' });
    return { account, password: this.passwords.draw(personId, seed) };
  }
}
