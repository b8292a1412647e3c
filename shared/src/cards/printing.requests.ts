/** What callers give to the routes of printing: which doors, which cards, which part of the sheets. */
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Id, NumberInQuery, Optional, ULID_PATTERN } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { CARD_ENDINGS, type CardEnding } from './requests';

export class BuildingQuery {
  @Id()
  gridId!: string;
}

export class CardDoorQuery extends PageQuery {
  @Id()
  gridId!: string;

  @Optional()
  @Id()
  buildingId?: string;
}

/** `missing`: households without a card; `unprinted`: those and whose card was on no sheet yet; `all`. */
export const BATCH_CHOICES = ['missing', 'unprinted', 'all'] as const;
export type BatchChoice = (typeof BATCH_CHOICES)[number];

export class MakeBatch {
  @Id()
  gridId!: string;

  /** Only this building. */
  @Optional()
  @Id()
  buildingId?: string;

  /** Only these households of the grid, 200 at most. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(ULID_PATTERN, { each: true })
  householdIds?: string[];

  @IsIn(BATCH_CHOICES)
  which!: BatchChoice;

  /** Cards in use end for this reason, and new ones take their place. */
  @Optional()
  @IsIn(CARD_ENDINGS)
  replaces?: CardEnding;
}

export class BatchQuery extends PageQuery {
  @Optional()
  @Id()
  gridId?: string;
}

export class SheetQuery {
  /** From 1: each part has 200 doors at most. */
  @NumberInQuery()
  @IsInt()
  @Min(1)
  @Max(1000)
  part!: number;
}
