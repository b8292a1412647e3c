/** How persons and guests see themselves. */
import type { ConsentPurpose } from '@sevengrid/shared/identity/requests';
import type { Role } from '@sevengrid/shared/identity/roles';
import type { ConsentView, HomeHouseholdView, MeView } from '@sevengrid/shared/identity/views';
import { emergenciesWith } from '@sevengrid/shared/kernel/emergencies';
import type { Actor } from '../platform/http/actor';
import type { Scopes } from './scopes';

export interface SelfRow {
  name_enc: Buffer | null;
  must_change: number;
}

export interface ConsentRow {
  purpose: ConsentPurpose;
  version: string;
  given: number;
  at: Date;
}

interface Self {
  name: string | null;
  mustChange: boolean;
  /** Newest first. */
  consents: readonly ConsentRow[];
  home: HomeHouseholdView | null;
  scopes: Scopes;
}

/** East of Greenwich where no community is known: Beijing time, which all of this country keeps. */
const HOME_OFFSET = 480;

/** The latest word on each purpose. */
function latest(consents: readonly ConsentRow[]): ConsentView[] {
  const byPurpose = new Map<string, ConsentView>();
  for (const { purpose, version, given, at } of consents) {
    if (!byPurpose.has(purpose)) byPurpose.set(purpose, { purpose, version, given: given === 1, at: at.toISOString() });
  }
  return [...byPurpose.values()];
}

export function meView(actor: Actor, { name, mustChange, consents, home, scopes }: Self): MeView {
  const community = scopes.communityOfActor(actor);
  return {
    id: actor.id,
    kind: actor.kind,
    name,
    roles: [...new Set(actor.grants.map((grant) => grant.role as Role))],
    grants: actor.grants.map((grant) => ({
      role: grant.role as Role,
      scope: scopes.view(grant.scopeId),
      permissions: [...grant.permissions],
    })),
    household: home,
    mustChangePassword: mustChange,
    consents: latest(consents),
    tzOffset: community?.tzOffset ?? HOME_OFFSET,
    community: community && scopes.view(community.id),
    communityPhone: community?.officePhone || null,
    emergencies: emergenciesWith(community?.gasPhone),
  };
}
