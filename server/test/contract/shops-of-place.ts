/** The place's two shops opened: a clinic and a bookshop with agreements that run, and what is made of them. */
import type { AddMerchant, SignAgreementOf } from '@sevengrid/shared/rewards/merchants.requests';
import type { DrawUpOffer } from '@sevengrid/shared/rewards/offers.requests';
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import { newId } from '../../src/platform/database/new-id';
import type { Cast } from './cast';

const OPEN = new WeakSet<Cast>();
const DAY = 86_400_000;
const BIG = 1_000_000_000;

export const SHOP: AddMerchant = {
  ...{ name: '试用面馆', nameBo: 'ཚོད་ལྟའི་ཐུག་པ་ཁང་།', field: 'catering', phone: '08916000009' },
  ...{ address: { zh: '幸福路 1 号' }, hours: { zh: '每天 9:00–21:00' } },
};

export const AGREEMENT: SignAgreementOf = {
  ...{ from: '2020-01-01', to: '2099-12-31', budgetPt: 10_000, budgetFen: 1_000_000_000, reference: '协-001' },
  ...{ signedBy: '试用签字人', signedOn: '2020-01-01' },
};

/** For the contract's tests alone: rows as staff would write them. */
export async function openShops(cast: Cast): Promise<void> {
  if (OPEN.has(cast)) return;
  OPEN.add(cast);
  const { place } = cast;
  // Statements are of months that are over, in which these people had their roles already.
  await place.sql("UPDATE role_grant SET starts_on = '2020-01-01'");
  for (const [id, field] of [
    [place.merchantId, 'medical'],
    [place.otherMerchantId, 'books'],
  ]) {
    const words = JSON.stringify({ zh: '测试街' });
    await place.sql('INSERT INTO merchant (id, field, address, hours) VALUES (?, ?, ?, ?)', [id, field, words, words]);
    await place.sql('INSERT INTO merchant_community (community_id, merchant_id) VALUES (?, ?)', [
      place.communityId,
      id,
    ]);
    const agreement = newId();
    await place.sql(
      `INSERT INTO agreement (id, merchant_id, community_id, version, starts_on, ends_on, budget_pt, budget_fen)
       VALUES (?, ?, ?, 1, '2020-01-01', '2099-12-31', ?, ?)`,
      [agreement, id, place.communityId, BIG, BIG * 1000],
    );
    await place.sql(
      `INSERT INTO agreement_version (id, agreement_id, version, starts_on, ends_on, budget_pt, budget_fen, reference,
         signed_by_enc, signed_on, recorded_by, at)
       VALUES (?, ?, 1, '2020-01-01', '2099-12-31', ?, ?, '协-000', ?, '2020-01-01', ?, NOW(3))`,
      [newId(), agreement, BIG, BIG * 1000, place.cipher.seal('试用签字人'), cast.id('staff')],
    );
  }
}

export const draftOf = (cast: Cast, more: Partial<DrawUpOffer> = {}): DrawUpOffer => ({
  ...{
    title: { zh: '洁牙一次', bo: 'སོ་གཙང་བཟོ།' },
    terms: { zh: '请提前一天预约。' },
    cost: 0,
    total: 1000,
    window: 'ever',
  },
  ...{
    validFrom: new Date(cast.app.now - DAY).toISOString(),
    validTo: new Date(cast.app.now + 90 * DAY).toISOString(),
  },
  ...{ holdSeconds: 900, minSpendFen: 0, faceValueFen: 5000, merchantIds: [cast.place.merchantId] },
  ...more,
});

/** Drawn up by staff, and nobody else sees it. */
export async function draft(cast: Cast, more?: Partial<DrawUpOffer>): Promise<string> {
  await openShops(cast);
  const second = await cast.as('second');
  return (await second.call(offerRoutes.drawUp, { body: draftOf(cast, more) })).reply.id;
}

export async function published(cast: Cast, more?: Partial<DrawUpOffer>): Promise<string> {
  const id = await draft(cast, more);
  return (await (await cast.as('second')).call(offerRoutes.publish, { params: { id } })).reply.id;
}
