/** Who a newcomer may log in as, in the order in which to try them. */
import type { Role } from '@sevengrid/shared/identity/roles';

export interface DemoAccount {
  account: string;
  role: Role;
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { account: 'resident', role: 'resident' },
  { account: 'worker', role: 'grid_worker' },
  { account: 'staff', role: 'staff' },
  { account: 'staff2', role: 'staff' },
  { account: 'lead', role: 'lead' },
  { account: 'central', role: 'central_household' },
  { account: 'worker2', role: 'grid_worker' },
  { account: 'member', role: 'member' },
  { account: 'unit', role: 'unit_contact' },
  { account: 'merchant', role: 'merchant' },
  { account: 'merchant2', role: 'merchant' },
  { account: 'police', role: 'partner' },
  { account: 'property', role: 'partner' },
  { account: 'street', role: 'street' },
  { account: 'auditor', role: 'auditor' },
  { account: 'admin', role: 'admin' },
  { account: 'resident2', role: 'resident' },
];
