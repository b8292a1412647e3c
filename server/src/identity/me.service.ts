/** What somebody sees and changes of themself: who I am, my password, my consents. */
import { Injectable } from '@nestjs/common';
import type { ChangePassword, RecordConsent } from '@sevengrid/shared/identity/requests';
import type { DoneView, MeView, ScopeList } from '@sevengrid/shared/identity/views';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Homes } from './homes';
import { meView, type ConsentRow, type SelfRow } from './identity.views';
import { LogInAttempts } from './log-in-attempts';
import { hashPassword, passwordFits, passwordIsStrong } from './passwords';
import { homeScopeOf } from './rights';
import { Scopes } from './scopes';
import { Sessions } from './sessions';

const DONE: DoneView = { done: true };

@Injectable()
export class MeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly sessions: Sessions,
    private readonly attempts: LogInAttempts,
    private readonly homes: Homes,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
  ) {}

  me(actor: Actor): Promise<MeView> {
    return this.uow.read(async (tx) => {
      const self =
        actor.kind === 'person'
          ? await one<SelfRow>(tx, 'SELECT name_enc, must_change FROM person WHERE id = ?', [actor.id])
          : null;
      const consents = await rows<ConsentRow>(
        tx,
        `SELECT purpose, version, given, at FROM consent WHERE ${actor.kind}_id = ? ORDER BY at DESC, id DESC LIMIT 200`,
        [actor.id],
      );
      return meView(actor, {
        name: self?.name_enc ? this.cipher.open(self.name_enc) : null,
        mustChange: self?.must_change === 1,
        consents,
        home: await this.homes.find(tx, actor),
        scopes: this.scopes,
      });
    });
  }

  scopesOf(actor: Actor): ScopeList {
    const items = actor.scopesWith('scope.read').flatMap((id) => this.scopes.view(id) ?? []);
    return { items };
  }

  async changePassword(actor: Actor, key: string, body: ChangePassword): Promise<DoneView> {
    const account = await this.accountOf(actor);
    // Before the attempt is counted: a weak new password is no wrong guess of the old one.
    if (body.next === body.current || !passwordIsStrong(body.next, account)) fail('PASSWORD_TOO_WEAK');
    await this.attempts.begin(account);
    // Keyed, since a bare hash of two passwords would be something to guess against.
    const fingerprint = this.cipher.blindIndex('password-change', inputFingerprint(body));
    await this.uow.once({ actor, key, operation: 'identity.changePassword', fingerprint }, async (tx) => {
      const row = await one<{ password_hash: string | null }>(tx, 'SELECT password_hash FROM person WHERE id = ?', [
        actor.id,
      ]);
      if (!(await passwordFits(row?.password_hash ?? null, body.current))) fail('CREDENTIALS_WRONG');
      await change(
        tx,
        'UPDATE person SET password_hash = ?, must_change = 0, password_changed_at = NOW(3) WHERE id = ?',
        [await hashPassword(body.next), actor.id],
      );
      await this.sessions.endAllOf(tx, { personId: actor.id }, actor.sessionId);
      const scopeId = await homeScopeOf(tx, this.scopes, actor.id);
      const subject = { kind: 'person', id: actor.id };
      await this.audit.record(tx, { actor, action: 'password.changed', subject, scopeId });
      return { personId: actor.id };
    });
    await this.attempts.clear(account);
    return DONE;
  }

  async recordConsent(actor: Actor, key: string, body: RecordConsent): Promise<DoneView> {
    const request = { actor, key, operation: 'identity.recordConsent', fingerprint: inputFingerprint(body) };
    await this.uow.once(request, async (tx) => {
      const id = newId();
      const [personId, guestId] = actor.kind === 'person' ? [actor.id, null] : [null, actor.id];
      const reader = body.readAloudBy ? this.cipher.seal(body.readAloudBy) : null;
      await change(
        tx,
        `INSERT INTO consent (id, person_id, guest_id, purpose, version, given, read_aloud_by_enc, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, NOW(3))`,
        [id, personId, guestId, body.purpose, body.version, body.given, reader],
      );
      return { id };
    });
    return DONE;
  }

  /** Who has no account has no password either, and is refused as if it were wrong. */
  private async accountOf(actor: Actor): Promise<string> {
    const row = await this.uow.read((tx) =>
      one<{ account: string | null }>(tx, 'SELECT account FROM person WHERE id = ?', [actor.id]),
    );
    return row?.account ?? fail('CREDENTIALS_WRONG');
  }
}
