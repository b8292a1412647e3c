/** Activities as members, organisers and staff see them. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { ActivityAction, ActivityStage } from './activity-flow';
import type { AttendanceStanding } from './attendance-standing';

export interface ActivityOrganiserView {
  personId: string;
  displayName: string;
}

export interface ActivitySpotView {
  lng: number;
  lat: number;
  /** Metres. */
  radius: number;
}

export type SignUpState = 'in' | 'waiting' | 'cancelled';

export interface MyAttendanceView {
  id: string;
  inAt: string;
  /** Null while there; the planned end where nobody checked out. */
  outAt: string | null;
  /** What became of it, or whose word it still wants. */
  standing: AttendanceStanding;
  /** Null until the list is put up. */
  minutes: number | null;
  /** Null until points are given. */
  points: number | null;
  /** What the cap of the day took off. */
  cappedPoints: number | null;
}

export interface MySignUpView {
  state: SignUpState;
  /** On the waiting list, 1 for its head. */
  waitingPlace: number | null;
}

export interface ActivityRowView {
  id: string;
  communityId: string;
  kind: { id: string; name: Bilingual };
  title: Bilingual;
  place: Bilingual;
  startsAt: string;
  endsAt: string;
  signUpUntil: string;
  stage: ActivityStage;
  capacity: number;
  signedUp: number;
  waiting: number;
  mySignUp: MySignUpView | null;
}

export type ActivityPage = Page<ActivityRowView>;

export interface ActivityView extends ActivityRowView {
  about: Bilingual | null;
  spot: ActivitySpotView | null;
  organisers: ActivityOrganiserView[];
  /** I lead it, or plan here. */
  leading: boolean;
  myAttendance: MyAttendanceView | null;
  /** What I may do with it now. */
  moves: ActivityAction[];
  /** By the rule in force, for whoever serves long enough. */
  points: number;
  /** The public notice ends then. */
  noticeUntil: string | null;
  version: number;
}

export interface SignedUpView {
  personId: string;
  /** Masked where the person has no public name. */
  displayName: string;
  state: SignUpState;
  at: string;
}

export type SignedUpPage = Page<SignedUpView>;

export interface MyActivityView {
  activityId: string;
  title: Bilingual;
  place: Bilingual;
  startsAt: string;
  endsAt: string;
  stage: ActivityStage;
  signUp: MySignUpView;
  attendance: MyAttendanceView | null;
}

export type MyActivityPage = Page<MyActivityView>;

/** A year of service, of activities that are settled. */
export interface MyYearView {
  year: number;
  activities: number;
  minutes: number;
  points: number;
  months: MyMonthView[];
}

export interface MyMonthView {
  /** 1 to 12; months without service are left out. */
  month: number;
  activities: number;
  minutes: number;
  points: number;
}
