/** What administrators give to set a community up: its scopes, accounts, outside bodies and roles. */
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Day, Id, Optional, Part, Phone, Words } from '../kernel/fields';
import { SearchPageQuery } from '../kernel/page';
import { PERMISSIONS, type Permission } from '../kernel/permissions';
import { ROLES, type Role } from './roles';

/** Of which community; without it the first that the caller governs. */
export class CommunityQuery {
  @Optional()
  @Id()
  communityId?: string;
}

/** What was read and is being changed: somebody else's change in between is not overwritten. */
export class Versioned {
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;
}

/** What a community has beside its name. */
export class CommunityData {
  /** Begins the numbers of its tickets: letters, no digits. */
  @IsString()
  @Matches(/^[^\s\d!-/:-@[-`{-~‐-―−ー]{1,4}$/)
  numberPrefix!: string;

  /** Minutes east of Greenwich, in quarters of an hour. */
  @IsInt()
  @Min(-720)
  @Max(840)
  tzOffset!: number;

  @Phone()
  officePhone!: string;

  /** Of gas repair: shown beside 110, 119 and 120. */
  @Optional()
  @Phone()
  gasPhone?: string;
}

export class WriteScope extends Versioned {
  @Words(1, 40)
  name!: string;

  @Optional()
  @Words(1, 120)
  nameBo?: string;

  /** Of a community, and of nothing else. */
  @Optional()
  @Part(() => CommunityData)
  community?: CommunityData;
}

export class AddScope {
  @Id()
  parentId!: string;

  /** A street lies in a city, a community in a street. */
  @IsIn(['street', 'community'])
  kind!: 'street' | 'community';

  @Words(1, 40)
  name!: string;

  @Optional()
  @Words(1, 120)
  nameBo?: string;

  @Optional()
  @Part(() => CommunityData)
  community?: CommunityData;
}

/** Roles that are given to accounts by hand; grid workers get theirs with their grid. */
export const OFFICE_ROLES = [
  'staff',
  'lead',
  'partner',
  'unit_contact',
  'merchant',
  'street',
  'auditor',
  'admin',
  'central_household',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** Roles whose holders answer for an organisation: an outside body, a work unit or a merchant. */
export const ANSWERING_ROLES = ['partner', 'unit_contact', 'merchant'] as const;
export type AnsweringRole = (typeof ANSWERING_ROLES)[number];

export class GiveRole {
  @IsIn(OFFICE_ROLES)
  role!: OfficeRole;

  @Id()
  scopeId!: string;

  /** The outside body, work unit or merchant that the account answers for. */
  @Optional()
  @Id()
  bodyId?: string;

  /** First day; today without it. */
  @Optional()
  @Day()
  from?: string;

  /** Last day; without it until somebody ends it. */
  @Optional()
  @Day()
  to?: string;
}

/** Who logs in by it, as everybody may know them. */
export class NewAccount {
  /** Letters, digits, dot, dash or underscore. */
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{2,40}$/)
  account!: string;

  /** The name that residents see. */
  @Words(1, 30)
  displayName!: string;
}

export class OpenAccount extends NewAccount {
  @Part(() => GiveRole)
  role!: GiveRole;
}

export class WriteAccount extends Versioned {
  @Words(1, 30)
  displayName!: string;

  /** Somebody who is shut out is logged out at once. */
  @IsBoolean()
  disabled!: boolean;
}

export class EndTerm {
  /** Last day on which it holds: yesterday for at once. */
  @Day()
  lastDay!: string;

  /** The last day that was read, where there was one: another date set in between is not overwritten. */
  @Optional()
  @Day()
  was?: string;
}

export const ACCOUNT_STATES = ['open', 'disabled'] as const;

export class AccountQuery extends SearchPageQuery {
  @Optional()
  @IsIn(ACCOUNT_STATES)
  state?: (typeof ACCOUNT_STATES)[number];

  @Optional()
  @IsIn(ROLES)
  role?: Role;
}

/** For which organisations somebody could answer in a community. */
export class OrganisationQuery extends SearchPageQuery {
  @Optional()
  @Id()
  communityId?: string;

  @IsIn(ANSWERING_ROLES)
  role!: AnsweringRole;
}

export class AddBody {
  @Optional()
  @Id()
  communityId?: string;

  @Words(2, 60)
  name!: string;
}

export class WriteBody extends Versioned {
  @Words(2, 60)
  name!: string;

  /** Is asked nothing any more; what it was asked stays. */
  @IsBoolean()
  retired!: boolean;
}

export class WriteRole extends Versioned {
  @IsIn(ROLES)
  role!: Role;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(PERMISSIONS, { each: true })
  permissions!: Permission[];
}
