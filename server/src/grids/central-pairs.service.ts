/** Which central household looks after which door: chosen, replaced and ended by those who keep the register there. */
import { Injectable } from '@nestjs/common';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import type { ChooseCentralHousehold } from '@sevengrid/shared/grids/requests';
import type { CentralCandidateList, LookedAfterView } from '@sevengrid/shared/grids/views';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CENTRAL, CentralHouseholds, TooManyHouseholds } from './central-households';
import { Residents } from './residents';

/** Whoever may write the register of households. */
const KEEPS: Permission = 'register.import';

interface Door {
  householdId: string;
  gridId: string;
}

@Injectable()
export class CentralPairsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly residents: Residents,
    private readonly central: CentralHouseholds,
    private readonly audit: AuditLog,
  ) {}

  candidates(actor: Actor, householdId: string): Promise<CentralCandidateList> {
    return this.uow.read(async (tx) => {
      const { gridId } = await this.door(tx, actor, householdId);
      const living = await rows<{ person_id: string | null }>(
        tx,
        'SELECT person_id FROM resident WHERE household_id = ?',
        [householdId],
      );
      const ids = (await this.people.inRole(tx, CENTRAL, gridId)).filter(
        (id) => !living.some(({ person_id: own }) => own === id),
      );
      const [names, counts] = [await this.people.displayNames(tx, ids), await this.central.counts(tx, ids)];
      const items = ids.map((personId) => {
        return { personId, displayName: names.get(personId) ?? '', households: counts.get(personId) ?? 0 };
      });
      return { items: items.sort((a, b) => a.households - b.households) };
    });
  }

  async pair(actor: Actor, key: string, householdId: string, body: ChooseCentralHousehold): Promise<LookedAfterView> {
    const { personId } = body;
    const fingerprint = inputFingerprint({ householdId, body });
    await this.uow.once({ actor, key, operation: centralRoutes.pair.name, fingerprint }, async (tx) => {
      const door = await this.door(tx, actor, householdId, 'FOR UPDATE');
      await this.demandCandidate(tx, personId, door);
      await this.central.end(tx, householdId, personId);
      const begun = await this.central.assign(tx, personId, householdId).catch((error: unknown) => {
        if (error instanceof TooManyHouseholds) return fail('CENTRAL_FULL');
        throw error;
      });
      if (begun) await this.note(tx, actor, 'central.paired', door, { person: personId });
      return { id: householdId };
    });
    return this.view(householdId);
  }

  async part(actor: Actor, key: string, householdId: string): Promise<LookedAfterView> {
    const fingerprint = inputFingerprint({ householdId });
    await this.uow.once({ actor, key, operation: centralRoutes.part.name, fingerprint }, async (tx) => {
      const door = await this.door(tx, actor, householdId, 'FOR UPDATE');
      if ((await this.central.end(tx, householdId)) > 0) await this.note(tx, actor, 'central.parted', door);
      return { id: householdId };
    });
    return this.view(householdId);
  }

  private view(householdId: string): Promise<LookedAfterView> {
    return this.uow.read(async (tx) => ({ centralHousehold: await this.central.of(tx, householdId) }));
  }

  /** Locked, it stays, and those who choose for it follow one another. @throws NOT_FOUND, NOT_ALLOWED */
  private async door(
    tx: EntityManager,
    actor: Actor,
    householdId: string,
    lock: 'FOR UPDATE' | '' = '',
  ): Promise<Door> {
    const row = await one<{ grid_id: string }>(tx, `SELECT grid_id FROM household WHERE id = ? ${lock}`, [householdId]);
    const path = row ? this.scopes.pathOf(row.grid_id) : [];
    if (row && actor.may(KEEPS, path)) return { householdId, gridId: row.grid_id };
    return fail(row && actor.may('household.read', path) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  }

  /** @throws CENTRAL_PERSON_UNKNOWN, CENTRAL_OWN_DOOR */
  private async demandCandidate(tx: EntityManager, personId: string, { householdId, gridId }: Door): Promise<void> {
    const fields = [{ field: 'body.personId', rules: ['isIn'] }];
    // Whoever ends the role waits here, or has ended it.
    await one(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [personId]);
    const holders = await this.people.inRole(tx, CENTRAL, gridId);
    if (!holders.includes(personId)) fail('CENTRAL_PERSON_UNKNOWN', { fields });
    if (await this.residents.isBound(tx, personId, householdId)) fail('CENTRAL_OWN_DOOR', { fields });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { householdId: id, gridId: scopeId }: Door,
    detail = {},
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'household', id }, scopeId, detail });
  }
}
