/** What callers give to plan activities, to find them and to sign up. */
import { IsIn, IsInt, IsNumber, Max, Min } from 'class-validator';
import { Versioned } from '../identity/set-up.requests';
import { BilingualLine, BilingualName } from '../kernel/bilingual';
import { Id, Ids, Instant, NumberInQuery, Optional, Part, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

/** Many may come; more than this is several activities. */
export const MOST_PLACES = 2000;
export const MOST_ORGANISERS = 10;
/** A service longer than a day is several activities. */
export const LONGEST_HOURS = 24;

/** Where it is, and how far from there it reaches. */
export class ActivitySpot {
  @IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 7 })
  @Min(-180)
  @Max(180)
  lng!: number;

  @IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 7 })
  @Min(-90)
  @Max(90)
  lat!: number;

  /** Metres. */
  @IsInt()
  @Min(20)
  @Max(5000)
  radius!: number;
}

export class ActivityFields {
  @Id()
  kindId!: string;

  @Part(() => BilingualName)
  title!: BilingualName;

  @Part(() => BilingualLine)
  place!: BilingualLine;

  /** What is done there, and what to bring. */
  @Optional()
  @Part(() => BilingualLine)
  about?: BilingualLine;

  @Instant()
  startsAt!: string;

  /** At most a day after it starts. */
  @Instant()
  endsAt!: string;

  /** Until then one may sign up, and a place given back goes to the head of the waiting list. */
  @Instant()
  signUpUntil!: string;

  @IsInt()
  @Min(1)
  @Max(MOST_PLACES)
  capacity!: number;

  /** Without it no scan is held against where it was made. */
  @Optional()
  @Part(() => ActivitySpot)
  spot?: ActivitySpot;

  /** People of the community who lead it on the day. */
  @Ids(1, MOST_ORGANISERS)
  organiserIds!: string[];
}

export class PlanActivity extends ActivityFields {
  /** The first community where the caller plans, without it. */
  @Optional()
  @Id()
  communityId?: string;
}

export class WriteActivity extends ActivityFields implements Versioned {
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;
}

export class CancelActivity {
  @Words(2, 200)
  reason!: string;
}

/** `open` to sign up for, `mine`, those I `organise`, lists put up for `notice`, and `all` for those who plan. */
export const ACTIVITY_LISTS = ['open', 'mine', 'organise', 'notice', 'all'] as const;
export type ActivityListName = (typeof ACTIVITY_LISTS)[number];

export class ActivityQuery extends PageQuery {
  /** `open` without it. */
  @Optional()
  @IsIn(ACTIVITY_LISTS)
  list?: ActivityListName;
}

export class YearQuery {
  /** The running one, on the community's wall, without it. */
  @Optional()
  @NumberInQuery()
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}
