/** The rows of offers, and how they leave the server. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { ShopView } from '@sevengrid/shared/rewards/merchants.views';
import type { ManagedOfferView, OfferView } from '@sevengrid/shared/rewards/offers.views';
import type { LimitWindow, MerchantField, OfferState } from '@sevengrid/shared/rewards/terms';
import type { EntityManager } from 'typeorm';
import { TODAY } from '../identity/today';
import { json, rows, type SqlValue } from '../platform/database/sql';
import { shopsOfOffers } from './merchants';

export interface OfferRow {
  id: string;
  community_id: string;
  state: OfferState;
  title: string | Bilingual;
  terms: string | Bilingual;
  cost: number;
  total: number;
  held: number;
  captured: number;
  per_person: number | null;
  span: LimitWindow;
  valid_from: Date;
  valid_to: Date;
  hold_seconds: number;
  min_spend_fen: number;
  face_value_fen: number;
  field: MerchantField | null;
  published_at: Date | null;
  withdrawn_at: Date | null;
  version: number;
  /** What the limit per person counts now: `ever`, or the year on the community's wall. */
  span_now: string;
  /** Whether it may be redeemed at this instant, and for how many seconds more. */
  valid: number;
  seconds_left: number;
}

/** Of offer `f` in community `sc`. */
const SPAN_NOW = `IF(f.span = 'year', CAST(YEAR(${TODAY}) AS CHAR), 'ever')`;

const OFFER = `SELECT f.id, f.community_id, f.state, f.title, f.terms, f.cost, f.total, f.held, f.captured, f.per_person,
    f.span, f.valid_from, f.valid_to, f.hold_seconds, f.min_spend_fen, f.face_value_fen, f.field, f.published_at,
    f.withdrawn_at, f.version, ${SPAN_NOW} AS span_now,
    f.state = 'published' AND f.valid_from <= NOW(3) AND f.valid_to > NOW(3) AS valid,
    TIMESTAMPDIFF(SECOND, NOW(3), f.valid_to) AS seconds_left
  FROM offer f JOIN scope sc ON sc.id = f.community_id`;

/** @param which what follows the tables; `f` is the offer */
export const findOffers = (tx: EntityManager, which: string, params: readonly SqlValue[]): Promise<OfferRow[]> =>
  rows<OfferRow>(tx, `${OFFER} ${which}`, params);

export async function findOffer(tx: EntityManager, id: string): Promise<OfferRow | null> {
  return (await findOffers(tx, 'WHERE f.id = ?', [id]))[0] ?? null;
}

/** By offer: how many of it the person has had within the window that runs. */
async function hadOf(tx: EntityManager, personId: string, offers: readonly OfferRow[]): Promise<Map<string, number>> {
  if (offers.length === 0) return new Map();
  const spans = new Map(offers.map(({ id, span_now: span }) => [id, span]));
  const found = await rows<{ offer_id: string; span: string; used: number }>(
    tx,
    'SELECT offer_id, span, used FROM offer_quota WHERE person_id = ? AND offer_id IN (?)',
    [personId, [...spans.keys()]],
  );
  return new Map(
    found.filter(({ offer_id: id, span }) => spans.get(id) === span).map((row) => [row.offer_id, row.used]),
  );
}

const offerView = (row: OfferRow, shops: readonly ShopView[], mine: number): OfferView => ({
  ...{ id: row.id, communityId: row.community_id, title: json(row.title), terms: json(row.terms), cost: row.cost },
  ...{ total: row.total, left: row.total - row.held - row.captured, perPerson: row.per_person, window: row.span },
  ...{ validFrom: row.valid_from.toISOString(), validTo: row.valid_to.toISOString(), holdSeconds: row.hold_seconds },
  ...{ minSpendFen: Number(row.min_spend_fen), faceValueFen: Number(row.face_value_fen), field: row.field },
  ...{ shops: [...shops], mine },
});

/** As whoever may redeem them sees them. */
export async function offerViews(
  tx: EntityManager,
  personId: string,
  found: readonly OfferRow[],
): Promise<OfferView[]> {
  const shops = await shopsOfOffers(
    tx,
    found.map(({ id }) => id),
  );
  const had = await hadOf(tx, personId, found);
  return found.map((row) => offerView(row, shops.get(row.id) ?? [], had.get(row.id) ?? 0));
}

/** As whoever keeps them sees them. */
export async function managedViews(
  tx: EntityManager,
  personId: string,
  found: readonly OfferRow[],
): Promise<ManagedOfferView[]> {
  const chosen = await chosenShops(
    tx,
    found.map(({ id }) => id),
  );
  const views = await offerViews(tx, personId, found);
  return found.map((row, i) => ({
    ...(views[i] as OfferView),
    ...{ state: row.state, held: row.held, captured: row.captured, merchantIds: chosen.get(row.id) ?? [] },
    publishedAt: row.published_at && row.published_at.toISOString(),
    withdrawnAt: row.withdrawn_at && row.withdrawn_at.toISOString(),
    version: row.version,
  }));
}

async function chosenShops(tx: EntityManager, offerIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(offerIds.map((id) => [id, []]));
  if (offerIds.length === 0) return found;
  const sql = 'SELECT offer_id, merchant_id FROM offer_shop WHERE offer_id IN (?) ORDER BY merchant_id';
  for (const row of await rows<{ offer_id: string; merchant_id: string }>(tx, sql, [[...offerIds]]))
    found.get(row.offer_id)?.push(row.merchant_id);
  return found;
}
