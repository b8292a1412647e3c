/** What callers give to the routes of retention. */
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { Id, Optional } from '../kernel/fields';
import { RETAINED, type Retained } from './retention';

export class WriteRetention {
  /** Whose rules; the first whose rules the caller may change without it. */
  @Optional()
  @Id()
  communityId?: string;

  @IsIn(RETAINED)
  what!: Retained;

  /** Within the bounds that the view tells for it; others are RETENTION_OUT_OF_BOUNDS. */
  @IsInt()
  @Min(1)
  @Max(36_500)
  days!: number;
}
