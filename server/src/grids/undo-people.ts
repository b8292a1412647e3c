/** Takes rows of people back: what nobody used goes without a trace, a role that somebody may have worked with ends, and who came in stays. */
import { Injectable } from '@nestjs/common';
import type { KeptBecause } from '@sevengrid/shared/grids/import-problems';
import { dayPlus } from '@sevengrid/shared/kernel/days';
import type { PeopleSheet } from '@sevengrid/shared/grids/register-sheets';
import type { EntityManager } from 'typeorm';
import { AccountUses } from '../identity/account-uses';
import { Accounts } from '../identity/accounts';
import { Newcomers } from '../identity/newcomers';
import { Scopes } from '../identity/scopes';
import { endTerm, todayIn } from '../identity/terms-of-roles';
import type { Audited } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows } from '../platform/database/sql';
import { lockGrids } from './appointments';
import { standingRoles, stateOfService, type Given, type GivenRow, type StandingRole } from './given-roles';
import type { ImportRecord, ImportUnderWay, RowRecord } from './import-records';
import { endTeamTerm } from './team-terms';

/** What is known of the people of a batch before any of it is taken back. */
interface Facts {
  /** Whose accounts this import opened. */
  opened: ReadonlySet<string>;
  /** Who has been here at all. */
  arrived: ReadonlySet<string>;
  /** Who may have worked with what was given: had a session since. */
  atWork: ReadonlySet<string>;
}

interface ServiceRow {
  id: string;
  person_id: string;
  ends_on: string | null;
}

