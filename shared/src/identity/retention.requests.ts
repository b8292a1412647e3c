/** What callers give to the routes of retention. */
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { RETAINED, type Retained } from './retention';

export class WriteRetention {
  @IsIn(RETAINED)
  what!: Retained;

  /** Within the bounds that the view tells for it; others are RETENTION_OUT_OF_BOUNDS. */
  @IsInt()
  @Min(1)
  @Max(36_500)
  days!: number;
}
