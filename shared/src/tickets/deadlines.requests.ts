/** What staff give to the editors of deadlines and of the working calendar. */
import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { Day, Id, Optional, Parts, Words } from '../kernel/fields';
import { CLOCKS, GRADES, TIERS, UNITS, MOST, type ClockName, type Grade, type Span, type Tier } from './terms';

/** Not more than its unit allows. */
const WithinUnit = (): PropertyDecorator =>
  ValidateBy({
    name: 'withinUnit',
    validator: {
      validate: (amount, args) => Number(amount) <= (MOST[(args?.object as ClockRuleInput).unit] ?? 0),
      defaultMessage: () => 'amount is more than its unit allows',
    },
  });

/** At so many per cent of its time a clock warns, or with `tier`, where it is that of accepting or resolving, raises the ticket. */
export class MarkInput {
  @IsInt()
  @Min(1)
  @Max(500)
  percent!: number;

  @Optional()
  @IsIn(TIERS.filter((tier) => tier !== 'grid'))
  tier?: Tier;
}

export class ClockRuleInput {
  /** Of one kind of matter alone; absent for all. */
  @Optional()
  @Id()
  categoryId?: string;

  @IsIn(GRADES)
  grade!: Grade;

  @IsIn(CLOCKS)
  clock!: ClockName;

  @IsInt()
  @Min(1)
  @Max(MOST.wall_min)
  @WithinUnit()
  amount!: number;

  @IsIn(UNITS)
  unit!: Span['unit'];

  @Optional()
  @IsInt()
  @Min(1)
  @Max(365)
  capDays?: number;

  @Parts(() => MarkInput, 0, 6)
  marks!: MarkInput[];

  @Optional()
  @IsBoolean()
  whenNeeded?: boolean;
}

/** A new version of all rules; tickets keep the version they were opened under. */
export class WriteDeadlines {
  /** Whose rules; the first whose rules the caller may change without it. */
  @Optional()
  @Id()
  communityId?: string;

  /** The version that was read and changed: somebody else's change in between is not overwritten. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn!: number;

  @Parts(() => ClockRuleInput, 1, 400)
  rules!: ClockRuleInput[];
}

/** Minutes after midnight. */
export class IntervalInput {
  @IsInt()
  @Min(0)
  @Max(1439)
  from!: number;

  @IsInt()
  @Min(1)
  @Max(1440)
  to!: number;
}

export class WriteHours {
  /** Whose rules; the first whose rules the caller may change without it. */
  @Optional()
  @Id()
  communityId?: string;

  /** Days of an ordinary week; 0 is Sunday. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(6, { each: true })
  weekdays!: number[];

  @Parts(() => IntervalInput, 1, 6)
  intervals!: IntervalInput[];
}

export class DayInput {
  @Day()
  day!: string;

  /** `ordinary` gives the day back to the week. */
  @IsIn(['off', 'work', 'ordinary'])
  kind!: 'off' | 'work' | 'ordinary';

  /** The festival, or the day it makes up for. */
  @Words(0, 60)
  name!: string;
}

export class WriteDays {
  /** Whose rules; the first whose rules the caller may change without it. */
  @Optional()
  @Id()
  communityId?: string;

  @Parts(() => DayInput, 1, 120)
  days!: DayInput[];
}
