/** What callers give to the routes of grids. */
import { IsIn } from 'class-validator';
import { ASCII, Day, Id, Optional, Phone, Words } from '../kernel/fields';
import { SearchPageQuery } from '../kernel/page';

export class HouseholdQuery extends SearchPageQuery {
  /** Only this grid; otherwise all that the caller may see. */
  @Optional()
  @Id()
  gridId?: string;
}

export class RequestBinding {
  @Words(1, 60)
  name!: string;

  /** Compared with the household's register; kept encrypted. */
  @Phone()
  phone!: string;

  /** Token of the household's card; a guest's own card is used when absent. */
  @Optional()
  @ASCII(22, 22)
  cardToken?: string;
}

export const BINDING_STATES = ['waiting', 'confirmed', 'refused', 'lapsed'] as const;
export type BindingState = (typeof BINDING_STATES)[number];

export class BindingQuery extends SearchPageQuery {
  @Optional()
  @IsIn(BINDING_STATES)
  state?: BindingState;
}

export class RefuseBinding {
  @Words(2, 200)
  reason!: string;
}

export class RecordLeave {
  /** First day away. */
  @Day()
  from!: string;

  /** Last day away, the same or later. */
  @Day()
  to!: string;
}

/** Who is to look after a household from today. */
export class ChooseCentralHousehold {
  @Id()
  personId!: string;
}

export const REVEAL_REASONS = ['contact_requester', 'visit', 'verify_identity', 'emergency'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

export class RevealField {
  @IsIn(['phone'])
  field!: 'phone';

  @IsIn(REVEAL_REASONS)
  reason!: RevealReason;

  @Optional()
  @Words(1, 200)
  note?: string;
}