@Injectable()
export class UndoPeople {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly scopes: Scopes,
    private readonly accounts: Accounts,
    private readonly newcomers: Newcomers,
    private readonly uses: AccountUses,
  ) {}

  /** The rows, each with what became of it; the last of the file comes first. */
  takeBack(
    tx: EntityManager,
    record: ImportUnderWay,
    sheet: PeopleSheet,
    found: readonly RowRecord[],
  ): Promise<RowRecord[]> {
    return sheet === 'role' ? this.roles(tx, record, found) : this.services(tx, record, found);
  }

  private async roles(tx: EntityManager, record: ImportUnderWay, found: readonly RowRecord[]): Promise<RowRecord[]> {
    const given = found.map((row) => this.givenBy(row));
    await this.lock(tx, given);
    const standing = await standingRoles(tx, given);
    const ids = given.map(({ personId }) => personId);
    const facts = await this.facts(tx, record, ids);
    const uses = await this.uses.find(tx, ids);
    const held = await this.grantsOf(tx, ids);
    const actor = { id: record.moved_by ?? record.uploaded_by, kind: 'person', traceId: record.traceId };
    const written: RowRecord[] = [];
    for (const [i, row] of found.entries()) {
      const one = given[i] as GivenRow;
      const now = standing.get(one.given.grantId);
      const others = held.get(one.personId);
      others?.delete(one.given.grantId);
      const because = this.because(row, one, now, { facts, open: uses.get(one.personId), others: others?.size ?? 0 });
      if (because) others?.add(one.given.grantId);
      else await this.takeRole(tx, actor, one, { now, ends: facts.atWork.has(one.personId) });
      written.push({ ...row, outcome: because ? 'kept' : 'undone', kept_because: because });
    }
    return written;
  }

  /** Why it may not go: its use comes before a change, since that is what people will ask about. */
  private because(
    row: RowRecord,
    { personId, opened }: GivenRow,
    now: StandingRole | undefined,
    of: { facts: Facts; open: ReadonlySet<string> | undefined; others: number },
  ): KeptBecause | null {
    const isOurs = of.facts.opened.has(personId);
    if (isOurs && of.facts.arrived.has(personId)) return 'HAS_LOGGED_IN';
    const isIn = (gridId: string): boolean => now !== undefined && this.scopes.pathOf(gridId).includes(now.scopeId);
    if (of.open && (isOurs || [...of.open].some(isIn))) return 'HAS_WORK';
    if (opened && of.others > 0) return 'HAS_ROLES';
    return now && now.state !== row.state_hash ? 'CHANGED_SINCE' : null;
  }

  private async takeRole(
    tx: EntityManager,
    actor: Audited,
    { given: { grantId, termId }, personId, opened }: GivenRow,
    { now, ends }: { now: StandingRole | undefined; ends: boolean },
  ): Promise<void> {
    const detail = now ? { role: now.role, scope: now.scopeId } : {};
    await this.accounts.note(tx, actor, opened ? 'account.removed' : 'role.taken_back', personId, detail);
    if (ends && now) {
      const yesterday = dayPlus(await todayIn(tx, now.scopeId), -1);
      await endTerm(tx, grantId, yesterday);
      if (termId) await endTeamTerm(tx, termId, yesterday);
      return;
    }
    await change(tx, 'DELETE FROM role_grant WHERE id = ?', [grantId]);
    if (termId) await change(tx, 'DELETE FROM grid_worker WHERE id = ?', [termId]);
    if (opened) await this.newcomers.remove(tx, personId);
  }

  private async services(tx: EntityManager, record: ImportRecord, found: readonly RowRecord[]): Promise<RowRecord[]> {
    const ids = found.flatMap((row) => row.subject_id ?? []);
    const services = await rows<ServiceRow>(
      tx,
      `SELECT id, person_id, DATE_FORMAT(ends_on, '%Y-%m-%d') AS ends_on FROM central_service
       WHERE id IN (?) ORDER BY id FOR UPDATE`,
      [ids],
    );
    const people = services.map(({ person_id }) => person_id);
    const facts = await this.facts(tx, record, people);
    const today = await todayIn(tx, record.community_id);
    const written: RowRecord[] = [];
    for (const row of found) {
      const one = services.find(({ id }) => id === row.subject_id);
      const because = one ? whyServed(one, row, facts) : null;
      if (one && !because)
        await (facts.atWork.has(one.person_id)
          ? change(tx, 'UPDATE central_service SET ends_on = ? WHERE id = ?', [dayPlus(today, -1), one.id])
          : change(tx, 'DELETE FROM central_service WHERE id = ?', [one.id]));
      written.push({ ...row, outcome: because ? 'kept' : 'undone', kept_because: because });
    }
    return written;
  }

  private givenBy(row: RowRecord): GivenRow {
    const sealed = row.before_enc ?? Buffer.alloc(0);
    const given = JSON.parse(this.cipher.open(sealed)) as Given;
    return { given, personId: row.subject_id ?? '', opened: row.verdict === 'new' };
  }

  /** In the order of the set-up pages: grids, then people. */
  private async lock(tx: EntityManager, given: readonly GivenRow[]): Promise<void> {
    const terms = given.flatMap(({ given: { termId } }) => termId ?? []);
    if (terms.length > 0) {
      const sql = 'SELECT DISTINCT grid_id AS id FROM grid_worker WHERE id IN (?)';
      await lockGrids(
        tx,
        (await rows<{ id: string }>(tx, sql, [terms])).map(({ id }) => id),
      );
    }
    await rows(tx, 'SELECT id FROM person WHERE id IN (?) ORDER BY id FOR UPDATE', [
      given.map(({ personId }) => personId),
    ]);
  }

  private async facts(tx: EntityManager, record: ImportRecord, ids: readonly string[]): Promise<Facts> {
    if (ids.length === 0) return { opened: new Set(), arrived: new Set(), atWork: new Set() };
    const opened = await rows<{ id: string }>(
      tx,
      `SELECT subject_id AS id FROM register_import_row WHERE import_id = ? AND sheet = 'role' AND verdict = 'new'
         AND outcome IN ('done', 'undone', 'kept')`,
      [record.id],
    );
    const atWork = await rows<{ id: string }>(
      tx,
      `SELECT DISTINCT person_id AS id FROM session WHERE person_id IN (?) AND expires_at >= ?
         AND (ended_at IS NULL OR ended_at >= ?)`,
      [[...ids], record.uploaded_at, record.uploaded_at],
    );
    return { opened: setOf(opened), arrived: await this.newcomers.arrived(tx, ids), atWork: setOf(atWork) };
  }

  /** Every role of theirs that there ever was, by person. */
  private async grantsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Set<string>>> {
    const sql = 'SELECT id, person_id FROM role_grant WHERE person_id IN (?)';
    const found = new Map<string, Set<string>>();
    for (const { id, person_id: of } of await rows<{ id: string; person_id: string }>(tx, sql, [[...ids]]))
      found.set(of, (found.get(of) ?? new Set()).add(id));
    return found;
  }
}

const setOf = (found: readonly { id: string }[]): Set<string> => new Set(found.map(({ id }) => id));

function whyServed(one: ServiceRow, row: RowRecord, { opened, arrived }: Facts): KeptBecause | null {
  if (opened.has(one.person_id) && arrived.has(one.person_id)) return 'HAS_LOGGED_IN';
  return stateOfService(one.id, one.ends_on) === row.state_hash ? null : 'CHANGED_SINCE';
}
