/** What administrators give to set up grids, their teams, and stations. */
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
import { NewAccount, Versioned } from '../identity/set-up.requests';
import { BilingualLine, BilingualName } from '../kernel/bilingual';
import { Day, Id, Optional, Part, Parts, Phone, Words } from '../kernel/fields';

/** When the team of a grid is on duty. */
export class DutyInput {
  /** 0 is Sunday. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(6, { each: true })
  days!: number[];

  /** Minutes after midnight. */
  @IsInt()
  @Min(0)
  @Max(1439)
  from!: number;

  @IsInt()
  @Min(1)
  @Max(1440)
  to!: number;
}

export class AddGrid {
  @Optional()
  @Id()
  communityId?: string;

  /** Short, and nobody else’s in the community: G1. */
  @IsString()
  @Matches(/^[A-Za-z0-9-]{1,12}$/)
  code!: string;

  @Words(1, 40)
  name!: string;

  @Optional()
  @Words(1, 120)
  nameBo?: string;

  /** The party branch set up on the grid. */
  @Optional()
  @Words(1, 60)
  branchName?: string;

  @Phone()
  dutyPhone!: string;

  @Part(() => DutyInput)
  duty!: DutyInput;
}

export class WriteGrid extends Versioned {
  @IsString()
  @Matches(/^[A-Za-z0-9-]{1,12}$/)
  code!: string;

  @Words(1, 40)
  name!: string;

  @Optional()
  @Words(1, 120)
  nameBo?: string;

  @Optional()
  @Words(1, 60)
  branchName?: string;

  @Phone()
  dutyPhone!: string;

  @Part(() => DutyInput)
  duty!: DutyInput;

  /** Is no grid any more; allowed while nobody lives there and nothing is open. */
  @IsBoolean()
  retired!: boolean;
}

export const TEAM_ROLES = ['worker', 'backup'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Somebody who has an account, or somebody new who gets one. */
export class AppointToGrid {
  @IsIn(TEAM_ROLES)
  as!: TeamRole;

  @Optional()
  @Id()
  personId?: string;

  @Optional()
  @Part(() => NewAccount)
  newcomer?: NewAccount;

  /** First day; today without it. */
  @Optional()
  @Day()
  from?: string;
}

export class AddStation {
  @Optional()
  @Id()
  communityId?: string;

  @Part(() => BilingualName)
  name!: BilingualName;

  @Part(() => BilingualLine)
  address!: BilingualLine;

  @Part(() => BilingualLine)
  hours!: BilingualLine;

  @Optional()
  @Phone()
  phone?: string;

  /** What one can have done there. */
  @Parts(() => BilingualName, 1, 20)
  services!: BilingualName[];
}

export class WriteStation extends Versioned {
  @Part(() => BilingualName)
  name!: BilingualName;

  @Part(() => BilingualLine)
  address!: BilingualLine;

  @Part(() => BilingualLine)
  hours!: BilingualLine;

  @Optional()
  @Phone()
  phone?: string;

  @Parts(() => BilingualName, 1, 20)
  services!: BilingualName[];

  /** The smallest is shown first. */
  @IsInt()
  @Min(0)
  @Max(999)
  position!: number;

  /** Closed: residents no longer see it. */
  @IsBoolean()
  retired!: boolean;
}
