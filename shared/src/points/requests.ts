/** What callers give to the routes of points. */
import { IsBoolean, IsIn, IsInt, Max, Min, NotEquals } from 'class-validator';
import { Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { ADJUSTMENT_STATES, type AdjustmentState } from './terms';

export class PointsQuery extends PageQuery {
  /** Whose entries: points, as nothing else is said, or minutes of service. */
  @Optional()
  @IsIn(['points', 'minutes'])
  of?: 'points' | 'minutes';
}

export class PointTotalsQuery {
  @Optional()
  @Id()
  communityId?: string;
}

export class AdjustmentQuery extends PageQuery {
  @Optional()
  @Id()
  communityId?: string;

  @Optional()
  @IsIn(ADJUSTMENT_STATES)
  state?: AdjustmentState;
}

export class AskAdjustment {
  @Optional()
  @Id()
  communityId?: string;

  @Id()
  personId!: string;

  /** Points more, or fewer below zero. */
  @IsInt()
  @Min(-10_000)
  @Max(10_000)
  @NotEquals(0)
  points!: number;

  /** Shown to the person and to whoever decides. */
  @Words(2, 200)
  reason!: string;
}

export class DecideAdjustment {
  @IsBoolean()
  granted!: boolean;

  @Optional()
  @Words(1, 200)
  answer?: string;
}
