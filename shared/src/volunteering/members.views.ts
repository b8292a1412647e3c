/** Members as those read them who keep their list, and as they read themselves. */
import type { Page } from '../kernel/page';
import type { MemberState } from './members.requests';
import type { UnitNameView } from './units.views';

export interface MemberView {
  id: string;
  unit: UnitNameView;
  /** Masked; null once what was kept for an ended membership is forgotten. */
  name: string | null;
  phone: string | null;
  /** Null of somebody of the list who has not logged in and reported yet. */
  personId: string | null;
  state: MemberState;
  /** Days; null while it only waits. */
  from: string | null;
  to: string | null;
  /** Of a request: the unit’s list has a member with this phone who has not come yet. */
  matchesList: boolean;
  version: number;
}

export type MemberPage = Page<MemberView>;

/** What a unit’s contact compares with their own list before they confirm. */
export interface MemberRequestView {
  id: string;
  unit: UnitNameView;
  name: string | null;
  phone: string | null;
  askedAt: string;
  matchesList: boolean;
}

export type MemberRequestPage = Page<MemberRequestView>;

/** Of the membership that came of a request: the row of the list where there was one. */
export interface DecidedMemberView {
  id: string;
  unit: UnitNameView;
  state: MemberState;
}

export interface MyMembershipView {
  id: string;
  communityId: string;
  unit: UnitNameView;
  state: MemberState;
  from: string | null;
  refusedBecause: string | null;
}

export interface MyMembershipAnswer {
  /** The latest one; null of who never reported. */
  membership: MyMembershipView | null;
}
