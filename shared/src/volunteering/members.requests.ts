/** What callers give to the routes of members. */
import { IsIn } from 'class-validator';
import { Versioned } from '../identity/set-up.requests';
import { Id, Optional, Phone, Words } from '../kernel/fields';
import { PageQuery, SearchPageQuery } from '../kernel/page';

/** `asked` waits for somebody to confirm it, `live` is a member, the others are over. */
export const MEMBER_STATES = ['asked', 'live', 'refused', 'ended'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** `q` is a whole name, a phone, or the last four digits of one. */
export class MemberQuery extends SearchPageQuery {
  @Optional()
  @Id()
  communityId?: string;

  @Optional()
  @Id()
  unitId?: string;

  /** Those who are members, without it. */
  @Optional()
  @IsIn(MEMBER_STATES)
  state?: MemberState;
}

export class MemberRequestQuery extends PageQuery {}

export class AddMember {
  @Optional()
  @Id()
  communityId?: string;

  @Id()
  unitId!: string;

  @Words(1, 60)
  name!: string;

  /** By which the member is known when they log in and report. */
  @Phone()
  phone!: string;
}

export class MoveMember extends Versioned {
  @Id()
  unitId!: string;
}

export class ReportAsMember {
  /** Where one serves; the caller’s own without it. */
  @Optional()
  @Id()
  communityId?: string;

  @Id()
  unitId!: string;

  @Words(1, 60)
  name!: string;

  /** Compared with the list of the unit; kept encrypted. */
  @Phone()
  phone!: string;
}

export class RefuseMember {
  @Words(2, 200)
  reason!: string;
}
