/** What the identity routes answer. */
import type { Page } from '../kernel/page';
import type { Permission } from '../kernel/permissions';
import type { Bilingual } from '../kernel/texts';
import type { ConsentPurpose } from './requests';
import type { Role } from './roles';

export type ScopeKind = 'city' | 'street' | 'community' | 'grid';

export interface ScopeView {
  id: string;
  parentId: string | null;
  kind: ScopeKind;
  name: string;
  /** Tibetan name where there is one. */
  nameBo: string | null;
}

export interface ScopeList {
  items: ScopeView[];
}

export interface SessionView {
  /** Opaque; goes into `Authorization: Bearer`. Shown once. */
  token: string;
  /** Absolute end, ISO 8601 UTC. */
  expiresAt: string;
  kind: 'person' | 'guest';
  /** Until it is true nothing but the change of password is allowed. */
  mustChangePassword: boolean;
}

export interface GrantView {
  role: Role;
  scope: ScopeView | null;
  permissions: Permission[];
}

export interface ConsentView {
  purpose: ConsentPurpose;
  version: string;
  given: boolean;
  at: string;
}

export interface HomeHouseholdView {
  id: string;
  /** Building and door, as on the card. */
  address: string;
  gridId: string;
}

export interface MeView {
  id: string;
  kind: 'person' | 'guest';
  /** The person's own name, unmasked to themself; null for a guest. */
  name: string | null;
  roles: Role[];
  grants: GrantView[];
  /** The household this person is bound to, or the one of the guest's card without its address. */
  household: HomeHouseholdView | null;
  mustChangePassword: boolean;
  consents: ConsentView[];
  /** Minutes east of Greenwich of the community's clock. */
  tzOffset: number;
  community: ScopeView | null;
  /** Of the community's office; null where no community is known. */
  communityPhone: string | null;
  /** 110, 119, 120, and the community's gas repair. */
  emergencies: { name: Bilingual; phone: string }[];
}

export interface DemoAccountView {
  account: string;
  role: Role;
  name: string;
  /** Name of the grid, where the account belongs to one. */
  grid?: string;
}

export interface DemoView {
  accounts: DemoAccountView[];
  /** The demo card's link. */
  cardUrl: string;
}

export interface DoneView {
  done: true;
}

export interface AuditEntryView {
  id: string;
  at: string;
  /** Public display name of whoever looked; null for guests and residents. */
  actorName: string | null;
  actorKind: 'person' | 'guest' | 'system';
  /** `ticket.read`, `ticket.reveal` and the like. */
  action: string;
  subject: { kind: string; id: string };
  /** The reason's code, where one was asked for. */
  reason: string | null;
}

export type AuditPage = Page<AuditEntryView>;
