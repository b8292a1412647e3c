/** The gauge of what was promised: points that people have, against what offers still give and agreements still honour. */
import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { LiabilityQuery } from '@sevengrid/shared/rewards/offers.requests';
import type { LiabilityView, MerchantBudgetView, PointRateView } from '@sevengrid/shared/rewards/offers.views';
import type { EntityManager } from 'typeorm';
import { json, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { totalsOf } from '../points/sums';
import { coverageOf, type AgreementLeft, type Coverage } from './coverage';
import { Keeping } from './keeping';
import { merchantNames } from './merchants';

interface RateRow {
  id: string;
  title: string | Bilingual;
  cost: number;
  face_value_fen: number;
}

@Injectable()
export class LiabilityService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeping: Keeping,
  ) {}

  read(actor: Actor, { communityId }: LiabilityQuery): Promise<LiabilityView> {
    const { id } = this.keeping.community(actor, 'merchant.read', communityId);
    return this.uow.read(async (tx) => {
      const { outstanding, held } = await totalsOf(tx, id);
      const coverage = await coverageOf(tx, id);
      const rates = await this.rates(tx, id, outstanding);
      const promisedPt = sum(coverage, ({ cost }) => cost);
      const missing = coverage.missing();
      return {
        ...{ communityId: id, outstandingPt: outstanding, heldPt: held },
        ...{ cheapest: rates[0] ?? null, dearest: rates.at(-1) ?? null },
        ...{ promisedPt, promisedFen: sum(coverage, (offer) => Number(offer.face_value_fen)) },
        ...{ coveredPt: missing.pt === 0, coveredFen: missing.fen === 0 },
        unmetPt: Math.max(0, outstanding - promisedPt),
        merchants: await budgets(tx, coverage.agreements),
      };
    });
  }

  /** What a point is worth under each offer that can be redeemed, least first. */
  private async rates(tx: EntityManager, communityId: string, outstanding: number): Promise<PointRateView[]> {
    const found = await rows<RateRow>(
      tx,
      `SELECT f.id, f.title, f.cost, f.face_value_fen FROM offer f
       WHERE f.community_id = ? AND f.state = 'published' AND f.valid_to > NOW(3) AND f.cost > 0
       ORDER BY f.face_value_fen / f.cost, f.id`,
      [communityId],
    );
    return found.map(({ id, title, cost, face_value_fen: value }) => ({
      ...{ offerId: id, title: json(title), fenPerPoint: Math.round(Number(value) / cost) },
      fen: Math.round((outstanding * Number(value)) / cost),
    }));
  }
}

const sum = ({ offers }: Coverage, of: (offer: Coverage['offers'][number]) => number): number =>
  offers.reduce((total, offer) => total + Number(offer.quantity) * of(offer), 0);

/** What is left under all agreements of a merchant; one without a limit has none in all. */
async function budgets(tx: EntityManager, agreements: readonly AgreementLeft[]): Promise<MerchantBudgetView[]> {
  const names = await merchantNames(
    tx,
    agreements.map((row) => row.merchant_id),
  );
  const left = (own: readonly AgreementLeft[], unit: 'pt' | 'fen'): number | null =>
    own.some((row) => row[`budget_${unit}`] === null)
      ? null
      : own.reduce((total, row) => total + Math.max(0, Number(row[`budget_${unit}`]) - Number(row[`used_${unit}`])), 0);
  return [...names.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, name, nameBo }) => {
      const own = agreements.filter((row) => row.merchant_id === id);
      return { merchantId: id, name, nameBo, leftPt: left(own, 'pt'), leftFen: left(own, 'fen') };
    });
}
