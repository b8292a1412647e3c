/** What a clerk does with imports: hands one in, looks at it, applies, drops or takes it back; the job does the work. */
import { Injectable } from '@nestjs/common';
import type {
  ApplyImport,
  ImportQuery,
  ImportRowQuery,
  RowGroup,
  UploadImport,
} from '@sevengrid/shared/grids/imports.requests';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportPage, ImportRowPage, ImportView } from '@sevengrid/shared/grids/imports.views';
import { SHEETS_OF_PEOPLE } from '@sevengrid/shared/grids/register-sheets';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { Governing } from '../identity/governing';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint, sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { demandPackage } from '../platform/spreadsheets/package-parts';
import { ImportRecords, type ImportRecord } from './import-records';
import { UNDO_HOURS, importRowView, importView } from './imports.views';
import { RegisterKeepers } from './register-keepers';
import { UNDER_WAY, WorkOnImports } from './work-on-imports';

const UPLOADS_A_DAY = 50;

const GROUPS: Readonly<Record<RowGroup, string>> = {
  wrong: "verdict = 'wrong'",
  held: "verdict = 'held'",
  new: "verdict = 'new'",
  changed: "verdict = 'changed'",
  kept: "outcome = 'kept'",
};

@Injectable()
export class ImportsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keepers: RegisterKeepers,
    private readonly governing: Governing,
    private readonly people: People,
    private readonly records: ImportRecords,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
    private readonly work: WorkOnImports,
  ) {}

  async upload(actor: Actor, key: string, { name, communityId }: UploadImport, bytes: Buffer): Promise<ImportView> {
    const community = this.keepers.communityFor(actor, 'register.import', communityId);
    demandPackage(bytes);
    // Keyed, since the name of a file may be that of a person.
    const fingerprint = this.cipher.blindIndex('import', inputFingerprint({ name, communityId, file: sha256(bytes) }));
    const { id } = await this.uow.once({ actor, key, operation: importRoutes.upload.name, fingerprint }, async (tx) => {
      await this.demandNoneUnderWay(tx, community.id);
      await this.demandSeldom(tx, actor);
      const made = newId();
      await change(
        tx,
        `INSERT INTO register_import (id, community_id, state, name_enc, uploaded_by, uploaded_at)
         VALUES (?, ?, 'reading', ?, ?, NOW(3))`,
        [made, community.id, this.cipher.seal(name.trim()), actor.id],
      );
      await this.records.putFile(tx, made, bytes);
      await this.note(tx, actor, 'import.uploaded', { id: made, community_id: community.id });
      this.work.nudge(tx);
      return { id: made };
    });
    return this.one(actor, id);
  }

  page(actor: Actor, { communityId, cursor, limit = PAGE_SIZE }: ImportQuery): Promise<ImportPage> {
    const community = this.keepers.communityFor(actor, 'register.import', communityId);
    const params: SqlValue[] = [community.id];
    if (cursor) params.push(...decodeCursor(cursor, ['id']));
    const where = `community_id = ?${cursor ? ' AND id < ?' : ''} ORDER BY id DESC LIMIT ${limit + 1}`;
    return this.uow.read(async (tx) => {
      const found = await this.records.list(tx, where, params);
      const items = await this.views(tx, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  one(actor: Actor, id: string): Promise<ImportView> {
    return this.uow.read(async (tx) => {
      const [view] = await this.views(tx, [this.found(actor, await this.records.find(tx, id))]);
      return view ?? fail('NOT_FOUND');
    });
  }

  rows(actor: Actor, id: string, { group, cursor, limit = PAGE_SIZE }: ImportRowQuery): Promise<ImportRowPage> {
    return this.uow.read(async (tx) => {
      this.found(actor, await this.records.find(tx, id));
      const after = cursor ? decodeCursor(cursor, ['id', 'count'])[1] : -1;
      const condition = `${GROUPS[group]} AND n > ? ORDER BY n LIMIT ${limit + 1}`;
      const found = await this.records.rows(tx, id, condition, [after]);
      const items = found.slice(0, limit).map((row) => importRowView(row, this.records.cellsOf(row)));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([id, Number(last.id)]) : null };
    });
  }

  apply(actor: Actor, key: string, id: string, { skipWrong }: ApplyImport): Promise<ImportView> {
    return this.move(
      actor,
      key,
      { id, operation: importRoutes.apply.name, input: { id, skipWrong } },
      async (tx, record) => {
        await this.demandNoneUnderWay(tx, record.community_id);
        await this.demandRight(tx, actor, record, 'outcome IS NULL');
        const left = await one<{ wrong: number | null; waiting: number | null }>(
          tx,
          `SELECT SUM(verdict IN ('wrong', 'held')) AS wrong, SUM(outcome IS NULL) AS waiting
         FROM register_import_row WHERE import_id = ?`,
          [id],
        );
        if (!skipWrong && Number(left?.wrong) > 0 && record.state === 'ready') fail('IMPORT_HAS_WRONG_ROWS');
        const more = `done = 0, total = ${Number(left?.waiting)}, skipped = ${Number(left?.wrong)}`;
        if (!(await this.records.move(tx, id, ['ready'], 'applying', more))) fail('IMPORT_NOT_READY');
        await this.records.movedBy(tx, id, actor.id);
        return 'import.applied';
      },
    );
  }

  discard(actor: Actor, key: string, id: string): Promise<ImportView> {
    return this.move(actor, key, { id, operation: importRoutes.discard.name, input: { id } }, async (tx) => {
      const dropped = await this.records.move(tx, id, ['reading', 'ready'], 'discarded', 'ended_at = NOW(3)');
      if (!dropped) fail('IMPORT_NOT_READY');
      await this.records.dropRows(tx, id);
      return 'import.discarded';
    });
  }

  undo(actor: Actor, key: string, id: string): Promise<ImportView> {
    return this.move(actor, key, { id, operation: importRoutes.undo.name, input: { id } }, async (tx, record) => {
      await this.demandNoneUnderWay(tx, record.community_id);
      await this.demandRight(tx, actor, record, "outcome = 'done'");
      const took = await one<{ n: number }>(
        tx,
        `SELECT COUNT(*) AS n FROM register_import_row r JOIN register_import i ON i.id = r.import_id
         WHERE r.import_id = ? AND r.outcome = 'done' AND i.applied_at > NOW(3) - INTERVAL ${UNDO_HOURS} HOUR`,
        [id],
      );
      const more = `done = 0, total = ${took?.n ?? 0}, kept = 0`;
      if ((took?.n ?? 0) === 0 || !(await this.records.move(tx, id, ['applied'], 'undoing', more)))
        fail('IMPORT_NOT_UNDOABLE');
      await this.records.movedBy(tx, id, actor.id);
      return 'import.undone';
    });
  }

  /** Moves an import on in one transaction; `act` answers what the audit log calls it. */
  private async move(
    actor: Actor,
    key: string,
    { id, operation, input }: { id: string; operation: string; input: object },
    act: (tx: EntityManager, record: ImportRecord) => Promise<string>,
  ): Promise<ImportView> {
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint(input) }, async (tx) => {
      const record = this.found(actor, await this.records.lock(tx, id));
      await this.note(tx, actor, await act(tx, record), record);
      this.work.nudge(tx);
      return { id };
    });
    return this.one(actor, id);
  }

  /** @throws NOT_FOUND for one of another community */
  private found(actor: Actor, record: ImportRecord | null): ImportRecord {
    if (!record) return fail('NOT_FOUND');
    this.keepers.communityFor(actor, 'register.import', record.community_id);
    return record;
  }

  /** Accounts and roles are given, and taken back, by those who govern the community only. */
  private async demandRight(tx: EntityManager, actor: Actor, record: ImportRecord, which: string): Promise<void> {
    if (this.governing.governs(actor, record.community_id)) return;
    const found = await this.records.rows(tx, record.id, `${which} AND sheet IN (?) LIMIT 1`, [[...SHEETS_OF_PEOPLE]]);
    if (found.length > 0) fail('NOT_ALLOWED');
  }

  /** Two that ask at once follow one another by the community's own row. */
  private async demandNoneUnderWay(tx: EntityManager, communityId: string): Promise<void> {
    await one(tx, 'SELECT id FROM scope WHERE id = ? FOR UPDATE', [communityId]);
    const sql = 'SELECT id FROM register_import WHERE community_id = ? AND state IN (?) LIMIT 1';
    if (await one(tx, sql, [communityId, [...UNDER_WAY]])) fail('IMPORT_UNDER_WAY');
  }

  private async demandSeldom(tx: EntityManager, actor: Actor): Promise<void> {
    const today = await one<{ n: number }>(
      tx,
      'SELECT COUNT(*) AS n FROM register_import WHERE uploaded_by = ? AND uploaded_at > NOW(3) - INTERVAL 1 DAY',
      [actor.id],
    );
    if ((today?.n ?? 0) >= UPLOADS_A_DAY) fail('TOO_OFTEN', { retryAfter: 3600 });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, community_id: scopeId }: Pick<ImportRecord, 'id' | 'community_id'>,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'import', id }, scopeId });
  }

  private async views(tx: EntityManager, found: readonly ImportRecord[]): Promise<ImportView[]> {
    const names = await this.people.displayNames(
      tx,
      found.map((record) => record.uploaded_by),
    );
    const newcomers = await this.records.newcomers(
      tx,
      found.map(({ id }) => id),
    );
    return found.map((record) => {
      const [uploadedBy = '', waiting = []] = [names.get(record.uploaded_by), newcomers.get(record.id)];
      return importView(record, { uploadedBy, newcomers: waiting.length }, this.cipher);
    });
  }
}
