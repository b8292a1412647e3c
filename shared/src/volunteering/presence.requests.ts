/** What callers give to come and go, and what organisers give to say who was there. */
import { IsBoolean, IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import { ASCII, Id, Ids, Instant, Optional, Part, UnlessGiven, Words } from '../kernel/fields';
import { POINTS_OF_CODE, type CodePoint } from './check-in-code';

/** So many people are called in one request. */
export const MOST_CALLED = 200;

export class CodeQuery {
  /** `in` without it. */
  @Optional()
  @IsIn(POINTS_OF_CODE)
  point?: CodePoint;
}

/** Where the phone thinks it is. */
export class ScanPlace {
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(-180)
  @Max(180)
  lng!: number;

  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(-90)
  @Max(90)
  lat!: number;

  /** Metres by which it may be wrong. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  accuracy!: number;

  /** The phone says that the place was made up. */
  @Optional()
  @IsBoolean()
  mock?: boolean;
}

export class ScanCode {
  /** The code, or the link that it stands in. */
  @ASCII(8, 300)
  code!: string;

  /** Drawn by the phone once and kept there; the ticket is good on this phone alone. */
  @ASCII(16, 64)
  device!: string;

  /** Left out where the phone has none or was not allowed. */
  @Optional()
  @Part(() => ScanPlace)
  place?: ScanPlace;
}

export class UseTicket {
  @ASCII(22, 22)
  ticket!: string;

  @ASCII(16, 64)
  device!: string;
}

/** People of the list, or one who shows their own code. */
export class RollCall {
  /** Whether they come or go. */
  @IsIn(POINTS_OF_CODE)
  point!: CodePoint;

  @UnlessGiven('code')
  @Ids(1, MOST_CALLED)
  personIds?: string[];

  @UnlessGiven('personIds')
  @ASCII(8, 300)
  code?: string;
}

/** Somebody who was there and is not on the board. */
export class AddAttendance {
  @UnlessGiven('code')
  @Id()
  personId?: string;

  /** Their own code, in place of the person. */
  @UnlessGiven('personId')
  @ASCII(8, 300)
  code?: string;

  /** Why no scan and no call tells it. */
  @Words(2, 200)
  reason!: string;

  /** The planned start without it. */
  @Optional()
  @Instant()
  from?: string;

  /** The planned end without it. */
  @Optional()
  @Instant()
  to?: string;
}

export class TickAttendances {
  @Ids(1, MOST_CALLED)
  attendanceIds!: string[];

  /** They were there; false where they were not. */
  @IsBoolean()
  counts!: boolean;
}
