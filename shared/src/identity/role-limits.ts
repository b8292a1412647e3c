/** How far a community may change a role: what people outside the office never get, and what the administrator never loses. */
import { PERMISSIONS, type Permission } from '../kernel/permissions';
import type { Role } from './roles';
import { ANSWERING_ROLES, type AnsweringRole, type OfficeRole } from './set-up.requests';
import type { ScopeKind } from './views';

/** Whoever scanned a card, logged in by WeChat or answers for a body outside. */
const OUTSIDE: readonly Role[] = [
  'guest',
  'resident',
  'central_household',
  'member',
  'unit_contact',
  'partner',
  'merchant',
];

/** Nothing here opens other people's data. */
const HARMLESS: readonly Permission[] = [
  'binding.request',
  'media.upload',
  'notice.read',
  'ticket.contest',
  'ticket.file',
];

const ALSO: Partial<Record<Role, readonly Permission[]>> = {
  resident: ['offer.redeem'],
  central_household: ['ticket.file_for', 'offer.redeem'],
  member: ['activity.join', 'offer.redeem'],
  unit_contact: ['unit.read_own'],
  partner: ['coordination.answer'],
  merchant: ['redemption.verify', 'statement.confirm'],
};

const KEPT: Partial<Record<Role, readonly Permission[]>> = { admin: ['community.set_up', 'scope.read'] };

/** Where a role that is given by hand makes sense. */
export const ROLE_PLACES: Record<OfficeRole, readonly ScopeKind[]> = {
  staff: ['community'],
  lead: ['community'],
  partner: ['community'],
  unit_contact: ['community'],
  merchant: ['community'],
  street: ['street'],
  auditor: ['city', 'street', 'community'],
  admin: ['city', 'street', 'community'],
  central_household: ['community'],
};

/** Of which kind the organisation is that the holder of a role answers for. */
export const ORGANISATION_OF: Readonly<Record<AnsweringRole, 'partner' | 'unit' | 'merchant'>> = {
  partner: 'partner',
  unit_contact: 'unit',
  merchant: 'merchant',
};

export const isAnswering = (role: OfficeRole): role is AnsweringRole =>
  (ANSWERING_ROLES as readonly OfficeRole[]).includes(role);

/** Permissions that the role may never hold. */
export function barredFrom(role: Role): Permission[] {
  if (!OUTSIDE.includes(role)) return [];
  const open = [...HARMLESS, ...(ALSO[role] ?? [])];
  return PERMISSIONS.filter((permission) => !open.includes(permission));
}

/** Permissions that the role can never lose. */
export const keptBy = (role: Role): readonly Permission[] => KEPT[role] ?? [];
