/** What staff write of merchants, and of the agreements that were signed with them. */
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { BilingualLine } from '../kernel/bilingual';
import { Day, Id, Optional, Part, Phone, UnlessGiven, Words } from '../kernel/fields';
import { SearchPageQuery } from '../kernel/page';
import { MERCHANT_FIELDS, type MerchantField } from './terms';

/** A hundred million of points or fen: no community signs more. */
export const MOST = 10_000_000_000;

class MerchantData {
  @Words(2, 60)
  name!: string;

  @Optional()
  @Words(2, 160)
  nameBo?: string;

  @IsIn(MERCHANT_FIELDS)
  field!: MerchantField;

  /** Of the shop, as on its door. */
  @Optional()
  @Phone()
  phone?: string;

  @Part(() => BilingualLine)
  address!: BilingualLine;

  @Part(() => BilingualLine)
  hours!: BilingualLine;

  /** How to find it, what to bring. */
  @Optional()
  @Part(() => BilingualLine)
  notes?: BilingualLine;
}

export class AddMerchant extends MerchantData {
  /** Without it the first community in which the caller keeps merchants. */
  @Optional()
  @Id()
  communityId?: string;
}

export class WriteMerchant extends MerchantData {
  /** Takes part no more; what it gave stays. */
  @IsBoolean()
  retired!: boolean;

  /** What was read: somebody else's change in between is not overwritten. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;
}

export class MerchantQuery extends SearchPageQuery {
  @Optional()
  @Id()
  communityId?: string;

  @Optional()
  @IsIn(MERCHANT_FIELDS)
  field?: MerchantField;
}

/** An agreement as it was signed, on paper; at least one of the two budgets. */
export class SignAgreement {
  @Day()
  from!: string;

  /** Last day. */
  @Day()
  to!: string;

  /** Points that the merchant honours in all. */
  @UnlessGiven('budgetFen')
  @IsInt()
  @Min(1)
  @Max(MOST)
  budgetPt?: number;

  /** Face value that the merchant honours in all, in fen. */
  @UnlessGiven('budgetPt')
  @IsInt()
  @Min(1)
  @Max(MOST)
  budgetFen?: number;

  /** Number of the document, or where it is kept. */
  @Words(1, 80)
  reference!: string;

  /** Who signed for the merchant. */
  @Words(1, 60)
  signedBy!: string;

  @Day()
  signedOn!: string;
}

export class SignAgreementOf extends SignAgreement {
  @Optional()
  @Id()
  communityId?: string;
}

/** A new version, signed again; the versions before it stay. */
export class SignAgreementAnew extends SignAgreement {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  basedOn!: number;
}
