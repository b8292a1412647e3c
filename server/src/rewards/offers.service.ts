/** Offers: seen by whoever may redeem them; drawn up, published as far as agreements reach, and withdrawn by staff. */
import { Injectable } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { DrawUpOffer, ManagedOfferQuery, OfferQuery, WriteOffer } from '@sevengrid/shared/rewards/offers.requests';
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import type { ManagedOfferPage, ManagedOfferView, OfferPage, OfferView } from '@sevengrid/shared/rewards/offers.views';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, insertMany, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { coverageOf } from './coverage';
import { Keeping } from './keeping';
import { findOffer, findOffers, managedViews, offerViews, type OfferRow } from './offers';

const COLUMNS = [
  ...['title', 'terms', 'cost', 'total', 'per_person', 'span', 'valid_from', 'valid_to', 'hold_seconds'],
  ...['min_spend_fen', 'face_value_fen', 'field'],
];

const cells = (body: DrawUpOffer | WriteOffer): SqlValue[] => [
  ...[JSON.stringify(body.title), JSON.stringify(body.terms), body.cost, body.total, body.perPerson ?? null],
  ...[body.window, new Date(body.validFrom), new Date(body.validTo), body.holdSeconds],
  ...[body.minSpendFen, body.faceValueFen, body.field ?? null],
];

/** @throws INPUT_INVALID where it would end before it begins, or where shops are chosen in two ways. */
function demandSense({ validFrom, validTo, field, merchantIds }: DrawUpOffer | WriteOffer): void {
  const fields = [
    ...(Date.parse(validTo) > Date.parse(validFrom) ? [] : [{ field: 'body.validTo', rules: ['afterValidFrom'] }]),
    ...(field && merchantIds ? [{ field: 'body.merchantIds', rules: ['orField'] }] : []),
  ];
  if (fields.length > 0) fail('INPUT_INVALID', { fields });
}

