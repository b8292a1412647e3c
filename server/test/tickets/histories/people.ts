/** Everybody who may meet a ticket in a generated history, with the permissions that their seeded role has. */
import { SEEDED_ROLES, type Role } from '@sevengrid/shared/identity/roles';
import type { Tier } from '@sevengrid/shared/tickets/terms';

export const PEOPLE = [
  'resident', 'neighbour', 'worker', 'backup', 'staff', 'staff2', 'lead', 'street', 'auditor',
] as const; // prettier-ignore
export type Name = (typeof PEOPLE)[number];

const ROLE: Record<Name, Role> = {
  resident: 'resident',
  neighbour: 'resident',
  worker: 'grid_worker',
  backup: 'grid_worker',
  staff: 'staff',
  staff2: 'staff',
  lead: 'lead',
  street: 'street',
  auditor: 'auditor',
};

/** Outside bodies that may be asked. */
export const BODIES = ['police', 'power', 'property'] as const;

/** Who may hold it, and who joins at each tier. */
export const HOLDERS: readonly Name[] = ['worker', 'backup', 'staff', 'staff2', 'lead'];
export const OFFICERS: Readonly<Partial<Record<Tier, Name>>> = { community: 'lead', street: 'street' };
/** Who may go, and come back: out of their account, or without their role. */
export const LEAVERS: readonly Name[] = ['worker', 'backup', 'staff2', 'lead', 'street'];
/** Of the team of the ticket's grid, the worker first. */
export const TEAM: readonly Name[] = ['worker', 'backup'];

export const may = (name: Name, permission: string): boolean =>
  (SEEDED_ROLES[ROLE[name]] as readonly string[]).includes(permission);
