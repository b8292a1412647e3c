/** Grids, teams and stations as those see them who set them up. */
import type { AccountView } from '../identity/set-up.views';
import type { TeamRole } from './set-up.requests';
import type { StationView } from './views';

export interface DutyView {
  /** 0 is Sunday. */
  days: number[];
  /** Minutes after midnight. */
  from: number;
  to: number;
}

export interface TeamTermView {
  id: string;
  personId: string;
  displayName: string;
  account: string | null;
  as: TeamRole;
  from: string;
  to: string | null;
  state: 'now' | 'later';
  /** Shut out by an administrator: does not answer. */
  disabled: boolean;
}

export interface GridSetUpView {
  id: string;
  code: string;
  name: string;
  nameBo: string | null;
  branchName: string | null;
  dutyPhone: string;
  duty: DutyView;
  /** Terms that run or are to come. */
  team: TeamTermView[];
  households: number;
  retired: boolean;
  version: number;
}

export interface GridSetUpList {
  items: GridSetUpView[];
}

/** A term in a grid, and the password where an account was opened for it; null as with an account. */
export interface AppointedView {
  grid: GridSetUpView;
  account: AccountView;
  password: string | null;
}

export interface StationSetUpView extends StationView {
  position: number;
  retired: boolean;
  version: number;
}

export interface StationSetUpList {
  items: StationSetUpView[];
}