@Injectable()
export class OffersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeping: Keeping,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId, cursor, limit = PAGE_SIZE }: OfferQuery): Promise<OfferPage> {
    const community = this.keeping.around(actor, communityId);
    const [to, id] = cursor === undefined ? [] : decodeCursor(cursor, ['instant', 'id']);
    const after = to && id ? 'AND (f.valid_to, f.id) > (?, ?)' : '';
    const which = `WHERE f.community_id = ? AND f.state = 'published' AND f.valid_to > NOW(3) AND f.valid_from <= NOW(3)
      ${after} ORDER BY f.valid_to, f.id LIMIT ?`;
    return this.uow.read(async (tx) => {
      const found = await findOffers(tx, which, [community.id, ...(to && id ? [to, id] : []), limit + 1]);
      const items = await offerViews(tx, actor.id, found.slice(0, limit));
      const last = found[limit - 1];
      const nextCursor = found.length > limit && last ? encodeCursor([last.valid_to.getTime(), last.id]) : null;
      return { items, nextCursor };
    });
  }

  one(actor: Actor, id: string): Promise<OfferView> {
    return this.uow.read(async (tx) => {
      const row = await findOffer(tx, id);
      if (!row || row.state !== 'published') return fail('NOT_FOUND');
      this.keeping.around(actor, row.community_id);
      return (await offerViews(tx, actor.id, [row]))[0] ?? fail('NOT_FOUND');
    });
  }

  managed(
    actor: Actor,
    { communityId, state, cursor, limit = PAGE_SIZE }: ManagedOfferQuery,
  ): Promise<ManagedOfferPage> {
    const community = this.keeping.community(actor, 'merchant.read', communityId);
    const conditions = ['f.community_id = ?', ...(state ? ['f.state = ?'] : []), ...(cursor ? ['f.id < ?'] : [])];
    const params = [community.id, ...(state ? [state] : []), ...(cursor ? decodeCursor(cursor, ['id']) : [])];
    const which = `WHERE ${conditions.join(' AND ')} ORDER BY f.id DESC LIMIT ?`;
    return this.uow.read(async (tx) => {
      const found = await findOffers(tx, which, [...params, limit + 1]);
      const items = await managedViews(tx, actor.id, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  async drawUp(actor: Actor, key: string, body: DrawUpOffer): Promise<ManagedOfferView> {
    demandSense(body);
    const community = this.keeping.community(actor, 'merchant.edit', body.communityId);
    const request = { actor, key, operation: offerRoutes.drawUp.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const made = newId();
      await change(
        tx,
        `INSERT INTO offer (id, community_id, state, ${COLUMNS.join(', ')})
         VALUES (?, ?, 'draft', ${COLUMNS.map(() => '?').join(', ')})`,
        [made, community.id, ...cells(body)],
      );
      await this.chooseShops(tx, made, community.id, body.merchantIds);
      return { id: made };
    });
    return this.view(actor, id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteOffer): Promise<ManagedOfferView> {
    demandSense(body);
    const request = { actor, key, operation: offerRoutes.write.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const row = await this.own(tx, actor, id);
      if (row.state !== 'draft') fail('OFFER_PUBLISHED');
      const done = await change(
        tx,
        `UPDATE offer SET ${COLUMNS.map((name) => `${name} = ?`).join(', ')}, version = version + 1
         WHERE id = ? AND state = 'draft' AND version = ?`,
        [...cells(body), id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await change(tx, 'DELETE FROM offer_shop WHERE offer_id = ?', [id]);
      await this.chooseShops(tx, id, row.community_id, body.merchantIds);
      return { id };
    });
    return this.view(actor, id);
  }

  async publish(actor: Actor, key: string, id: string): Promise<ManagedOfferView> {
    const request = { actor, key, operation: offerRoutes.publish.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const row = await this.own(tx, actor, id);
      if (row.state !== 'draft') fail('OFFER_PUBLISHED');
      if (row.seconds_left <= 0) fail('OFFER_ENDED');
      // Two who publish at once would both see room for one: each waits here for the agreements of the community.
      const agreements = 'SELECT id FROM agreement WHERE community_id = ? ORDER BY id FOR UPDATE';
      await rows(tx, agreements, [row.community_id]);
      const { missing, uncovered } = await coverageOf(tx, row.community_id, id);
      // What others promised beyond their budgets is shown by the gauge, and no reason against this one.
      const [all, others] = [missing(), missing(id)];
      const facts = { missingPt: all.pt - others.pt, missingFen: all.fen - others.fen };
      if (uncovered.has(id) || facts.missingPt > 0 || facts.missingFen > 0) fail('OFFER_NOT_COVERED', { facts });
      const done = await change(
        tx,
        `UPDATE offer SET state = 'published', published_at = NOW(3), version = version + 1
         WHERE id = ? AND state = 'draft' AND version = ?`,
        [id, row.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.note(tx, actor, 'offer.published', row);
      return { id };
    });
    return this.view(actor, id);
  }

  async withdraw(actor: Actor, key: string, id: string): Promise<ManagedOfferView> {
    const request = { actor, key, operation: offerRoutes.withdraw.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const row = await this.own(tx, actor, id);
      const sql =
        "UPDATE offer SET state = 'withdrawn', withdrawn_at = NOW(3), version = version + 1 WHERE id = ? AND state <> 'withdrawn'";
      if ((await change(tx, sql, [id])) === 0) fail('CHANGED_MEANWHILE');
      await this.note(tx, actor, 'offer.withdrawn', row);
      return { id };
    });
    return this.view(actor, id);
  }

  /** @throws INPUT_INVALID where one of them has nothing to do with the community. */
  private async chooseShops(
    tx: EntityManager,
    offerId: string,
    communityId: string,
    merchantIds: readonly string[] = [],
  ): Promise<void> {
    if (merchantIds.length === 0) return;
    const sql = 'SELECT merchant_id FROM merchant_community WHERE community_id = ? AND merchant_id IN (?)';
    const known = await rows(tx, sql, [communityId, [...merchantIds]]);
    if (known.length < merchantIds.length)
      fail('INPUT_INVALID', { fields: [{ field: 'body.merchantIds', rules: ['known'] }] });
    const into = 'INSERT INTO offer_shop (offer_id, merchant_id)';
    await insertMany(
      tx,
      into,
      merchantIds.map((id) => [offerId, id]),
    );
  }

  private async own(tx: EntityManager, actor: Actor, id: string): Promise<OfferRow> {
    const row = (await findOffer(tx, id)) ?? fail('NOT_FOUND');
    this.keeping.demand(actor, 'merchant.edit', row.community_id);
    return row;
  }

  private view(actor: Actor, id: string): Promise<ManagedOfferView> {
    return this.uow.read(async (tx) => {
      const [view] = await managedViews(tx, actor.id, await findOffers(tx, 'WHERE f.id = ?', [id]));
      return view ?? fail('NOT_FOUND');
    });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, community_id: scopeId, total }: OfferRow,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'offer', id }, scopeId, detail: { total } });
  }
}
