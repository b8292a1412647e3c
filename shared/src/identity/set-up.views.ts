/** What administrators are answered while they set a community up. */
import type { Page } from '../kernel/page';
import type { Permission } from '../kernel/permissions';
import type { Role } from './roles';
import type { ScopeKind, ScopeView } from './views';

/** In the order in which a community is set up; domains say how each stands. */
export const SET_UP_STEPS = [
  'community',
  'grids',
  'workers',
  'backups',
  'branches',
  'leads',
  'verifiers',
  'categories',
  'deadlines',
  'calendar',
  'stations',
  'bodies',
  'households',
  'cards',
] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

export interface SetUpStepView {
  step: SetUpStep;
  /** `missing`: without it nobody can file; `advised`: work goes on without it, and worse. */
  state: 'done' | 'missing' | 'advised';
  /** How many there are. */
  n: number;
  /** Of how many; null where there is no such number. */
  of: number | null;
}

export interface SetUpView {
  /** Those that the caller governs. */
  communities: ScopeView[];
  /** The one the steps speak of; null while there is none. */
  community: ScopeView | null;
  steps: SetUpStepView[];
}

export interface CommunityDataView {
  numberPrefix: string;
  /** Minutes east of Greenwich. */
  tzOffset: number;
  officePhone: string | null;
  gasPhone: string | null;
  /** Tickets have been numbered: prefix and clock stay as they are. */
  numbered: boolean;
}

export interface GovernedScopeView {
  id: string;
  parentId: string | null;
  kind: Exclude<ScopeKind, 'grid'>;
  name: string;
  nameBo: string | null;
  /** Of a community. */
  community: CommunityDataView | null;
  version: number;
}

/** Cities, streets and communities, each before what lies in it. */
export interface ScopeTreeView {
  items: GovernedScopeView[];
}

export interface AccountRoleView {
  id: string;
  role: Role;
  scope: ScopeView;
  bodyName: string | null;
  from: string;
  to: string | null;
  state: 'now' | 'later' | 'ended';
}

export interface AccountView {
  id: string;
  account: string;
  displayName: string;
  roles: AccountRoleView[];
  disabled: boolean;
  /** The one-time password has not been changed yet. */
  mustChange: boolean;
  /** The caller’s own: somebody else changes that. */
  own: boolean;
  /** Works elsewhere too, where the caller governs nothing: password and name are not theirs to change. */
  beyond: boolean;
  version: number;
}

export type AccountPage = Page<AccountView>;

/** Shown once; null when it was asked for again too late, or was changed since. */
export interface OneTimePasswordView {
  account: AccountView;
  password: string | null;
}

export interface BodyView {
  id: string;
  name: string;
  /** Log-ins that answer for it now. */
  accounts: number;
  retired: boolean;
  version: number;
}

export interface BodyList {
  items: BodyView[];
}

export interface OrganisationView {
  id: string;
  name: string;
}

export type OrganisationPage = Page<OrganisationView>;

export interface RoleView {
  role: Role;
  permissions: Permission[];
  /** Permissions that this role may never hold: it is held by people who only logged in, or scanned a card. */
  barred: Permission[];
  /** What it cannot lose, or nobody could set anything up any more. */
  kept: Permission[];
  /** Persons who hold it now. */
  holders: number;
  version: number;
}

export interface RoleList {
  items: RoleView[];
  /** Roles are the same in every community, so only who governs all of them may change one. */
  mayWrite: boolean;
}
