/** What the routes of merchants and agreements answer. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { MerchantField } from './terms';

/** A version of an agreement, as it was signed. */
export interface AgreementTermsView {
  version: number;
  /** First and last day. */
  from: string;
  to: string;
  /** Null where that budget has no limit. */
  budgetPt: number | null;
  budgetFen: number | null;
  reference: string;
  /** Who signed for the merchant. */
  signedBy: string;
  signedOn: string;
  recordedAt: string;
  /** Public display name. */
  recordedBy: string | null;
}

export type AgreementState = 'coming' | 'running' | 'over';

export interface AgreementView extends AgreementTermsView {
  id: string;
  communityId: string;
  state: AgreementState;
  /** What was given at this merchant under it so far, less what was taken back. */
  usedPt: number;
  usedFen: number;
  /** Versions before the one in force, newest first. */
  earlier: AgreementTermsView[];
}

/** A shop as members see it. */
export interface ShopView {
  id: string;
  name: string;
  nameBo: string | null;
  field: MerchantField;
  phone: string | null;
  address: Bilingual;
  hours: Bilingual;
}

export interface MerchantView extends ShopView {
  notes: Bilingual | null;
  retired: boolean;
  /** Log-ins that verify for it today. */
  accounts: number;
  /** With the caller's communities, newest first. */
  agreements: AgreementView[];
  version: number;
}

export type MerchantPage = Page<MerchantView>;
