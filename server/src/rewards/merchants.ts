/** The rows of merchants: a shop is an organisation with an address, tied to the communities that deal with it. */
import type { ShopView } from '@sevengrid/shared/rewards/merchants.views';
import type { MerchantField } from '@sevengrid/shared/rewards/terms';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { EntityManager } from 'typeorm';
import { GRANT_HOLDS } from '../identity/rights';
import { todayOf } from '../identity/today';
import { json, rows, type SqlValue } from '../platform/database/sql';

export interface ShopRow {
  id: string;
  name: string;
  name_bo: string | null;
  field: MerchantField;
  phone: string | null;
  address: string | Bilingual;
  hours: string | Bilingual;
}

export interface MerchantRow extends ShopRow {
  notes: string | Bilingual | null;
  retired_at: Date | null;
  accounts: number;
  version: number;
}

const SHOP = 'o.id, o.name, m.name_bo, m.field, m.phone, m.address, m.hours';

export const MERCHANT = `SELECT ${SHOP}, m.notes, o.retired_at, o.version,
    (SELECT COUNT(DISTINCT rg.person_id) FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id
     JOIN person p ON p.id = rg.person_id
     WHERE rg.organisation_id = o.id AND p.disabled_at IS NULL AND ${GRANT_HOLDS}) AS accounts
  FROM merchant m JOIN organisation o ON o.id = m.id`;

/** Its agreement with the community runs today; `a` is the agreement, `sc` the community. */
const RUNS = `a.starts_on <= ${todayOf('sc')} AND a.ends_on >= ${todayOf('sc')}`;

/** @param which what follows the tables */
export const findMerchants = (tx: EntityManager, which: string, params: readonly SqlValue[]): Promise<MerchantRow[]> =>
  rows<MerchantRow>(tx, `${MERCHANT} ${which}`, params);

export const shopView = (row: ShopRow): ShopView => ({
  ...{ id: row.id, name: row.name, nameBo: row.name_bo, field: row.field, phone: row.phone },
  ...{ address: json(row.address), hours: json(row.hours) },
});

/** By offer: the shops that honour it today, by name. */
export async function shopsOfOffers(tx: EntityManager, offerIds: readonly string[]): Promise<Map<string, ShopView[]>> {
  const found = new Map<string, ShopView[]>(offerIds.map((id) => [id, []]));
  if (offerIds.length === 0) return found;
  const honouring = await rows<ShopRow & { offer_id: string }>(
    tx,
    `SELECT DISTINCT f.id AS offer_id, ${SHOP} FROM offer f JOIN scope sc ON sc.id = f.community_id
       JOIN agreement a ON a.community_id = f.community_id AND ${RUNS}
       JOIN merchant m ON m.id = a.merchant_id JOIN organisation o ON o.id = m.id AND o.retired_at IS NULL
       LEFT JOIN offer_shop s ON s.offer_id = f.id AND s.merchant_id = m.id
     WHERE f.id IN (?) AND (s.offer_id IS NOT NULL OR m.field = f.field) ORDER BY o.name, o.id`,
    [[...offerIds]],
  );
  for (const row of honouring) found.get(row.offer_id)?.push(shopView(row));
  return found;
}

/** The agreement under which the merchant gives this offer today: the one that ends first; null where it does not. */
export async function agreementFor(tx: EntityManager, offerId: string, merchantId: string): Promise<string | null> {
  const [first] = await rows<{ id: string }>(
    tx,
    `SELECT a.id FROM offer f JOIN scope sc ON sc.id = f.community_id
       JOIN agreement a ON a.community_id = f.community_id AND a.merchant_id = ? AND ${RUNS}
       JOIN merchant m ON m.id = a.merchant_id JOIN organisation o ON o.id = m.id AND o.retired_at IS NULL
       LEFT JOIN offer_shop s ON s.offer_id = f.id AND s.merchant_id = m.id
     WHERE f.id = ? AND (s.offer_id IS NOT NULL OR m.field = f.field) ORDER BY a.ends_on, a.id LIMIT 1`,
    [merchantId, offerId],
  );
  return first?.id ?? null;
}

/** Names of merchants, retired ones included. */
export async function merchantNames(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; nameBo: string | null }>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; name: string; nameBo: string | null }>(
    tx,
    'SELECT o.id, o.name, m.name_bo AS nameBo FROM organisation o JOIN merchant m ON m.id = o.id WHERE o.id IN (?)',
    [[...new Set(ids)]],
  );
  return new Map(found.map((row) => [row.id, { ...row }]));
}
