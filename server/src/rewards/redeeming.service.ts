/** What members do with offers: reserve one for the counter, show its code, give it back. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { MyRedemptionQuery } from '@sevengrid/shared/rewards/redemptions.requests';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { RedemptionCodeView, RedemptionPage, RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, json, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Ledger } from '../points/ledger';
import { PointCauses } from '../points/point-causes';
import { Codes } from './codes';
import { Keeping } from './keeping';
import { findOffer, type OfferRow } from './offers';
import {
  demandDone,
  demandOpen,
  findOwn,
  giveBack,
  redemptionOf,
  takeQuota,
  titlesOf,
  type RedemptionRow,
} from './redemptions';
import { RedemptionViews } from './redemptions.views';

@Injectable()
export class RedeemingService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keeping: Keeping,
    private readonly ledger: Ledger,
    private readonly causes: PointCauses,
    private readonly codes: Codes,
    private readonly views: RedemptionViews,
  ) {}

  onModuleInit(): void {
    this.causes.register('redemption', async (tx, ids) => {
      const found = await titlesOf(tx, ids);
      return new Map(found.map(({ id, title }) => [id, { title: json(title), subject: { kind: 'redemption', id } }]));
    });
  }

  async redeem(actor: Actor, key: string, offerId: string): Promise<RedemptionView> {
    const operation = redemptionRoutes.redeem.name;
    const { id } = await this.uow.once(
      { actor, key, operation, fingerprint: inputFingerprint({ offerId }) },
      async (tx) => ({ id: await this.reserve(tx, actor, await this.offerFor(tx, actor, offerId)) }),
    );
    return this.one(actor, id);
  }

  mine(actor: Actor, { only, cursor, limit = PAGE_SIZE }: MyRedemptionQuery): Promise<RedemptionPage> {
    const open = "h.state = 'reserved' AND h.expires_at > NOW(3)";
    const conditions = [
      'r.person_id = ?',
      ...(only ? [only === 'open' ? open : `NOT (${open})`] : []),
      ...(cursor ? ['r.id < ?'] : []),
    ];
    const params = [actor.id, ...(cursor ? decodeCursor(cursor, ['id']) : []), limit + 1];
    const which = `WHERE ${conditions.join(' AND ')} ORDER BY r.id DESC LIMIT ?`;
    return this.uow.read(async (tx) => {
      const found = await findOwn(tx, which, params);
      const items = await this.views.own(tx, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  one(actor: Actor, id: string): Promise<RedemptionView> {
    return this.uow.read(async (tx) => {
      const [view] = await this.views.own(tx, [await this.own(tx, actor, id)]);
      return view ?? fail('REDEMPTION_NOT_FOUND');
    });
  }

  code(actor: Actor, id: string): Promise<RedemptionCodeView> {
    return this.uow.read(async (tx) => {
      const row = await this.own(tx, actor, id);
      demandOpen(row);
      const { digits, ...shown } = this.codes.of(id, await this.clock.now(tx));
      const phone = await one(tx, 'SELECT id FROM person WHERE id = ? AND phone_tail IS NOT NULL', [actor.id]);
      return { id, ...shown, digits: phone ? digits : null, expiresAt: row.expires_at.toISOString() };
    });
  }

  async cancel(actor: Actor, key: string, id: string): Promise<RedemptionView> {
    const operation = redemptionRoutes.cancel.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id }) }, async (tx) => {
      const row = await this.own(tx, actor, id);
      demandOpen(row);
      demandDone(await this.ledger.release(tx, { actorId: actor.id, communityId: row.community_id }, id));
      await giveBack(tx, row, 'held');
      return { id };
    });
    return this.one(actor, id);
  }

  /** The offer, if the actor may have one now; what costs points is for members. */
  private async offerFor(tx: EntityManager, actor: Actor, offerId: string): Promise<OfferRow> {
    const offer = (await findOffer(tx, offerId)) ?? fail('NOT_FOUND');
    const path = this.keeping.pathOf(offer.community_id);
    if (offer.state === 'draft' || !actor.may('offer.redeem', path)) fail('NOT_FOUND');
    if (offer.cost > 0 && !actor.may('activity.join', path)) fail('NOT_ALLOWED');
    if (!offer.valid) fail('OFFER_ENDED');
    // Whoever comes late to a crowd is told so without a lock; whether there is one left is decided by the last statement.
    if (offer.held + offer.captured >= offer.total) fail('OFFER_SOLD_OUT');
    return offer;
  }

  /** Account, quota, offer, in this order; the offer's row is the one that all wait for, so it comes last. */
  private async reserve(tx: EntityManager, actor: Actor, offer: OfferRow): Promise<string> {
    const { id: offerId, community_id: communityId, span_now: span } = offer;
    const [id, personId] = [newId(), actor.id];
    const ttlS = Math.min(offer.hold_seconds, offer.seconds_left);
    const held = { id, personId, points: offer.cost, ttlS, causeType: 'redemption' as const };
    const { expiresAt } = await this.ledger.hold(tx, { actorId: personId, communityId }, held);
    await takeQuota(tx, { offerId, personId, span }, offer.per_person);
    await change(
      tx,
      `INSERT INTO redemption (id, offer_id, person_id, community_id, cost, face_value_fen, span, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, offerId, personId, communityId, offer.cost, offer.face_value_fen, span],
        new Date(expiresAt.getTime() - ttlS * 1000),
      ],
    );
    const taken = await change(
      tx,
      `UPDATE offer SET held = held + 1 WHERE id = ? AND state = 'published' AND held + captured < total
         AND valid_from <= NOW(3) AND valid_to > NOW(3)`,
      [offerId],
    );
    return taken === 1 ? id : this.refuse(tx, offerId);
  }

  private async refuse(tx: EntityManager, offerId: string): Promise<never> {
    const now = await findOffer(tx, offerId);
    return fail(now?.valid ? 'OFFER_SOLD_OUT' : 'OFFER_ENDED');
  }

  /** Somebody else's answers like one that does not exist. */
  private async own(tx: EntityManager, actor: Actor, id: string): Promise<RedemptionRow> {
    const row = await redemptionOf(tx, id);
    return row.person_id === actor.id ? row : fail('REDEMPTION_NOT_FOUND');
  }
}
