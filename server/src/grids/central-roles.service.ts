/** Makes a resident a central household of the community, and ends it with all the doors it looked after. */
import { Injectable } from '@nestjs/common';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import type { ResidentView } from '@sevengrid/shared/grids/views';
import { dayPlus } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../identity/accounts';
import { Governing } from '../identity/governing';
import { People } from '../identity/people';
import { RoleEnds } from '../identity/role-ends';
import { Scopes } from '../identity/scopes';
import { endTerm, giveTerm, termsOf, todayIn } from '../identity/terms-of-roles';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CENTRAL } from './central-households';
import { residentView, type ResidentRow } from './grids.views';

type Living = ResidentRow & { grid_id: string };

/** Whose role it is, and in which community. */
interface Bound {
  personId: string;
  gridId: string;
  communityId: string;
}

@Injectable()
export class CentralRolesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly ends: RoleEnds,
    private readonly cipher: FieldCipher,
  ) {}

  async appoint(actor: Actor, key: string, residentId: string): Promise<ResidentView> {
    const fingerprint = inputFingerprint({ residentId });
    await this.uow.once({ actor, key, operation: centralRoutes.appoint.name, fingerprint }, async (tx) => {
      const { personId, communityId: scopeId, gridId } = await this.bound(tx, actor, residentId);
      // Of the grid alone is of that door too: no second term beside it.
      if ((await this.people.inRole(tx, CENTRAL, gridId)).includes(personId)) fail('ROLE_HELD');
      await giveTerm(tx, { personId, role: CENTRAL, scopeId });
      await this.accounts.note(tx, actor, 'role.given', personId, { role: CENTRAL, scope: scopeId });
      return { id: residentId };
    });
    return this.view(actor, residentId);
  }

  async relieve(actor: Actor, key: string, residentId: string): Promise<ResidentView> {
    const fingerprint = inputFingerprint({ residentId });
    await this.uow.once({ actor, key, operation: centralRoutes.relieve.name, fingerprint }, async (tx) => {
      const { personId, communityId } = await this.bound(tx, actor, residentId);
      const lastDay = dayPlus(await todayIn(tx, communityId), -1);
      const here = this.scopes.withDescendants(communityId);
      for (const { id, role, scopeId, state } of await termsOf(tx, [personId])) {
        if (role !== CENTRAL || state === 'ended' || !here.includes(scopeId)) continue;
        await endTerm(tx, id, lastDay);
        await this.ends.tell(tx, { personId, role, scopeId, lastDay });
        await this.accounts.note(tx, actor, 'role.ended', personId, { role, scope: scopeId, last_day: lastDay });
      }
      return { id: residentId };
    });
    return this.view(actor, residentId);
  }

  private view(actor: Actor, residentId: string): Promise<ResidentView> {
    return this.uow.read(async (tx) => {
      const row = await this.visible(tx, actor, residentId);
      return residentView(row, this.cipher, await this.people.inRole(tx, CENTRAL, row.grid_id));
    });
  }

  /** As an account on the set-up pages: somebody of those the actor governs, and not the actor; locked. */
  private async bound(tx: EntityManager, actor: Actor, residentId: string): Promise<Bound> {
    const { person_id: personId, grid_id: gridId } = await this.visible(tx, actor, residentId, 'LOCK IN SHARE MODE');
    if (personId === null) return fail('RESIDENT_NOT_BOUND');
    if (personId === actor.id) return fail('ACCOUNT_OWN');
    await one(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [personId]);
    return { personId, gridId, communityId: this.scopes.communityOf(gridId).id };
  }

  /** @throws NOT_FOUND where the actor does not see the household or does not govern its community */
  private async visible(
    tx: EntityManager,
    actor: Actor,
    residentId: string,
    lock: 'LOCK IN SHARE MODE' | '' = '',
  ): Promise<Living> {
    const row = await one<Living>(
      tx,
      `SELECT r.id, r.name_enc, r.phone_enc, r.person_id, h.grid_id
       FROM resident r JOIN household h ON h.id = r.household_id WHERE r.id = ? ${lock}`,
      [residentId],
    );
    if (!row || !actor.may('household.read', this.scopes.pathOf(row.grid_id))) return fail('NOT_FOUND');
    this.governing.demand(actor, this.scopes.communityOf(row.grid_id).id);
    return row;
  }
}
