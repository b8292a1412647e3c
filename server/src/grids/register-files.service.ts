/** Spreadsheets of the register that are given out: empty, with what there is, or with what was wrong; each reading of people is on record. */
import { Injectable } from '@nestjs/common';
import { ROW_PROBLEMS } from '@sevengrid/shared/grids/import-problems';
import type { ExportQuery } from '@sevengrid/shared/grids/imports.requests';
import { NO, YES, columnsOf } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { maskName, maskPhone } from '../identity/masking';
import { Governing } from '../identity/governing';
import { Reveals } from '../identity/reveals';
import { Scopes, type Community } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { json, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { ImportRecords, type RowRecord } from './import-records';
import { rolesInSheet, servicesInSheet } from './people-in-sheets';
import type { Problem } from './read-register';
import { RegisterKeepers } from './register-keepers';
import { UnitSheets } from './unit-sheets';
import { registerTemplate, registerWorkbook, wrongRowsWorkbook, type WrongRow } from './register-workbook';

/** Whole registers in the clear, beside the limit on looks at single people. */
const CLEAR_A_DAY = 3;

export interface NamedFile {
  name: string;
  content: Buffer;
}

interface Resident {
  building: string;
  door: string;
  name_enc: Buffer;
  phone_enc: Buffer | null;
}

@Injectable()
export class RegisterFilesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly keepers: RegisterKeepers,
    private readonly records: ImportRecords,
    private readonly reveals: Reveals,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
    private readonly units: UnitSheets,
  ) {}

  async template(actor: Actor, communityId?: string): Promise<NamedFile> {
    const community = this.keepers.communityFor(actor, 'register.import', communityId);
    const content = await registerTemplate(this.keepers.gridNames(community.id));
    return { name: `${community.name}-楼栋住户居民-模板.xlsx`, content };
  }

  async register(actor: Actor, { communityId, reason }: ExportQuery): Promise<NamedFile> {
    const community = this.keepers.communityFor(actor, 'register.export', communityId);
    const found = await this.uow.run(async (tx) => {
      await this.note(tx, actor, community, reason);
      const contents = {
        ...(await this.contents(tx, community.id)),
        ...(await this.units.get().contents(tx, community.id)),
      };
      // Accounts are the business of those who may open them.
      if (!this.governing.governs(actor, community.id)) return { ...contents, roles: [], services: [] };
      const services = await servicesInSheet(tx, community.id);
      return { ...contents, roles: await rolesInSheet(tx, community.id), services };
    });
    const shown = reason === undefined ? { name: maskName, phone: maskPhone } : { name: asIs, phone: asIs };
    const content = await registerWorkbook({
      grids: this.keepers.gridNames(community.id),
      rows: {
        building: found.buildings.map(({ grid_id, name }) => [this.scopes.view(grid_id)?.name ?? '', name]),
        household: found.households.map((row) => [row.building, row.door, row.needs_care === 1 ? YES.zh : NO.zh]),
        resident: this.people(found.residents, shown),
        role: found.roles,
        central: found.services,
        unit: found.units,
        member: found.members.map(([unit = '', name = '', phone = '']) => [unit, shown.name(name), shown.phone(phone)]),
      },
    });
    return { name: `${community.name}-楼栋住户居民.xlsx`, content };
  }

  async errors(actor: Actor, id: string): Promise<NamedFile> {
    const { community, name, wrong } = await this.uow.run(async (tx) => {
      const record = (await this.records.find(tx, id)) ?? fail('NOT_FOUND');
      const of = this.keepers.communityFor(actor, 'register.import', record.community_id);
      const found = await this.records.rows(
        tx,
        id,
        "verdict IN ('wrong', 'held') AND cells_enc IS NOT NULL ORDER BY n",
      );
      if (found.length === 0) return fail('IMPORT_ROWS_GONE');
      const subject = { kind: 'import', id };
      await this.audit.record(tx, { actor, action: 'import.errors_read', subject, scopeId: of.id });
      return { community: of, name: this.cipher.open(record.name_enc), wrong: found.map((row) => this.wrongRow(row)) };
    });
    const content = await wrongRowsWorkbook(wrong, this.keepers.gridNames(community.id));
    return { name: `${name.replace(/\.xlsx$/i, '')}-待改.xlsx`, content };
  }

  private *people(
    found: readonly Resident[],
    shown: Record<'name' | 'phone', (text: string) => string>,
  ): Generator<string[]> {
    for (const { building, door, name_enc: name, phone_enc: phone } of found)
      yield [building, door, shown.name(this.cipher.open(name)), phone ? shown.phone(this.cipher.open(phone)) : ''];
  }

  /** In the clear only for who may look behind masks, soon after logging in, and a few times a day. */
  private async note(
    tx: EntityManager,
    actor: Actor,
    community: Community,
    reason: ExportQuery['reason'],
  ): Promise<void> {
    const scopeId = community.id;
    if (reason === undefined) {
      const subject = { kind: 'register', id: scopeId };
      return this.audit.record(tx, { actor, action: 'register.exported', subject, scopeId });
    }
    if (!actor.may('person.reveal', this.scopes.pathOf(scopeId))) return fail('NOT_ALLOWED');
    // The count below holds because everybody who adds to it waits here.
    await one(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [actor.id]);
    const today = await one<{ n: number }>(
      tx,
      `SELECT COUNT(*) AS n FROM reveal WHERE person_id = ? AND subject_kind = 'register' AND at > NOW(3) - INTERVAL 1 DAY`,
      [actor.id],
    );
    if ((today?.n ?? 0) >= CLEAR_A_DAY) fail('TOO_OFTEN', { retryAfter: 86_400 });
    await this.reveals.count(tx, actor, { kind: 'register', id: scopeId, scopeId }, { field: 'all', reason });
  }

  private async contents(
    tx: EntityManager,
    communityId: string,
  ): Promise<{
    buildings: { grid_id: string; name: string }[];
    households: { building: string; door: string; needs_care: number }[];
    residents: Resident[];
  }> {
    const grids = this.scopes.gridsAmong(this.scopes.withDescendants(communityId));
    if (grids.length === 0) return { buildings: [], households: [], residents: [] };
    const homes = 'household h JOIN building b ON b.id = h.building_id';
    return {
      buildings: await rows(tx, 'SELECT grid_id, name FROM building WHERE grid_id IN (?) ORDER BY grid_id, id', [
        grids,
      ]),
      households: await rows(
        tx,
        `SELECT b.name AS building, h.door, h.needs_care FROM ${homes} WHERE h.grid_id IN (?) ORDER BY b.id, h.door`,
        [grids],
      ),
      residents: await rows(
        tx,
        `SELECT b.name AS building, h.door, r.name_enc, r.phone_enc FROM resident r JOIN ${homes} ON h.id = r.household_id
         WHERE h.grid_id IN (?) ORDER BY b.id, h.door, r.id`,
        [grids],
      ),
    };
  }

  private wrongRow(record: RowRecord): WrongRow {
    const problems: Problem[] = record.problems === null ? [] : json(record.problems);
    const headers = new Map(columnsOf(record.sheet).map(([key, spec]) => [key, spec.header]));
    const told = (language: 'zh' | 'bo'): string =>
      problems
        .map(({ column, code, other }) => {
          const header = column === null ? undefined : headers.get(column)?.[language];
          const says = (ROW_PROBLEMS[code][language] ?? '').replace('{row}', String(other ?? ''));
          return header ? `${header}：${says}` : says;
        })
        .join(' ');
    const columns = problems.map(({ column }) => column);
    return { sheet: record.sheet, cells: this.records.cellsOf(record), columns, says: `${told('zh')}\n${told('bo')}` };
  }
}

const asIs = (text: string): string => text;
