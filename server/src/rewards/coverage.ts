/** What published offers still promise, and what of it the signed agreements can honour. */
import { unmet, type Commitment } from '@sevengrid/shared/rewards/budgets';
import type { EntityManager } from 'typeorm';
import { TODAY, dayOf } from '../identity/today';
import { rows } from '../platform/database/sql';

export interface AgreementLeft {
  id: string;
  merchant_id: string;
  budget_pt: number | null;
  budget_fen: number | null;
  used_pt: number;
  used_fen: number;
}

export interface PromisedOffer {
  id: string;
  cost: number;
  face_value_fen: number;
  /** How many may still be given: what waits, and while it may be redeemed what is left. */
  quantity: number;
}

export interface Coverage {
  offers: PromisedOffer[];
  agreements: AgreementLeft[];
  /** What no agreement can honour: of all of them, or of all but one. */
  missing: (except?: string) => { pt: number; fen: number };
  /** Offers that a merchant named on them honours under no agreement over their whole time. */
  uncovered: ReadonlySet<string>;
}

const FROM = dayOf('GREATEST(f.valid_from, NOW(3))');
const TO = dayOf('f.valid_to - INTERVAL 1 SECOND');
/** The agreement runs as long as the offer does, and its merchant honours the offer. */
const HONOURS = `a.starts_on <= ${FROM} AND a.ends_on >= ${TO} AND (s.offer_id IS NOT NULL OR m.field = f.field)`;
/** Published ones, and whatever of others waits for a counter; with `?` one that is about to be published. */
const PROMISED = `f.community_id = ? AND ((f.state = 'published' AND f.valid_to > NOW(3)) OR f.held > 0 OR f.id = ?)`;

/** @param besides a draft, counted as if it were published */
export async function coverageOf(tx: EntityManager, communityId: string, besides = ''): Promise<Coverage> {
  const offers = await rows<PromisedOffer>(
    tx,
    `SELECT f.id, f.cost, f.face_value_fen,
       IF((f.state = 'published' AND f.valid_to > NOW(3)) OR f.id = ?, f.total - f.captured, f.held) AS quantity
     FROM offer f WHERE ${PROMISED} ORDER BY f.id`,
    [besides, communityId, besides],
  );
  const agreements = await rows<AgreementLeft>(
    tx,
    `SELECT a.id, a.merchant_id, a.budget_pt, a.budget_fen, a.used_pt, a.used_fen
     FROM agreement a JOIN scope sc ON sc.id = a.community_id
     WHERE a.community_id = ? AND a.ends_on >= ${TODAY} ORDER BY a.id`,
    [communityId],
  );
  const pairs = await rows<{ offer_id: string; agreement_id: string; merchant_id: string }>(
    tx,
    `SELECT f.id AS offer_id, a.id AS agreement_id, a.merchant_id FROM offer f JOIN scope sc ON sc.id = f.community_id
       JOIN agreement a ON a.community_id = f.community_id JOIN merchant m ON m.id = a.merchant_id
       JOIN organisation o ON o.id = m.id AND o.retired_at IS NULL
       LEFT JOIN offer_shop s ON s.offer_id = f.id AND s.merchant_id = m.id
     WHERE ${PROMISED} AND ${HONOURS}`,
    [communityId, besides],
  );
  const by = (id: string): string[] => pairs.filter((pair) => pair.offer_id === id).map((pair) => pair.agreement_id);
  const commitments = (amount: (offer: PromisedOffer) => number, except?: string): Commitment[] =>
    offers
      .filter(({ id }) => id !== except)
      .map((offer) => ({ amount: Number(offer.quantity) * amount(offer), by: by(offer.id) }));
  return {
    offers,
    agreements,
    missing: (except) => ({
      pt: unmet(
        commitments((offer) => offer.cost, except),
        leftOf(agreements, 'pt'),
      ),
      fen: unmet(
        commitments((offer) => Number(offer.face_value_fen), except),
        leftOf(agreements, 'fen'),
      ),
    }),
    uncovered: await uncoveredOf(tx, offers, pairs),
  };
}

/** Budgets that have a limit, less what is spent of them; never below nothing, since a new version may be smaller. */
function leftOf(agreements: readonly AgreementLeft[], unit: 'pt' | 'fen'): Map<string, number> {
  const left = new Map<string, number>();
  for (const row of agreements) {
    const [budget, used] = [row[`budget_${unit}`], row[`used_${unit}`]];
    if (budget !== null) left.set(row.id, Math.max(0, Number(budget) - Number(used)));
  }
  return left;
}

async function uncoveredOf(
  tx: EntityManager,
  offers: readonly PromisedOffer[],
  pairs: readonly { offer_id: string; merchant_id: string }[],
): Promise<Set<string>> {
  if (offers.length === 0) return new Set();
  const sql = 'SELECT offer_id, merchant_id FROM offer_shop WHERE offer_id IN (?)';
  const named = await rows<{ offer_id: string; merchant_id: string }>(tx, sql, [offers.map(({ id }) => id)]);
  const honoured = new Set(pairs.map((pair) => `${pair.offer_id} ${pair.merchant_id}`));
  const without = named.filter((row) => !honoured.has(`${row.offer_id} ${row.merchant_id}`)).map((row) => row.offer_id);
  const nobody = offers.filter(({ id }) => !pairs.some((pair) => pair.offer_id === id)).map(({ id }) => id);
  return new Set([...without, ...nobody]);
}
