/** What is given at the counter: a code or eight digits, a bill, a reason. */
import { IsIn, IsInt, Matches, Max, Min, IsString } from 'class-validator';
import { Optional, UnlessGiven, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { CODE_PATTERN } from './terms';

/** Either the code that was scanned, or the eight digits with the last four of the phone number. */
export class LookUpRedemption {
  @UnlessGiven('digits')
  @IsString()
  @Matches(CODE_PATTERN)
  code?: string;

  @UnlessGiven('code')
  @IsString()
  @Matches(/^\d{8}$/)
  digits?: string;

  @UnlessGiven('code')
  @IsString()
  @Matches(/^\d{4}$/)
  tail?: string;
}

export class CaptureRedemption {
  /** The customer's bill in fen, where the offer asks for one. */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  billFen?: number;
}

export class UndoRedemption {
  @Optional()
  @Words(1, 200)
  words?: string;
}

export class TakeRedemptionBack {
  @Words(2, 200)
  words!: string;
}

export class MyRedemptionQuery extends PageQuery {
  /** `open`: waiting for a counter; `over`: all others. Without it both. */
  @Optional()
  @IsIn(['open', 'over'])
  only?: 'open' | 'over';
}
