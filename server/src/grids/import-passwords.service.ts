/** The list of one-time passwords that an import’s new accounts are given by: made on demand, answered once, kept nowhere. */
import { Injectable } from '@nestjs/common';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../identity/accounts';
import { Governing } from '../identity/governing';
import { Newcomers } from '../identity/newcomers';
import { Sessions } from '../identity/sessions';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { ImportRecords, type ImportRecord } from './import-records';
import { passwordList, type Listed } from './password-list';
import { peopleAtWork } from './people-in-sheets';
import type { NamedFile } from './register-files.service';

@Injectable()
export class ImportPasswordsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly governing: Governing,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly newcomers: Newcomers,
    private readonly records: ImportRecords,
    private readonly audit: AuditLog,
  ) {}

  /** The same request within ten minutes answers the same list, so that an answer lost on the way locks nobody out. */
  async list(actor: Actor, key: string, id: string): Promise<NamedFile> {
    const operation = importRoutes.passwords.name;
    const { at } = await this.uow.once(
      { actor, key, operation, fingerprint: inputFingerprint({ id }) },
      (tx) => this.make(tx, actor, key, id),
      (tx) => this.showAgain(tx, actor, id),
    );
    const listed = await this.uow.read((tx) => this.read(tx, id, key, at));
    return { name: '一次性密码.xlsx', content: await passwordList(listed) };
  }

  private async make(tx: EntityManager, actor: Actor, key: string, id: string): Promise<{ at: number }> {
    const record = await this.found(tx, actor, id);
    await this.sessions.demandFresh(tx, actor);
    const waiting = await this.waiting(tx, id);
    await this.newcomers.renew(tx, waiting, key);
    await change(tx, 'UPDATE register_import SET passwords_at = NOW(3) WHERE id = ?', [id]);
    for (const personId of waiting) await this.accounts.note(tx, actor, 'password.reset', personId);
    await this.note(tx, actor, record, { people: waiting.length });
    return { at: (await this.clock.now(tx)).getTime() };
  }

  private async showAgain(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const record = await this.found(tx, actor, id);
    await this.sessions.demandFresh(tx, actor);
    await this.note(tx, actor, record, { again: true });
  }

  /** Two who make a list at once follow one another, and the later list is the good one. @throws IMPORT_NO_NEWCOMERS */
  private async waiting(tx: EntityManager, id: string): Promise<string[]> {
    const found = (await this.records.newcomers(tx, [id])).get(id) ?? [];
    return found.length > 0 ? found : fail('IMPORT_NO_NEWCOMERS');
  }

  private async read(tx: EntityManager, id: string, key: string, at: number): Promise<Listed[]> {
    const ids = (await this.records.newcomers(tx, [id])).get(id) ?? [];
    const told = await this.newcomers.tell(tx, ids, key, at);
    const people = await peopleAtWork(
      tx,
      ids.filter((of) => told.has(of)),
    );
    return people.map((person) => ({ ...person, password: told.get(person.id) ?? '' }));
  }

  private async found(tx: EntityManager, actor: Actor, id: string): Promise<ImportRecord> {
    const record = (await this.records.lock(tx, id)) ?? fail('NOT_FOUND');
    this.governing.demand(actor, record.community_id);
    return record;
  }

  private note(tx: EntityManager, actor: Actor, { id, community_id }: ImportRecord, detail: object): Promise<void> {
    const subject = { kind: 'import', id };
    const entry = { actor, action: 'import.passwords_made', subject, scopeId: community_id };
    return this.audit.record(tx, { ...entry, detail: { ...detail } });
  }
}
