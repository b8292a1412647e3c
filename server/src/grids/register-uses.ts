/** Who has come to need a household or a resident since: domains to the right say it, so that nothing is taken from under them. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';

export interface UseSubjects {
  /** Never empty. */
  householdIds: readonly string[];
  /** Who live in those; none where only households are asked about. */
  residentIds: readonly string[];
}

export interface RegisterUse {
  id: string;
  because: KeptBecause;
}

export type LookForUses = (tx: EntityManager, subjects: UseSubjects) => Promise<RegisterUse[]>;

const AT_HOME: readonly { because: KeptBecause; table: string }[] = [
  { because: 'HAS_BINDING', table: 'binding' },
  { because: 'IS_SERVED', table: 'central_service' },
];

@Injectable()
export class RegisterUses implements OnModuleInit {
  private readonly looks: LookForUses[] = [];

  onModuleInit(): void {
    this.register(ofGrids);
  }

  register(look: LookForUses): void {
    this.looks.push(look);
  }

  /** The first use found of each that is used. */
  async find(tx: EntityManager, subjects: UseSubjects): Promise<Map<string, KeptBecause>> {
    const found = new Map<string, KeptBecause>();
    if (subjects.householdIds.length === 0) return found;
    for (const look of this.looks)
      for (const { id, because } of await look(tx, subjects)) if (!found.has(id)) found.set(id, because);
    return found;
  }
}

async function ofGrids(tx: EntityManager, { householdIds, residentIds }: UseSubjects): Promise<RegisterUse[]> {
  const uses: RegisterUse[] = [];
  for (const { because, table } of AT_HOME) {
    const sql = `SELECT DISTINCT household_id AS id FROM ${table} WHERE household_id IN (?)`;
    const found = await rows<{ id: string }>(tx, sql, [householdIds]);
    uses.push(...found.map(({ id }) => ({ id, because })));
  }
  if (residentIds.length === 0) return uses;
  const bound = await rows<{ id: string }>(
    tx,
    'SELECT DISTINCT resident_id AS id FROM binding WHERE household_id IN (?) AND resident_id IN (?)',
    [householdIds, residentIds],
  );
  return [...uses, ...bound.map(({ id }): RegisterUse => ({ id, because: 'HAS_BINDING' }))];
}
