/** What callers give to the routes of work units. */
import { IsIn } from 'class-validator';
import { Versioned } from '../identity/set-up.requests';
import { Id, Optional, Words } from '../kernel/fields';
import { SearchPageQuery } from '../kernel/page';

export const UNIT_STATES = ['reporting', 'ended'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export class UnitQuery extends SearchPageQuery {
  /** The first whose units the caller may read, without it. */
  @Optional()
  @Id()
  communityId?: string;

  /** Those that report now, without it. */
  @Optional()
  @IsIn(UNIT_STATES)
  state?: UnitState;
}

/** In one community, as in all lists of units. */
export class UnitPlace {
  @Optional()
  @Id()
  communityId?: string;
}

export class UnitChoiceQuery extends SearchPageQuery {
  @Optional()
  @Id()
  communityId?: string;
}

export class AddUnit {
  @Optional()
  @Id()
  communityId?: string;

  @Words(2, 60)
  name!: string;

  @Optional()
  @Words(1, 180)
  nameBo?: string;
}

export class WriteUnit extends Versioned {
  @Words(2, 60)
  name!: string;

  @Optional()
  @Words(1, 180)
  nameBo?: string;
}
