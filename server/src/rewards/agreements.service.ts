/** Agreements with merchants, recorded as they were signed; a change is a new version, and nothing is overwritten. */
import { Injectable } from '@nestjs/common';
import { isDay } from '@sevengrid/shared/kernel/days';
import type { SignAgreement, SignAgreementAnew, SignAgreementOf } from '@sevengrid/shared/rewards/merchants.requests';
import { merchantRoutes } from '@sevengrid/shared/rewards/merchants.routes';
import type { AgreementView } from '@sevengrid/shared/rewards/merchants.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { canonicalJson, inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Seals } from '../platform/seal/seals';
import { agreementsOf } from './agreements';
import { Keeping } from './keeping';
import { MerchantsService } from './merchants.service';

/** @throws INPUT_INVALID for days that the calendar has not, or an end before its beginning. */
function demandDays({ from, to, signedOn }: SignAgreement): void {
  const wrong = Object.entries({ from, to, signedOn }).filter(([, day]) => !isDay(day));
  const fields = wrong.map(([name]) => ({ field: `body.${name}`, rules: ['isDay'] }));
  if (fields.length === 0 && to < from) fields.push({ field: 'body.to', rules: ['notBeforeFrom'] });
  if (fields.length > 0) fail('INPUT_INVALID', { fields });
}

@Injectable()
export class AgreementsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeping: Keeping,
    private readonly merchants: MerchantsService,
    private readonly people: People,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
    seals: Seals,
  ) {
    seals.register({ name: 'agreement', table: 'agreement_version', canonical: canonicalJson });
  }

  async sign(actor: Actor, key: string, merchantId: string, body: SignAgreementOf): Promise<AgreementView> {
    demandDays(body);
    const operation = merchantRoutes.sign.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ merchantId, body }) };
    const { id } = await this.uow.once(request, async (tx) => {
      const communityId = await this.merchants.demandKept(tx, actor, merchantId, body.communityId);
      const made = newId();
      await change(
        tx,
        `INSERT INTO agreement (id, merchant_id, community_id, version, starts_on, ends_on, budget_pt, budget_fen)
         VALUES (?, ?, ?, 1, ?, ?, ?, ?)`,
        [made, merchantId, communityId, body.from, body.to, body.budgetPt ?? null, body.budgetFen ?? null],
      );
      await this.keep(tx, actor, { id: made, version: 1, communityId }, body);
      return { id: made };
    });
    return this.view(id);
  }

  async signAnew(actor: Actor, key: string, id: string, body: SignAgreementAnew): Promise<AgreementView> {
    demandDays(body);
    const operation = merchantRoutes.signAnew.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const sql = 'SELECT community_id FROM agreement WHERE id = ?';
      const { community_id: communityId } = (await one<{ community_id: string }>(tx, sql, [id])) ?? fail('NOT_FOUND');
      this.keeping.demand(actor, 'merchant.edit', communityId);
      const done = await change(
        tx,
        `UPDATE agreement SET version = version + 1, starts_on = ?, ends_on = ?, budget_pt = ?, budget_fen = ?
         WHERE id = ? AND version = ?`,
        [body.from, body.to, body.budgetPt ?? null, body.budgetFen ?? null, id, body.basedOn],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.keep(tx, actor, { id, version: body.basedOn + 1, communityId }, body);
      return { id };
    });
    return this.view(id);
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { id, version, communityId }: { id: string; version: number; communityId: string },
    body: SignAgreement,
  ): Promise<void> {
    await change(
      tx,
      `INSERT INTO agreement_version (id, agreement_id, version, starts_on, ends_on, budget_pt, budget_fen, reference,
         signed_by_enc, signed_on, recorded_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(3))`,
      [
        ...[newId(), id, version, body.from, body.to, body.budgetPt ?? null, body.budgetFen ?? null],
        ...[body.reference.trim(), this.cipher.seal(body.signedBy.trim()), body.signedOn, actor.id],
      ],
    );
    const subject = { kind: 'agreement', id };
    await this.audit.record(tx, {
      actor,
      action: 'agreement.signed',
      subject,
      scopeId: communityId,
      detail: { version },
    });
  }

  private view(id: string): Promise<AgreementView> {
    return this.uow.read(async (tx) => {
      const sql = 'SELECT merchant_id, community_id FROM agreement WHERE id = ?';
      const row = (await one<{ merchant_id: string; community_id: string }>(tx, sql, [id])) ?? fail('NOT_FOUND');
      const of = { merchantIds: [row.merchant_id], communityIds: [row.community_id], only: id };
      const [view] =
        (await agreementsOf(tx, { people: this.people, cipher: this.cipher }, of)).get(row.merchant_id) ?? [];
      return view ?? fail('NOT_FOUND');
    });
  }
}
