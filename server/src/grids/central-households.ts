/** Central households: a resident member who looks after up to twenty neighbours' doors, never more. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MOST_SERVED } from '@sevengrid/shared/grids/central-households';
import type { CentralHouseholdView } from '@sevengrid/shared/grids/views';
import type { Role } from '@sevengrid/shared/identity/roles';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { RoleEnds, type EndedRole } from '../identity/role-ends';
import { Scopes } from '../identity/scopes';
import { TODAY, runsToday } from '../identity/today';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';

export const CENTRAL: Role = 'central_household';

/** Each `central_service cs` with the household it is for, and the scope whose days count. */
export const SERVICE =
  'central_service cs JOIN household h ON h.id = cs.household_id JOIN scope sc ON sc.id = h.grid_id';

/** Of {@link SERVICE}: is not over. */
export const SERVICE_RUNS = `(cs.ends_on IS NULL OR (cs.ends_on >= cs.starts_on AND cs.ends_on >= ${TODAY}))`;

/** The twenty-first household. */
export class TooManyHouseholds extends Error {
  constructor(readonly personId: string) {
    super(`a central household looks after ${MOST_SERVED} households at most`);
  }
}

@Injectable()
export class CentralHouseholds implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly scopes: Scopes,
    private readonly ends: RoleEnds,
  ) {}

  onModuleInit(): void {
    this.ends.register((tx, ended) => (ended.role === CENTRAL ? this.endAll(tx, ended) : Promise.resolve()));
  }

  /**
   * From today the person looks after the household; nothing happens, and null is answered, when it is so already.
   * @throws {TooManyHouseholds} at the twenty-first
   */
  async assign(tx: EntityManager, personId: string, householdId: string): Promise<string | null> {
    // The count below holds because everybody who adds to it waits here.
    await one(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [personId]);
    const held = await one<{ n: number; this_one: number | null }>(
      tx,
      `SELECT COUNT(*) AS n, SUM(cs.household_id = ?) AS this_one FROM ${SERVICE}
       WHERE cs.person_id = ? AND ${SERVICE_RUNS}`,
      [householdId, personId],
    );
    if (Number(held?.this_one) > 0) return null;
    if ((held?.n ?? 0) >= MOST_SERVED) throw new TooManyHouseholds(personId);
    const id = newId();
    await change(
      tx,
      `INSERT INTO central_service (id, person_id, household_id, starts_on, ends_on)
       SELECT ?, ?, h.id, ${TODAY}, NULL FROM household h JOIN scope sc ON sc.id = h.grid_id WHERE h.id = ?`,
      [id, personId, householdId],
    );
    return id;
  }

  /** From today nobody looks after the household, but for `besides`; answers how many did. */
  end(tx: EntityManager, householdId: string, besides: string | null = null): Promise<number> {
    return change(
      tx,
      `UPDATE ${SERVICE} SET cs.ends_on = ${TODAY} - INTERVAL 1 DAY
       WHERE cs.household_id = ? AND NOT (cs.person_id <=> ?) AND ${SERVICE_RUNS}`,
      [householdId, besides],
    );
  }

  /** After the last day the person looks after no household in the scope. */
  async endAll(tx: EntityManager, { personId, scopeId, lastDay }: Omit<EndedRole, 'role'>): Promise<void> {
    await change(
      tx,
      `UPDATE ${SERVICE} SET cs.ends_on = ?
       WHERE cs.person_id = ? AND h.grid_id IN (?) AND ${SERVICE_RUNS} AND (cs.ends_on IS NULL OR cs.ends_on > ?)`,
      [lastDay, personId, this.scopes.withDescendants(scopeId), lastDay],
    );
  }

  /** Whoever looks after the household today. */
  async of(tx: EntityManager, householdId: string): Promise<CentralHouseholdView | null> {
    const row = await one<{ person_id: string }>(
      tx,
      `SELECT cs.person_id FROM ${SERVICE} WHERE cs.household_id = ? AND ${runsToday('cs')}
       ORDER BY cs.starts_on DESC, cs.id LIMIT 1`,
      [householdId],
    );
    if (!row) return null;
    const names = await this.people.displayNames(tx, [row.person_id]);
    return { personId: row.person_id, displayName: names.get(row.person_id) ?? '' };
  }

  /** How many households each of them looks after; those who look after none are left out. */
  async counts(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, number>> {
    if (personIds.length === 0) return new Map();
    const found = await rows<{ person_id: string; n: number }>(
      tx,
      `SELECT cs.person_id, COUNT(*) AS n FROM ${SERVICE} WHERE cs.person_id IN (?) AND ${SERVICE_RUNS}
       GROUP BY cs.person_id`,
      [[...personIds]],
    );
    return new Map(found.map(({ person_id, n }) => [person_id, Number(n)]));
  }
}
