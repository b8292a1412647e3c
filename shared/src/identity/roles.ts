/** Roles as they are seeded: a role is a named set of permissions given to a person in a scope or an organisation. */
import type { Permission } from '../kernel/permissions';

export const ROLES = [
  'guest',
  'resident',
  'central_household',
  'member',
  'unit_contact',
  'grid_worker',
  'staff',
  'lead',
  'partner',
  'merchant',
  'street',
  'auditor',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

const GUEST: Permission[] = ['ticket.file', 'ticket.contest', 'binding.request', 'media.upload'];
const RESIDENT: Permission[] = [...GUEST, 'notice.read'];
const WORKER: Permission[] = [
  'notice.read',
  'scope.read',
  'grid.read',
  'household.read',
  'binding.confirm',
  'card.look_up',
  'leave.record_own',
  'media.upload',
  'person.reveal',
  'ticket.read',
  'ticket.handle',
  'ticket.file_for',
];
const STAFF: Permission[] = [
  ...WORKER,
  'calendar.edit',
  'card.issue',
  'leave.record',
  'ticket.verify',
  'ticket.reassign',
  'ticket.regrade',
  'ticket.coordinate',
  'ticket.appoint',
  'ticket.hand_over',
];

/** What `migrate` writes for a new database; afterwards the rows rule. */
export const SEEDED_ROLES: Record<Role, readonly Permission[]> = {
  guest: GUEST,
  resident: RESIDENT,
  central_household: [...RESIDENT, 'ticket.file_for'],
  member: RESIDENT,
  unit_contact: ['notice.read'],
  grid_worker: WORKER,
  staff: STAFF,
  lead: [
    ...STAFF,
    'ticket.decline',
    'ticket.lead',
    'policy.edit',
    'card.read_link',
    'card.print',
    'audit.read',
    'register.import',
    'register.export',
  ],
  partner: ['notice.read', 'coordination.answer', 'media.upload'],
  merchant: ['notice.read'],
  street: [
    'notice.read',
    'scope.read',
    'grid.read',
    'leave.record_own',
    'media.upload',
    'ticket.read',
    'ticket.verify',
    'ticket.decline',
    'ticket.lead',
  ],
  auditor: ['scope.read', 'grid.read', 'ticket.read', 'audit.read'],
  admin: [
    'notice.read',
    'scope.read',
    'grid.read',
    'household.read',
    'card.issue',
    'card.read_link',
    'card.print',
    'calendar.edit',
    'policy.edit',
    'community.set_up',
    'register.import',
    'register.export',
    'leave.record',
    'leave.record_own',
  ],
};
