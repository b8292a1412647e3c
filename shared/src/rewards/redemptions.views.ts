/** What the routes of redemptions answer: to the member, and to the shop, which sees a masked name. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { ShopView } from './merchants.views';
import type { Check, RedemptionState } from './terms';

export interface RedemptionView {
  id: string;
  offerId: string;
  title: Bilingual;
  terms: Bilingual;
  /** Points. */
  cost: number;
  faceValueFen: number;
  minSpendFen: number;
  state: RedemptionState;
  madeAt: string;
  /** From this instant on no shop can give it any more. */
  expiresAt: string;
  usedAt: string | null;
  undoneAt: string | null;
  /** Where it was used. */
  shop: { id: string; name: string; nameBo: string | null } | null;
  /** Where it can be used today. */
  shops: ShopView[];
}

export type RedemptionPage = Page<RedemptionView>;

/** What the member shows at the counter. */
export interface RedemptionCodeView {
  id: string;
  /** `H1.<id>.<step>.<mac>`, as the text of a QR code. */
  code: string;
  /** Seconds until the next one. */
  freshInSeconds: number;
  /** To be said where no camera reads; asked for together with the last four digits of the phone number. Null without a phone. */
  digits: string | null;
  digitsFreshInSeconds: number;
  expiresAt: string;
}

/** What the shop sees before it gives the thing. */
export interface LookedUpView {
  id: string;
  title: Bilingual;
  terms: Bilingual;
  cost: number;
  faceValueFen: number;
  minSpendFen: number;
  /** Masked by syllable. */
  name: string;
  expiresAt: string;
  /** What to look at: whose it is; how large the bill is. */
  checks: Check[];
}

/** What the shop gave. */
export interface CapturedView {
  id: string;
  title: Bilingual;
  cost: number;
  faceValueFen: number;
  billFen: number | null;
  /** Masked by syllable. */
  name: string;
  capturedAt: string;
  undoneAt: string | null;
  /** Until when the shop itself may take it back. */
  undoUntil: string;
}

export interface TodayView extends Page<CapturedView> {
  /** On the community's wall. */
  day: string;
  /** Of the whole day, less what was taken back. */
  count: number;
  points: number;
  valueFen: number;
}
