/** Units and members in the spreadsheet of a community: judged, taken over, taken back and given out. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import type { UnitSheet } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import type { ImportRecord, RowRecord } from '../grids/import-records';
import { IDLE, OVERTAKEN, passedOver, type Done } from '../grids/rows-taken-over';
import { UnitSheets, type UnitContents, type WaitingRow } from '../grids/unit-sheets';
import type { RegisterRow } from '../grids/read-register';
import { FieldCipher } from '../platform/database/field-cipher';
import { rows } from '../platform/database/sql';
import { UnitJudge, stateOfMember } from './known-units';
import { MEMBER, MemberRows, type MemberRow } from './member-rows';
import { UnitRows } from './unit-rows';

const PHONE_OF_OTHER = passedOver('PHONE_OF_OTHER', 'phone');

@Injectable()
export class UnitImports implements OnModuleInit {
  constructor(
    private readonly sheets: UnitSheets,
    private readonly units: UnitRows,
    private readonly members: MemberRows,
    private readonly cipher: FieldCipher,
  ) {}

  onModuleInit(): void {
    this.sheets.register({
      judge: (tx, communityId, all) => this.judgeOf(tx, communityId, all),
      takeOver: (tx, record, sheet, waiting) => this.takeOver(tx, record, sheet, waiting),
      takeBack: (tx, record, sheet, found) => this.takeBack(tx, record, sheet, found),
      contents: (tx, communityId) => this.contents(tx, communityId),
    });
  }

  private judgeOf(tx: EntityManager, communityId: string, all: readonly RegisterRow[]): Promise<UnitJudge> {
    const indexes = {
      name: (name: string) => this.members.nameIndex(name),
      phone: (phone: string) => this.cipher.phoneIndex(phone),
    };
    const { cipher } = this;
    const ours = all.some(({ sheet }) => sheet === 'unit' || sheet === 'member');
    return UnitJudge.load(tx, ours ? communityId : '', { indexes, cipher });
  }

  private async takeOver(
    tx: EntityManager,
    { community_id: communityId }: ImportRecord,
    sheet: UnitSheet,
    waiting: readonly WaitingRow[],
  ): Promise<Done[]> {
    const all = waiting.map(({ row }) => row);
    const judge = await this.judgeOf(tx, communityId, all);
    const named = all.map(({ values }) => judge.unitNamed(values.unit ?? ''));
    const verdicts = all.map((row) => judge.judge(row).verdict);
    const fits = waiting.map((_, i) => verdicts[i] === 'new');
    const done = waiting.map((_, i): Done => (verdicts[i] === 'same' ? IDLE : OVERTAKEN));
    const chosen = waiting.flatMap((row, i) => (fits[i] ? [{ ...row, i, unitId: named[i] ?? null }] : []));
    const made = await (sheet === 'unit'
      ? this.report(tx, communityId, chosen)
      : this.list(
          tx,
          communityId,
          chosen.flatMap(({ unitId, ...row }) => (unitId === null ? [] : [{ ...row, unitId }])),
        ));
    for (const [i, one] of made) done[i] = one;
    return done;
  }

  private async report(
    tx: EntityManager,
    communityId: string,
    chosen: readonly (WaitingRow & { i: number })[],
  ): Promise<Map<number, Done>> {
    const made = new Map<number, Done>();
    for (const { id, i, row } of chosen) {
      const { unit: name = '', unitBo = '' } = row.values;
      const unitId = await this.units.named(tx, { name, ...(unitBo === '' ? {} : { nameBo: unitBo }) }, id);
      if (!(await this.units.begin(tx, unitId, communityId, id))) continue;
      const [standing] = await this.units.standing(tx, [id]);
      made.set(i, { outcome: 'done', subject_id: id, state_hash: standing?.stateHash ?? null });
    }
    return made;
  }

  private async list(
    tx: EntityManager,
    communityId: string,
    chosen: readonly (WaitingRow & { i: number; unitId: string })[],
  ): Promise<Map<number, Done>> {
    const reporting = new Set<string>();
    for (const unitId of [...new Set(chosen.map((one) => one.unitId))].sort())
      if (await this.units.lockReporting(tx, unitId, communityId, 'LOCK IN SHARE MODE')) reporting.add(unitId);
    const listed = chosen.filter(({ unitId }) => reporting.has(unitId));
    const there = await this.members.listAll(
      tx,
      communityId,
      listed.map(({ id, unitId, row: { values } }) => {
        return { id, unitId, name: values.name ?? '', phone: values.phone ?? '' };
      }),
    );
    return new Map(
      listed.map(({ id, i }): [number, Done] => {
        const row = there.get(id);
        return [i, row ? { outcome: 'done', subject_id: id, state_hash: stateOfMember(row) } : PHONE_OF_OTHER];
      }),
    );
  }

  private async takeBack(
    tx: EntityManager,
    _record: ImportRecord,
    sheet: UnitSheet,
    found: readonly RowRecord[],
  ): Promise<RowRecord[]> {
    const ids = found.flatMap((row) => row.subject_id ?? []);
    const standing = await (sheet === 'unit' ? this.units.standing(tx, ids) : this.listed(tx, ids));
    const byId = new Map(standing.map((one) => [one.id, one]));
    const written = found.map((row): RowRecord => {
      const one = byId.get(row.subject_id ?? '');
      const changed = one && one.stateHash !== row.state_hash ? 'CHANGED_SINCE' : null;
      const because = one?.keptBecause ?? changed;
      return { ...row, outcome: because ? 'kept' : 'undone', kept_because: because };
    });
    const free = written.flatMap((row) => (row.outcome === 'undone' && row.subject_id ? [row.subject_id] : []));
    await (sheet === 'unit' ? this.units.takeBack(tx, free) : this.members.unlist(tx, free));
    return written;
  }

  private async listed(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<{ id: string; keptBecause: KeptBecause | null; stateHash: string }[]> {
    const found = await this.members.lockAll(tx, ids);
    return found.map((row) => {
      return { id: row.id, keptBecause: row.person_id === null ? null : 'IS_BOUND', stateHash: stateOfMember(row) };
    });
  }

  private async contents(tx: EntityManager, communityId: string): Promise<UnitContents> {
    const units = await rows<{ id: string; name: string; bo: string | null }>(
      tx,
      `SELECT o.id, o.name, u.name_bo AS bo FROM unit_reporting r JOIN work_unit u ON u.id = r.sole_unit
       JOIN organisation o ON o.id = u.id WHERE r.community_id = ? ORDER BY o.name, o.id`,
      [communityId],
    );
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const live = `${MEMBER} WHERE m.community_id = ? AND m.state = 'live' ORDER BY m.unit_id, m.id`;
    const members = await rows<MemberRow>(tx, live, [communityId]);
    return {
      units: units.map(({ name, bo }) => [name, bo ?? '']),
      members: members.flatMap(({ unit_id, name_enc: name, phone_enc: phone }) =>
        name && phone ? [[names.get(unit_id) ?? '', this.cipher.open(name), this.cipher.open(phone)]] : [],
      ),
    };
  }
}
