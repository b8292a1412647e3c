/** Logging in: with account and password, or with the code of WeChat. */
import { Injectable } from '@nestjs/common';
import type { PasswordLogIn, WechatLogIn } from '@sevengrid/shared/identity/requests';
import type { SessionView } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import { AuditLog, theSystem } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { fail } from '../platform/http/fail';
import { WechatGateway } from '../platform/wechat/wechat.gateway';
import { GuestClaims } from './guest-claims';
import { LogInAttempts } from './log-in-attempts';
import { passwordFits } from './passwords';
import { grantRole, grantsOf, homeScopeOf } from './rights';
import { Scopes } from './scopes';
import { Sessions } from './sessions';

interface AccountRow {
  id: string;
  password_hash: string | null;
  disabled_at: Date | null;
}

@Injectable()
export class LogInService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: LogInAttempts,
    private readonly wechat: WechatGateway,
    private readonly cipher: FieldCipher,
    private readonly claims: GuestClaims,
    private readonly scopes: Scopes,
    private readonly audit: AuditLog,
  ) {}

  async withPassword({ account, password }: PasswordLogIn, traceId: string): Promise<SessionView> {
    await this.attempts.begin(account);
    const person = await this.uow.read((tx) =>
      one<AccountRow>(tx, 'SELECT id, password_hash, disabled_at FROM person WHERE account = ?', [account]),
    );
    const fits = await passwordFits(person?.password_hash ?? null, password);
    if (!person || !fits || person.disabled_at) return this.refuse(person?.id ?? null, traceId);
    await this.attempts.clear(account);
    return this.uow.run(async (tx) => {
      await this.note(tx, { id: person.id, traceId }, 'session.opened', 'password');
      return this.sessions.openForPerson(tx, person.id);
    });
  }

  async withWechat({ code, guestToken }: WechatLogIn, traceId: string): Promise<SessionView> {
    const { openid } = await this.wechat.codeToSession(code);
    const index = this.cipher.blindIndex('openid', Buffer.from(openid, 'utf8').toString('hex'));
    return this.uow.run(async (tx) => {
      const guest = guestToken ? await this.sessions.guestOf(tx, guestToken) : null;
      const personId = await this.personOf(tx, index, guest?.scopeId ?? null);
      if (guest) {
        await this.claims.takeOver(tx, { guestId: guest.id, personId });
        await this.sessions.endAllOf(tx, { guestId: guest.id });
      }
      await this.note(tx, { id: personId, traceId }, 'session.opened', 'wechat');
      return this.sessions.openForPerson(tx, personId);
    });
  }

  async out(sessionId: string): Promise<void> {
    await this.uow.run((tx) => this.sessions.end(tx, sessionId));
  }

  /** Makes the person at the first log-in; two phones at once meet at the unique index of the openid. */
  private async personOf(tx: EntityManager, openidIndex: string, guestScope: string | null): Promise<string> {
    await change(tx, 'INSERT IGNORE INTO person (id, openid_idx, created_at) VALUES (?, ?, NOW(3))', [
      newId(),
      openidIndex,
    ]);
    const person = await one<AccountRow>(
      tx,
      'SELECT id, password_hash, disabled_at FROM person WHERE openid_idx = ? FOR UPDATE',
      [openidIndex],
    );
    if (!person || person.disabled_at) return fail('WECHAT_REFUSED');
    await this.makeResident(tx, person.id, guestScope);
    return person.id;
  }

  /** Whoever logs in may file and ask to be bound: in the community of the card they came by, or anywhere. */
  private async makeResident(tx: EntityManager, personId: string, guestScope: string | null): Promise<void> {
    await this.scopes.refresh(tx);
    if (guestScope) return grantRole(tx, personId, 'resident', this.scopes.communityOf(guestScope).id);
    if ((await grantsOf(tx, personId)).length > 0) return;
    for (const top of this.scopes.tops()) await grantRole(tx, personId, 'resident', top);
  }

  private async refuse(personId: string | null, traceId: string): Promise<never> {
    await this.uow.run(async (tx) => {
      const scopeId = personId && (await homeScopeOf(tx, this.scopes, personId));
      const subject = { kind: 'person', id: personId };
      await this.audit.record(tx, { actor: theSystem(traceId), action: 'session.refused', subject, scopeId });
    });
    return fail('CREDENTIALS_WRONG');
  }

  private async note(
    tx: EntityManager,
    { id, traceId }: { id: string; traceId: string },
    action: string,
    by: string,
  ): Promise<void> {
    const actor = { id, kind: 'person', traceId };
    const scopeId = await homeScopeOf(tx, this.scopes, id);
    await this.audit.record(tx, { actor, action, subject: { kind: 'person', id }, scopeId, detail: { by } });
  }
}
