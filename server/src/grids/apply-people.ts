/** Takes rows of people over: opens accounts without a password, gives roles, and puts households into somebody’s care. */
import { Injectable } from '@nestjs/common';
import type { PeopleSheet } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../identity/accounts';
import { Newcomers } from '../identity/newcomers';
import { giveTerm, todayIn } from '../identity/terms-of-roles';
import type { Audited } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { rows } from '../platform/database/sql';
import { appointTo, lockGrids } from './appointments';
import { CentralHouseholds } from './central-households';
import { standingRoles, stateOfService, type Given, type GivenRow } from './given-roles';
import { ImportRecords, type ImportUnderWay, type RowRecord } from './import-records';
import { PeopleJudge, roleNamed } from './judge-people';
import { RowJudge, type NamedGrid } from './judge-rows';
import { KnownAccounts } from './known-accounts';
import { KnownRegister } from './known-register';
import { ReadImports } from './read-imports';
import type { RegisterRow } from './read-register';
import { IDLE, OVERTAKEN, type Done, type Waiting } from './rows-taken-over';

/** Who does it, where, from which day on. */
interface Setting {
  actor: Audited;
  communityId: string;
  today: string;
  /** The id of the grid that a clerk means, while it is one. */
  gridNamed: (name: string) => string | undefined;
}

@Injectable()
export class ApplyPeople {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly records: ImportRecords,
    private readonly reader: ReadImports,
    private readonly accounts: Accounts,
    private readonly newcomers: Newcomers,
    private readonly central: CentralHouseholds,
  ) {}

  /** In the order of `records`, all of which are of one sheet. */
  async takeOver(
    tx: EntityManager,
    { community_id: communityId, moved_by, uploaded_by, uploaded_at: since, traceId }: ImportUnderWay,
    sheet: PeopleSheet,
    records: readonly RowRecord[],
  ): Promise<Done[]> {
    const by = moved_by ?? uploaded_by;
    const read = records.map((record) => this.records.asRead(record));
    const grids = await this.reader.grids(tx, communityId);
    const importer = await this.reader.importer(tx, by, communityId, grids);
    const names = read.map(({ values }) => values.account ?? '');
    const open = await this.lock(tx, read, grids, names);
    const doors = read.map(({ values: { building = '', door = '' } }) => ({ building, door }));
    const known = await KnownRegister.load(tx, this.cipher, importer.gridIds, sheet === 'role' ? [] : doors);
    // Found before the judge adds what the rows themselves would make.
    const homes = doors.map(({ building, door }) => known.household(building, door)?.id ?? null);
    const places = new RowJudge(known, grids);
    const judge = new PeopleJudge(await KnownAccounts.load(tx, importer, names), places, importer);
    const all = records.map((record, i): Waiting => {
      const row = read[i] as RegisterRow;
      return { id: newId(since.getTime() + record.n), record, row, now: judge.judge(row) };
    });
    if (sheet === 'central') return this.services(tx, all, homes);
    const gridNamed = (name: string): string | undefined => open.find((id) => id === places.gridNamed(name));
    const today = await todayIn(tx, communityId);
    return this.roles(tx, all, { actor: { id: by, kind: 'person', traceId }, communityId, today, gridNamed });
  }

  /** As the set-up pages do: first the grids, then the people; what is read afterwards stays so. Answers the grids there are. */
  private async lock(
    tx: EntityManager,
    read: readonly RegisterRow[],
    grids: readonly NamedGrid[],
    accounts: readonly string[],
  ): Promise<string[]> {
    const wanted = new RowJudge(new KnownRegister(), grids);
    const ids = read.flatMap(({ values }) => wanted.gridNamed(values.grid ?? '') ?? []);
    const open = await lockGrids(tx, [...new Set(ids)]);
    await rows(tx, 'SELECT id FROM person WHERE account IN (?) ORDER BY id FOR UPDATE', [[...accounts]]);
    return open;
  }

  private async roles(tx: EntityManager, all: readonly Waiting[], of: Setting): Promise<Done[]> {
    /** By account, of those that rows of this batch opened. */
    const opened = new Map<string, string>();
    const given: (GivenRow | null)[] = [];
    const done: Done[] = [];
    for (const waiting of all) {
      const { account = '' } = waiting.row.values;
      const id = waiting.now.subjectId ?? opened.get(account) ?? null;
      const made = meets(waiting) ? await this.role(tx, waiting, id, of) : null;
      if (made && waiting.now.verdict === 'new') opened.set(account, made.personId);
      given.push(made);
      done.push(made ? { outcome: 'done' } : waiting.now.verdict === 'same' ? IDLE : OVERTAKEN);
    }
    const standing = await standingRoles(
      tx,
      given.filter((one) => one !== null),
    );
    return done.map((one, i): Done => {
      const made = given[i];
      if (!made) return one;
      const before = this.cipher.seal(JSON.stringify(made.given));
      const state = standing.get(made.given.grantId)?.state ?? null;
      return { ...one, subject_id: made.personId, state_hash: state, before_enc: before };
    });
  }

  private async role(
    tx: EntityManager,
    { id: newPersonId, row, now }: Waiting,
    personId: string | null,
    of: Setting,
  ): Promise<GivenRow | null> {
    const { account = '', display = '', role = '', grid = '' } = row.values;
    const spec = roleNamed(role);
    const opens = now.verdict === 'new';
    const gridId = grid === '' ? undefined : of.gridNamed(grid);
    if (!spec || (spec.team !== undefined && gridId === undefined) || (!opens && personId === null)) return null;
    const newcomer = { id: newPersonId, account, displayName: display };
    if (opens && !(await this.newcomers.open(tx, newcomer))) return null;
    const id = opens ? newPersonId : (personId ?? '');
    const scopeId = gridId ?? of.communityId;
    const given: Given =
      spec.team && gridId
        ? await appointTo(tx, { gridId, personId: id, as: spec.team, from: of.today })
        : { termId: null, grantId: await giveTerm(tx, { personId: id, role: spec.role, scopeId, from: of.today }) };
    const detail = { role: spec.role, scope: scopeId, ...(spec.team ? { as: spec.team } : {}) };
    if (opens) await this.accounts.note(tx, of.actor, 'account.opened', id, detail);
    await this.accounts.note(tx, of.actor, 'role.given', id, detail);
    return { given, personId: id, opened: opens };
  }

  private async services(
    tx: EntityManager,
    all: readonly Waiting[],
    homes: readonly (string | null)[],
  ): Promise<Done[]> {
    const done: Done[] = [];
    for (const [i, waiting] of all.entries()) {
      const { subjectId: personId } = waiting.now;
      const home = homes[i];
      if (!meets(waiting) || !personId || !home) {
        done.push(waiting.now.verdict === 'same' ? IDLE : OVERTAKEN);
        continue;
      }
      const id = await this.central.assign(tx, personId, home);
      done.push(id ? { outcome: 'done', subject_id: id, state_hash: stateOfService(id, null) } : IDLE);
    }
    return done;
  }
}

/** Would still do what it was found to do; whom an earlier row was to open is there by now. */
const meets = ({ record, now }: Waiting): boolean =>
  (record.verdict === 'new' || record.verdict === 'changed') &&
  now.verdict === record.verdict &&
  (record.subject_id === null || record.subject_id === now.subjectId);
