/** Takes an import back, last row first: what nobody has used or changed since goes, everything else stays and says why. */
import { Injectable } from '@nestjs/common';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import { isOfPeople, isOfUnits, type PlaceSheet } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { stateOfBuilding } from './apply-imports';
import { ImportRecords, type RowRecord } from './import-records';
import { stateOfHousehold, stateOfResident } from './known-register';
import { RegisterUses } from './register-uses';
import { UndoPeople } from './undo-people';
import { UnitSheets } from './unit-sheets';

const BATCH = 500;

/** What a row made or changed, as it is now. */
interface Standing {
  id: string;
  /** Null for what may go. */
  keptBecause: KeptBecause | null;
  state: string;
}

/** Why it may not go: its use comes before a change, since that is what people will ask about. */
const reason = ({ keptBecause, state }: Standing, row: RowRecord): KeptBecause | null =>
  keptBecause ?? (state === row.state_hash ? null : 'CHANGED_SINCE');

@Injectable()
export class UndoImports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly records: ImportRecords,
    private readonly uses: RegisterUses,
    private readonly people: UndoPeople,
    private readonly units: UnitSheets,
  ) {}

  /** Goes on where a run broke off. */
  async undo(fence: Fence, id: string): Promise<void> {
    while (await this.uow.run((tx) => this.batch(tx, fence, id)));
  }

  /** False when nothing was left to do. */
  private async batch(tx: EntityManager, fence: Fence, id: string): Promise<boolean> {
    await fence.hold(tx);
    const record = await this.records.lock(tx, id);
    if (record?.state !== 'undoing') return false;
    const [last] = await this.records.rows(tx, id, "outcome = 'done' ORDER BY n DESC LIMIT 1");
    if (!last) {
      await this.records.move(tx, id, ['undoing'], 'undone', 'ended_at = NOW(3)');
      return false;
    }
    const { sheet } = last;
    const condition = `outcome = 'done' AND sheet = ? ORDER BY n DESC LIMIT ${BATCH}`;
    const found = await this.records.rows(tx, id, condition, [sheet]);
    const written = await (isOfPeople(sheet)
      ? this.people.takeBack(tx, { ...record, traceId: fence.traceId }, sheet, found)
      : isOfUnits(sheet)
        ? this.units.get().takeBack(tx, record, sheet, found)
        : this.takePlacesBack(tx, sheet, found));
    await this.records.write(tx, id, written);
    const kept = written.filter((row) => row.outcome === 'kept').length;
    const sql = 'UPDATE register_import SET done = done + ?, kept = kept + ? WHERE id = ?';
    await change(tx, sql, [written.length, kept, id]);
    return true;
  }

  private async takePlacesBack(
    tx: EntityManager,
    sheet: PlaceSheet,
    found: readonly RowRecord[],
  ): Promise<RowRecord[]> {
    const ids = found.flatMap((row) => row.subject_id ?? []);
    const standing = new Map((await this[sheet](tx, ids, found)).map((one) => [one.id, one]));
    const written = found.map((row): RowRecord => {
      const one = standing.get(row.subject_id ?? '');
      const because = one ? reason(one, row) : null;
      return { ...row, outcome: because ? 'kept' : 'undone', kept_because: because };
    });
    await this.takeBack(
      tx,
      written.filter((row) => row.outcome === 'undone' && standing.has(row.subject_id ?? '')),
    );
    return written;
  }

  private async takeBack(tx: EntityManager, free: readonly RowRecord[]): Promise<void> {
    const [sheet] = free.map((row) => row.sheet);
    const made = free.filter((row) => row.before_enc === null).flatMap((row) => row.subject_id ?? []);
    if (sheet && made.length > 0) await change(tx, `DELETE FROM ${sheet} WHERE id IN (?)`, [made]);
    for (const { sheet: of, before_enc: before, subject_id: id } of free) {
      if (!before || !id) continue;
      const columns = JSON.parse(this.cipher.open(before)) as Record<string, string | number | null>;
      if (of === 'household')
        await change(tx, 'UPDATE household SET needs_care = ? WHERE id = ?', [columns.needs_care ?? 0, id]);
      if (of === 'resident') await this.restorePhone(tx, id, columns);
    }
  }

  /** To the very bytes that were there. */
  private async restorePhone(
    tx: EntityManager,
    id: string,
    { phone_enc: phone, phone_idx: index = null, phone_tail: tail = null }: Record<string, string | number | null>,
  ): Promise<void> {
    const sealed = typeof phone === 'string' ? Buffer.from(phone, 'base64') : null;
    const sql = 'UPDATE resident SET phone_enc = ?, phone_idx = ?, phone_tail = ? WHERE id = ?';
    await change(tx, sql, [sealed, index, tail, id]);
  }

  // What follows is named by its sheet, and asked by that name.

  private async building(tx: EntityManager, ids: readonly string[]): Promise<Standing[]> {
    const found = await rows<{ id: string; grid_id: string; name: string; doors: number }>(
      tx,
      `SELECT b.id, b.grid_id, b.name, EXISTS (SELECT 1 FROM household h WHERE h.building_id = b.id) AS doors
       FROM building b WHERE b.id IN (?) FOR UPDATE`,
      [[...ids]],
    );
    return found.map(({ id, grid_id, name, doors }) => {
      return { id, keptBecause: doors === 1 ? 'HAS_DOORS' : null, state: stateOfBuilding(grid_id, name) };
    });
  }

  /** A household whose care was changed may be in use: what it was before comes back all the same. */
  private async household(
    tx: EntityManager,
    ids: readonly string[],
    records: readonly RowRecord[],
  ): Promise<Standing[]> {
    const found = await rows<{ id: string; needs_care: number }>(
      tx,
      'SELECT id, needs_care FROM household WHERE id IN (?) ORDER BY id FOR UPDATE',
      [[...ids]],
    );
    const uses = await this.uses.find(tx, { householdIds: ids, residentIds: [] });
    const people = await rows<{ id: string }>(
      tx,
      'SELECT DISTINCT household_id AS id FROM resident WHERE household_id IN (?)',
      [[...ids]],
    );
    const lived = new Set(people.map(({ id }) => id));
    const made = new Set(records.filter((row) => row.before_enc === null).map((row) => row.subject_id));
    return found.map(({ id, needs_care }): Standing => {
      const used = uses.get(id) ?? (lived.has(id) ? 'HAS_PEOPLE' : null);
      return { id, keptBecause: made.has(id) ? used : null, state: stateOfHousehold(needs_care === 1) };
    });
  }

  private async resident(
    tx: EntityManager,
    ids: readonly string[],
    records: readonly RowRecord[],
  ): Promise<Standing[]> {
    const found = await rows<ResidentRow>(
      tx,
      `SELECT r.id, r.household_id, r.person_id, r.name_enc, r.phone_enc
       FROM resident r JOIN household h ON h.id = r.household_id WHERE r.id IN (?) ORDER BY r.id FOR UPDATE`,
      [[...ids]],
    );
    const householdIds = [...new Set(found.map((row) => row.household_id))];
    const uses = await this.uses.find(tx, { householdIds, residentIds: ids });
    const made = new Set(records.filter((row) => row.before_enc === null).map((row) => row.subject_id));
    return found.map((row): Standing => {
      const used = made.has(row.id) ? (uses.get(row.id) ?? null) : null;
      const keptBecause = row.person_id === null ? used : 'IS_BOUND';
      return { id: row.id, keptBecause, state: stateOfResident(row.name_enc, row.phone_enc) };
    });
  }
}

interface ResidentRow {
  id: string;
  household_id: string;
  person_id: string | null;
  name_enc: Buffer;
  phone_enc: Buffer | null;
}
