/** What the routes of grids answer. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { BindingState } from './requests';

/** A person at work as everybody may see them: a public display name, never the register. */
export interface WorkerView {
  id: string;
  displayName: string;
  role: 'worker' | 'backup';
  /** On leave today; the backup answers. */
  onLeave: boolean;
  /** On duty at this hour. */
  onDuty: boolean;
}

export interface StationView {
  id: string;
  name: Bilingual;
  address: Bilingual;
  hours: Bilingual;
  phone: string | null;
  services: Bilingual[];
}

export interface StationList {
  items: StationView[];
}

export interface GridView {
  id: string;
  code: string;
  name: string;
  nameBo: string | null;
  branchName: string | null;
  dutyPhone: string;
  workers: WorkerView[];
  households: number;
  centralHouseholds: number;
}

export interface GridList {
  items: GridView[];
}

export interface HouseholdView {
  id: string;
  gridId: string;
  gridName: string;
  gridNameBo: string | null;
  /** Building and door. */
  address: string;
  residents: number;
  /** True where somebody older lives alone or needs help, as the register says. */
  needsCare: boolean;
}

export type HouseholdPage = Page<HouseholdView>;

export interface ResidentView {
  id: string;
  /** Masked by syllable: 扎* or 次仁**. */
  name: string;
  /** Masked: 138****8000; null when the register has none. */
  phone: string | null;
  bound: boolean;
  /** Holds the role of a central household there. */
  central: boolean;
}

export interface CentralHouseholdView {
  personId: string;
  /** The public name, or the masked one. */
  displayName: string;
}

/** Whom a household turns to. */
export interface LookedAfterView {
  centralHousehold: CentralHouseholdView | null;
}

export interface HouseholdDetailView extends HouseholdView, LookedAfterView {
  people: ResidentView[];
}

export interface CentralCandidateView extends CentralHouseholdView {
  /** Households that they look after now. */
  households: number;
}

export interface CentralCandidateList {
  /** Those who look after the fewest first. */
  items: CentralCandidateView[];
}

export interface BindingView {
  id: string;
  householdId: string;
  /** Building and door. */
  address: string;
  /** Masked; null once forgotten. */
  name: string | null;
  /** Masked; null once forgotten. */
  phone: string | null;
  /** The phone typed is the one in the household's register. */
  matchesRegister: boolean;
  state: BindingState;
  requestedAt: string;
  refusedBecause: string | null;
}

export type BindingPage = Page<BindingView>;

/** Of who asked: null before the first time. */
export interface MyBindingView {
  binding: BindingView | null;
}

export interface LeaveView {
  id: string;
  workerId: string;
  displayName: string;
  from: string;
  to: string;
  cancelled: boolean;
}

export interface LeaveList {
  items: LeaveView[];
}

export interface RevealView {
  value: string;
}
