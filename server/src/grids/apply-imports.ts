/** Takes the good rows of an import over, batch by batch: each is judged once more, against the register as it is by then. */
import { Injectable } from '@nestjs/common';
import { YES, isOfPeople, isOfUnits, type PlaceSheet, type SheetKind } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, insertMany, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Fence } from '../platform/jobs/leases';
import { ApplyPeople } from './apply-people';
import { ImportRecords, type ImportRecord, type ImportUnderWay, type RowRecord } from './import-records';
import { RowJudge } from './judge-rows';
import { KnownRegister, stateOfHousehold, stateOfResident } from './known-register';
import { ReadImports } from './read-imports';
import type { RegisterRow } from './read-register';
import { IDLE, OVERTAKEN, passedOver, type Done, type Waiting } from './rows-taken-over';
import { UnitSheets } from './unit-sheets';

const BATCH = 500;

const DOOR_TAKEN = passedOver('DOOR_TAKEN', 'door');

export const stateOfBuilding = (gridId: string, name: string): string => sha256(`building:${gridId}:${name}`);

@Injectable()
export class ApplyImports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly records: ImportRecords,
    private readonly reader: ReadImports,
    private readonly people: ApplyPeople,
    private readonly units: UnitSheets,
  ) {}

  /** Goes on where a run broke off. */
  async apply(fence: Fence, id: string): Promise<void> {
    while (await this.uow.run((tx) => this.batch(tx, fence, id)));
  }

  /** False when nothing was left to do. */
  private async batch(tx: EntityManager, fence: Fence, id: string): Promise<boolean> {
    await fence.hold(tx);
    const record = await this.records.lock(tx, id);
    if (record?.state !== 'applying') return false;
    const [next] = await this.records.rows(tx, id, 'outcome IS NULL ORDER BY n LIMIT 1');
    if (!next) {
      await this.records.move(tx, id, ['applying'], 'applied', 'applied_at = NOW(3)');
      return false;
    }
    const condition = `outcome IS NULL AND sheet = ? ORDER BY n LIMIT ${BATCH}`;
    const waiting = await this.records.rows(tx, id, condition, [next.sheet]);
    const done = await this.rowsOf(tx, { ...record, traceId: fence.traceId }, next.sheet, waiting);
    const written = waiting.map((row, i): RowRecord => {
      const of = done[i] ?? IDLE;
      return { ...row, ...of, cells_enc: of.outcome === 'skipped' ? row.cells_enc : null };
    });
    await this.records.write(tx, id, written);
    const skipped = written.filter((row) => row.outcome === 'skipped').length;
    await change(tx, 'UPDATE register_import SET done = done + ?, skipped = skipped + ? WHERE id = ?', [
      ...[written.length, skipped, id],
    ]);
    return true;
  }

  /** In the order of `records`, all of which are of one sheet. */
  private rowsOf(
    tx: EntityManager,
    record: ImportUnderWay,
    sheet: SheetKind,
    records: readonly RowRecord[],
  ): Promise<Done[]> {
    if (isOfPeople(sheet)) return this.people.takeOver(tx, record, sheet, records);
    if (!isOfUnits(sheet)) return this.takeOver(tx, record, sheet, records);
    const made = records.map((row) => ({
      ...{ id: newId(record.uploaded_at.getTime() + row.n), record: row, row: this.records.asRead(row) },
    }));
    return this.units.get().takeOver(tx, record, sheet, made);
  }

  private async takeOver(
    tx: EntityManager,
    { community_id: communityId, uploaded_at: since }: ImportRecord,
    sheet: PlaceSheet,
    records: readonly RowRecord[],
  ): Promise<Done[]> {
    const read = records.map((record) => this.records.asRead(record));
    const doors = read.map(({ values: { building = '', door = '' } }) => ({ building, door }));
    const grids = await this.reader.grids(tx, communityId);
    const gridIds = grids.map(({ id }) => id);
    const known = await KnownRegister.load(tx, this.cipher, gridIds, sheet === 'building' ? [] : doors);
    // Found before the judge adds what the rows themselves would make.
    const places = read.map(({ values: { building = '', door = '' } }) => ({
      building: known.buildingsNamed(building)[0],
      household: known.household(building, door),
    }));
    const judge = new RowJudge(known, grids);
    const all = records.map((record, i): Waiting => {
      const row = read[i] as RegisterRow;
      return { id: newId(since.getTime() + record.n), record, row, now: judge.judge(row) };
    });
    if (sheet === 'building') return this.buildings(tx, all, judge);
    if (sheet === 'household')
      return this.households(
        tx,
        all,
        places.map(({ building }) => building),
      );
    return this.residents(
      tx,
      all,
      places.map(({ household }) => household?.id ?? null),
    );
  }

  private async buildings(tx: EntityManager, all: readonly Waiting[], judge: RowJudge): Promise<Done[]> {
    const made: [string, string, string][] = [];
    const done = all.map(({ id, row, now }): Done => {
      const { grid = '', building = '' } = row.values;
      const gridId = judge.gridNamed(grid);
      if (now.verdict !== 'new' || gridId === undefined) return now.verdict === 'same' ? IDLE : OVERTAKEN;
      made.push([id, gridId, building]);
      return { outcome: 'done', subject_id: id, state_hash: stateOfBuilding(gridId, building) };
    });
    await insertMany(tx, 'INSERT INTO building (id, grid_id, name)', made);
    return done;
  }

  private async households(
    tx: EntityManager,
    all: readonly Waiting[],
    buildings: readonly ({ id: string | null; gridId: string } | undefined)[],
  ): Promise<Done[]> {
    const made: [string, string, string, string, boolean][] = [];
    const done: Done[] = [];
    for (const [i, waiting] of all.entries()) {
      const { door = '', care = '' } = waiting.row.values;
      const building = buildings[i];
      if (meets(waiting, 'new') && building?.id) {
        const { id } = waiting;
        made.push([id, building.id, building.gridId, door, care === YES.zh]);
        done.push({ outcome: 'done', subject_id: id, state_hash: stateOfHousehold(care === YES.zh) });
      } else if (meets(waiting, 'changed')) done.push(await this.changeCare(tx, waiting, care === YES.zh));
      else done.push(waiting.now.verdict === 'same' ? IDLE : OVERTAKEN);
    }
    // IGNORE passes over a door that the database takes for another's, such as É for E; the row says so.
    await insertMany(tx, 'INSERT IGNORE INTO household (id, building_id, grid_id, door, needs_care)', made);
    const there = await idsIn(
      tx,
      'household',
      made.map(([id]) => id),
    );
    return done.map((of) =>
      of.outcome === 'done' && !there.has(of.subject_id ?? '') && !of.before_enc ? DOOR_TAKEN : of,
    );
  }

  private async changeCare(tx: EntityManager, { record }: Waiting, needsCare: boolean): Promise<Done> {
    const id = record.subject_id ?? '';
    await change(tx, 'UPDATE household SET needs_care = ? WHERE id = ?', [needsCare, id]);
    const before = this.cipher.seal(JSON.stringify({ needs_care: needsCare ? 0 : 1 }));
    return { outcome: 'done', state_hash: stateOfHousehold(needsCare), before_enc: before };
  }

  private async residents(
    tx: EntityManager,
    all: readonly Waiting[],
    householdIds: readonly (string | null)[],
  ): Promise<Done[]> {
    const made: (string | Buffer | null)[][] = [];
    const done: Done[] = [];
    for (const [i, waiting] of all.entries()) {
      const { name = '', phone = '' } = waiting.row.values;
      const householdId = householdIds[i];
      if (meets(waiting, 'new') && householdId) {
        const [id, nameEnc, phoneCells] = [waiting.id, this.cipher.seal(name), this.phoneCells(phone)];
        made.push([id, householdId, nameEnc, ...phoneCells]);
        done.push({ outcome: 'done', subject_id: id, state_hash: stateOfResident(nameEnc, phoneCells[0]) });
      } else if (meets(waiting, 'changed')) done.push(await this.changePhone(tx, waiting.record, phone));
      else done.push(waiting.now.verdict === 'same' ? IDLE : OVERTAKEN);
    }
    await insertMany(tx, 'INSERT INTO resident (id, household_id, name_enc, phone_enc, phone_idx, phone_tail)', made);
    return done;
  }

  /** Only while the row is as it was judged, and nobody has bound a person to it. */
  private async changePhone(tx: EntityManager, record: RowRecord, phone: string): Promise<Done> {
    const id = record.subject_id ?? '';
    const [row] = await rows<ResidentColumns>(
      tx,
      'SELECT person_id, name_enc, phone_enc, phone_idx, phone_tail FROM resident WHERE id = ? FOR UPDATE',
      [id],
    );
    if (!row || row.person_id !== null || stateOfResident(row.name_enc, row.phone_enc) !== record.state_hash)
      return OVERTAKEN;
    const cells = this.phoneCells(phone);
    await change(tx, 'UPDATE resident SET phone_enc = ?, phone_idx = ?, phone_tail = ? WHERE id = ?', [...cells, id]);
    const { phone_enc: sealed, phone_idx, phone_tail } = row;
    const before = JSON.stringify({ phone_enc: sealed?.toString('base64') ?? null, phone_idx, phone_tail });
    return {
      outcome: 'done',
      state_hash: stateOfResident(row.name_enc, cells[0]),
      before_enc: this.cipher.seal(before),
    };
  }

  private phoneCells(phone: string): [Buffer | null, string | null, string | null] {
    if (phone === '') return [null, null, null];
    return [this.cipher.seal(phone), this.cipher.phoneIndex(phone), this.cipher.phoneTail(phone)];
  }
}

interface ResidentColumns {
  person_id: string | null;
  name_enc: Buffer;
  phone_enc: Buffer | null;
  phone_idx: string | null;
  phone_tail: string | null;
}

/** The row would still do what it was found to do, to what it was found to do it to. */
const meets = ({ record, now }: Waiting, verdict: 'new' | 'changed'): boolean =>
  record.verdict === verdict &&
  now.verdict === verdict &&
  now.subjectId === record.subject_id &&
  now.state === record.state_hash;

async function idsIn(tx: EntityManager, table: 'household', ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows<{ id: string }>(tx, `SELECT id FROM ${table} WHERE id IN (?)`, [[...ids]]);
  return new Set(found.map(({ id }) => id));
}
