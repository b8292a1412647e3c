/** What the seed of the community hands on to the seeds of the domains. */
import type { INestApplicationContext } from '@nestjs/common';
import type { Random } from './random';

export interface DemoPerson {
  id: string;
  name: string;
  /** Null for residents, who have no public name. */
  displayName: string | null;
  phone: string;
  account: string | null;
  gridId?: string;
  householdId?: string;
}

export interface DemoGrid {
  id: string;
  code: string;
  name: string;
  workerId: string;
  backupId: string;
}

export interface DemoHousehold {
  id: string;
  gridId: string;
  /** Building and door. */
  address: string;
  cardId: string;
}

export interface DemoPartner {
  organisationId: string;
  name: string;
  account: string;
  person: DemoPerson;
}

export interface DemoContext {
  app: INestApplicationContext;
  rng: Random;
  now: Date;
  communityId: string;
  people: {
    /** The first eight keep a grid each, the other four are backups of two grids each. */
    workers: DemoPerson[];
    /** staff, staff2, staff3 */
    staff: DemoPerson[];
    lead: DemoPerson;
    street: DemoPerson;
    partners: DemoPartner[];
    /** With accounts, bound to households of different grids. */
    residents: DemoPerson[];
    central: DemoPerson[];
    members: DemoPerson[];
  };
  grids: DemoGrid[];
  households: DemoHousehold[];
}
