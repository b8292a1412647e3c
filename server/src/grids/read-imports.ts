/** Reads what was handed in and judges every row of it against the register: nothing but the import's own rows is written. */
import { Injectable } from '@nestjs/common';
import type { FaultCode } from '@sevengrid/shared/faults';
import type { SheetCountsView } from '@sevengrid/shared/grids/imports.views';
import { SHEETS, isOfPeople, isOfUnits } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { Governing } from '../identity/governing';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Fault } from '../platform/http/fail';
import type { Fence } from '../platform/jobs/leases';
import { readWorkbook } from '../platform/spreadsheets/read-workbook';
import { ImportRecords, type RowRecord } from './import-records';
import { PeopleJudge } from './judge-people';
import { RowJudge, type Judged, type NamedGrid } from './judge-rows';
import { KnownAccounts, type Importer } from './known-accounts';
import { KnownRegister } from './known-register';
import { isOfRegister, registerRows, type RegisterRow } from './read-register';
import { UnitSheets } from './unit-sheets';

const BATCH = 1000;
/** A file that the server died of so often is let go. */
const TRIES = 3;

type JudgedRow = RegisterRow & { judged: Judged };

interface Begun {
  communityId: string;
  /** Whoever handed it in. */
  by: string;
  bytes: Buffer;
}

@Injectable()
export class ReadImports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly records: ImportRecords,
    private readonly units: UnitSheets,
  ) {}

  /** Begins anew where a run broke off. */
  async read(fence: Fence, id: string): Promise<void> {
    const begun = await this.uow.run((tx) => this.begin(tx, fence, id));
    if (!begun) return;
    let found: RegisterRow[];
    try {
      found = registerRows(await readWorkbook(begun.bytes, isOfRegister));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return this.uow.run((tx) => this.refuse(tx, fence, id, error.code));
    }
    const judged = await this.judge(begun, found);
    for (let from = 0; from < judged.length; from += BATCH) if (!(await this.keep(fence, id, judged, from))) return;
    await this.uow.run((tx) => this.finish(tx, fence, id, judged));
  }

  /** The grids of a community, by every name that a clerk may write. */
  async grids(tx: EntityManager, communityId: string): Promise<NamedGrid[]> {
    await this.scopes.refresh(tx);
    return this.scopes.gridsAmong(this.scopes.withDescendants(communityId)).map((id) => {
      const scope = this.scopes.view(id);
      return { id, names: [scope?.name ?? '', scope?.nameBo ?? ''].filter((name) => name !== '') };
    });
  }

  /** Where an import of people is judged, and with whose right. */
  async importer(
    tx: EntityManager,
    personId: string,
    communityId: string,
    grids: readonly NamedGrid[],
  ): Promise<Importer> {
    const reach = await this.governing.reachOf(tx, personId);
    return { personId, reach, communityId, gridIds: grids.map(({ id }) => id) };
  }

  private async begin(tx: EntityManager, fence: Fence, id: string): Promise<Begun | null> {
    await fence.hold(tx);
    const record = await this.records.lock(tx, id);
    if (record?.state !== 'reading') return null;
    if (record.tries >= TRIES) {
      await this.refuse(tx, fence, id, 'SPREADSHEET_BROKEN');
      return null;
    }
    await change(tx, 'UPDATE register_import SET tries = tries + 1, done = 0 WHERE id = ?', [id]);
    await change(tx, 'DELETE FROM register_import_row WHERE import_id = ?', [id]);
    const { community_id: communityId, uploaded_by: by } = record;
    return { communityId, by, bytes: await this.records.file(tx, id) };
  }

  private judge({ communityId, by }: Begun, found: readonly RegisterRow[]): Promise<JudgedRow[]> {
    return this.uow.read(async (tx) => {
      const grids = await this.grids(tx, communityId);
      const importer = await this.importer(tx, by, communityId, grids);
      const places = new RowJudge(await KnownRegister.load(tx, this.cipher, importer.gridIds), grids);
      const accounts = found.map(({ values }) => values.account ?? '');
      const people = new PeopleJudge(await KnownAccounts.load(tx, importer, accounts), places, importer);
      const units = await this.units.get().judge(tx, communityId, found);
      return found.map((row) => {
        const judge = isOfUnits(row.sheet) ? units : isOfPeople(row.sheet) ? people : places;
        return { ...row, judged: judge.judge(row) };
      });
    });
  }

  /** False when somebody dropped the import meanwhile. */
  private keep(fence: Fence, id: string, judged: readonly JudgedRow[], from: number): Promise<boolean> {
    const batch = judged.slice(from, from + BATCH);
    return this.uow.run(async (tx) => {
      await fence.hold(tx);
      const sql = "UPDATE register_import SET done = ?, total = ? WHERE id = ? AND state = 'reading'";
      if ((await change(tx, sql, [from + batch.length, judged.length, id])) === 0) return false;
      await this.records.write(
        tx,
        id,
        batch.map((row, i) => this.record(row, from + i)),
      );
      return true;
    });
  }

  private record({ judged, ...row }: JudgedRow, n: number): RowRecord {
    const waits = judged.verdict === 'new' || judged.verdict === 'changed';
    return {
      ...{ n, sheet: row.sheet, row_no: row.row, verdict: judged.verdict, outcome: waits ? null : 'idle' },
      ...{ problems: judged.problems.length > 0 ? judged.problems : null, kept_because: null },
      // What stays as it is need not be kept.
      cells_enc: judged.verdict === 'same' ? null : this.records.sealCells(row),
      ...{ subject_id: judged.subjectId, state_hash: judged.state, before_enc: null },
    };
  }

  private async finish(tx: EntityManager, fence: Fence, id: string, judged: readonly JudgedRow[]): Promise<void> {
    await fence.hold(tx);
    if (!(await this.records.move(tx, id, ['reading'], 'ready'))) return;
    await change(tx, 'UPDATE register_import SET counts = ? WHERE id = ?', [JSON.stringify(countsOf(judged)), id]);
    await this.records.dropFile(tx, id);
  }

  private async refuse(tx: EntityManager, fence: Fence, id: string, code: FaultCode): Promise<void> {
    await fence.hold(tx);
    if (!(await this.records.move(tx, id, ['reading'], 'refused'))) return;
    await change(tx, 'UPDATE register_import SET refused = ? WHERE id = ?', [code, id]);
    await this.records.dropRows(tx, id);
  }
}

function countsOf(judged: readonly JudgedRow[]): SheetCountsView[] {
  return SHEETS.map((sheet) => {
    const counts: SheetCountsView = { sheet, new: 0, changed: 0, same: 0, wrong: 0, held: 0 };
    for (const row of judged) if (row.sheet === sheet) counts[row.judged.verdict] += 1;
    return counts;
  });
}
