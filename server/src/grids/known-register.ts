/** What the register holds of a community, in memory, found as people name it: to judge rows of a spreadsheet against. */
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { sha256 } from '../platform/database/fingerprint';
import { rows } from '../platform/database/sql';
import { nameKey, placeKey } from './register-text';

/** Where a row of the file stands behind what is known, its number; `wrong` when that row cannot be taken over. */
interface FromFile {
  row?: number;
  wrong?: boolean;
}

export interface KnownBuilding extends FromFile {
  /** Null while it is only planned. */
  id: string | null;
  gridId: string;
}

export interface KnownHousehold extends FromFile {
  id: string | null;
  needsCare: boolean;
  /** By key of the name. */
  people: Map<string, KnownResident[]>;
}

export interface KnownResident extends FromFile {
  id: string | null;
  name: string;
  phone: string;
  bound: boolean;
  /** Of the sealed columns, see {@link stateOfResident}. */
  state: string | null;
}

interface ResidentRow {
  id: string;
  household_id: string;
  person_id: string | null;
  name_enc: Buffer;
  phone_enc: Buffer | null;
}

/** Changes with every change of the row, since what is sealed twice is never the same. */
export const stateOfResident = (name: Buffer, phone: Buffer | null): string =>
  sha256(name, Buffer.from([0]), phone ?? Buffer.alloc(0));

export const stateOfHousehold = (needsCare: boolean): string => sha256(`care:${needsCare}`);

const doorKey = (building: string, door: string): string => `${placeKey(building)}\n${placeKey(door)}`;

export class KnownRegister {
  private readonly buildings = new Map<string, KnownBuilding[]>();
  private readonly households = new Map<string, KnownHousehold>();

  /** Buildings of that name: none, one, or several that nobody can tell apart. */
  buildingsNamed(name: string): KnownBuilding[] {
    return this.buildings.get(placeKey(name)) ?? [];
  }

  household(building: string, door: string): KnownHousehold | undefined {
    return this.households.get(doorKey(building, door));
  }

  addBuilding(name: string, building: KnownBuilding): void {
    const key = placeKey(name);
    this.buildings.set(key, [...(this.buildings.get(key) ?? []), building]);
  }

  addHousehold(building: string, door: string, household: KnownHousehold): void {
    this.households.set(doorKey(building, door), household);
  }

  addResident(household: KnownHousehold, resident: KnownResident): void {
    const key = nameKey(resident.name);
    household.people.set(key, [...(household.people.get(key) ?? []), resident]);
  }

  /** @param only doors that matter, as building and door; all of the grids' without it */
  static async load(
    tx: EntityManager,
    cipher: FieldCipher,
    gridIds: readonly string[],
    only?: readonly { building: string; door: string }[],
  ): Promise<KnownRegister> {
    const known = new KnownRegister();
    if (gridIds.length === 0) return known;
    const named = await rows<{ id: string; grid_id: string; name: string }>(
      tx,
      'SELECT id, grid_id, name FROM building WHERE grid_id IN (?) ORDER BY id',
      [gridIds],
    );
    for (const { id, grid_id: gridId, name } of named) known.addBuilding(name, { id, gridId });
    const wanted = only && new Set(only.map(({ building, door }) => doorKey(building, door)));
    const near = only && new Set(only.map(({ building }) => placeKey(building)));
    const inside = named.filter(({ name }) => !near || near.has(placeKey(name)));
    await known.loadHouseholds(tx, cipher, inside, wanted);
    return known;
  }

  private async loadHouseholds(
    tx: EntityManager,
    cipher: FieldCipher,
    buildings: readonly { id: string; name: string }[],
    wanted: ReadonlySet<string> | undefined,
  ): Promise<void> {
    if (buildings.length === 0) return;
    const names = new Map(buildings.map(({ id, name }) => [id, name]));
    const found = await rows<{ id: string; building_id: string; door: string; needs_care: number }>(
      tx,
      'SELECT id, building_id, door, needs_care FROM household WHERE building_id IN (?) ORDER BY id',
      [[...names.keys()]],
    );
    const byId = new Map<string, KnownHousehold>();
    for (const row of found) {
      const building = names.get(row.building_id) ?? '';
      if (wanted && !wanted.has(doorKey(building, row.door))) continue;
      const household = { id: row.id, needsCare: row.needs_care === 1, people: new Map<string, KnownResident[]>() };
      this.addHousehold(building, row.door, household);
      byId.set(row.id, household);
    }
    await this.loadResidents(tx, cipher, byId, [...names.keys()]);
  }

  private async loadResidents(
    tx: EntityManager,
    cipher: FieldCipher,
    households: ReadonlyMap<string, KnownHousehold>,
    buildingIds: readonly string[],
  ): Promise<void> {
    const found = await rows<ResidentRow>(
      tx,
      `SELECT r.id, r.household_id, r.person_id, r.name_enc, r.phone_enc FROM resident r
       JOIN household h ON h.id = r.household_id WHERE h.building_id IN (?) ORDER BY r.id`,
      [buildingIds],
    );
    for (const row of found) {
      const household = households.get(row.household_id);
      if (!household) continue;
      this.addResident(household, {
        id: row.id,
        name: cipher.open(row.name_enc),
        phone: row.phone_enc ? cipher.open(row.phone_enc) : '',
        bound: row.person_id !== null,
        state: stateOfResident(row.name_enc, row.phone_enc),
      });
    }
  }
}
