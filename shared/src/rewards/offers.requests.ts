/** What staff write of offers, and how members ask for them. */
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { BilingualName } from '../kernel/bilingual';
import { Id, Ids, Instant, Optional, Part, UnlessGiven, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { APPOINTMENT_SECONDS, LIMIT_WINDOWS, MERCHANT_FIELDS, OFFER_STATES } from './terms';
import type { LimitWindow, MerchantField, OfferState } from './terms';

/** What is to be known before one redeems. */
export class OfferTerms {
  @Words(1, 500)
  zh!: string;

  @Optional()
  @Words(1, 1500)
  bo?: string;
}

class OfferData {
  @Part(() => BilingualName)
  title!: BilingualName;

  @Part(() => OfferTerms)
  terms!: OfferTerms;

  /** Points; 0 is for every resident. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  cost!: number;

  /** How many there are. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  total!: number;

  /** How many one person may have within the window; without it as many as there are. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(1000)
  perPerson?: number;

  @IsIn(LIMIT_WINDOWS)
  window!: LimitWindow;

  @Instant()
  validFrom!: string;

  @Instant()
  validTo!: string;

  /** How long what was redeemed is kept: 900 at the counter, up to 30 days by appointment. */
  @IsInt()
  @Min(60)
  @Max(APPOINTMENT_SECONDS)
  holdSeconds!: number;

  /** The bill from which it counts, in fen; 0 for any. */
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  minSpendFen!: number;

  /** What it is worth, in fen. */
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  faceValueFen!: number;

  /** Every merchant of this field honours it. */
  @UnlessGiven('merchantIds')
  @IsIn(MERCHANT_FIELDS)
  field?: MerchantField;

  /** These honour it. */
  @UnlessGiven('field')
  @Ids(1, 60)
  merchantIds?: string[];
}

export class DrawUpOffer extends OfferData {
  @Optional()
  @Id()
  communityId?: string;
}

export class WriteOffer extends OfferData {
  /** What was read: somebody else's change in between is not overwritten. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;
}

export class OfferQuery extends PageQuery {
  @Optional()
  @Id()
  communityId?: string;
}

export class ManagedOfferQuery extends OfferQuery {
  @Optional()
  @IsIn(OFFER_STATES)
  state?: OfferState;
}

export class LiabilityQuery {
  @Optional()
  @Id()
  communityId?: string;
}
