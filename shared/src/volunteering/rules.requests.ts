/** What callers give to the rules of volunteering. */
import { IsInt, Max, Min } from 'class-validator';
import { Id, Optional } from '../kernel/fields';

export class WriteVolunteeringRule {
  /** Whose rules; the first whose rules the caller may change without it. */
  @Optional()
  @Id()
  communityId?: string;

  /** The version that was read: somebody else’s in between is not overwritten. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn!: number;

  @IsInt()
  @Min(0)
  @Max(100)
  points!: number;

  /** Minutes; either bound is enough. */
  @IsInt()
  @Min(1)
  @Max(1440)
  minMinutes!: number;

  @IsInt()
  @Min(1)
  @Max(100)
  minPercent!: number;

  /** Not less than one activity earns. */
  @IsInt()
  @Min(0)
  @Max(1000)
  pointsADay!: number;

  @IsInt()
  @Min(0)
  @Max(30)
  noticeDays!: number;

  /** 100: the unit earns as much as its member. */
  @IsInt()
  @Min(0)
  @Max(1000)
  unitPercent!: number;
}
