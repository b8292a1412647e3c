/** What the routes of offers answer, and the gauge of what was promised. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { ShopView } from './merchants.views';
import type { LimitWindow, MerchantField, OfferState } from './terms';

export interface OfferView {
  id: string;
  communityId: string;
  title: Bilingual;
  terms: Bilingual;
  /** Points; 0 is for every resident. */
  cost: number;
  /** How many there are in all, and how many are still to be had. */
  total: number;
  left: number;
  /** How many one person may have within the window; null for as many as there are. */
  perPerson: number | null;
  window: LimitWindow;
  validFrom: string;
  validTo: string;
  /** How long what was redeemed is kept. */
  holdSeconds: number;
  /** The bill from which it counts, and what it is worth. */
  minSpendFen: number;
  faceValueFen: number;
  /** Every merchant of this field honours it; null where they are chosen one by one. */
  field: MerchantField | null;
  /** Who honours it today. */
  shops: ShopView[];
  /** How many the caller has had within the window that runs. */
  mine: number;
}

export type OfferPage = Page<OfferView>;

/** An offer as whoever keeps it sees it. */
export interface ManagedOfferView extends OfferView {
  state: OfferState;
  /** Waiting for the counter, and given. */
  held: number;
  captured: number;
  merchantIds: string[];
  publishedAt: string | null;
  withdrawnAt: string | null;
  version: number;
}

export type ManagedOfferPage = Page<ManagedOfferView>;

/** What a point is worth under one offer. */
export interface PointRateView {
  offerId: string;
  title: Bilingual;
  fenPerPoint: number;
  /** All points outstanding, redeemed at this rate. */
  fen: number;
}

export interface MerchantBudgetView {
  merchantId: string;
  name: string;
  nameBo: string | null;
  /** Null where that budget has no limit. */
  leftPt: number | null;
  leftFen: number | null;
}

/** What was promised against what was signed. */
export interface LiabilityView {
  communityId: string;
  /** Points that people have, and how many of them wait for a counter. */
  outstandingPt: number;
  heldPt: number;
  /** The offers under which a point is worth least and most; null where none costs points. */
  cheapest: PointRateView | null;
  dearest: PointRateView | null;
  /** What all published offers can still give, waiting ones included. */
  promisedPt: number;
  promisedFen: number;
  /** Whether the agreements that run can honour all of it, merchant by merchant. */
  coveredPt: boolean;
  coveredFen: boolean;
  /** Points outstanding for which no published offer is left. */
  unmetPt: number;
  merchants: MerchantBudgetView[];
}
