/** Roles and the table of routes speak of the same permissions and faults. */
import { FAULTS } from '@sevengrid/shared/faults';
import { barredFrom, keptBy } from '@sevengrid/shared/identity/role-limits';
import { ROLES, SEEDED_ROLES } from '@sevengrid/shared/identity/roles';
import { PERMISSIONS, isPermission } from '@sevengrid/shared/kernel/permissions';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import { APPEAL_FLOW } from '@sevengrid/shared/tickets/flows';

describe('permissions', () => {
  it('are each held by some role and asked for somewhere', () => {
    const held = new Set(Object.values(SEEDED_ROLES).flat());
    const asked = new Set<string>([
      ...ALL_ROUTES.map((route) => route.permission),
      ...Object.values(APPEAL_FLOW).flatMap((move) => move.by),
      'leave.record', // asked inside recordLeave, when the worker is somebody else
    ]);
    expect(PERMISSIONS.filter((permission) => !held.has(permission))).toEqual([]);
    expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([]);
  });

  it('never let an administrator or an auditor act on a ticket', () => {
    for (const role of ['admin', 'auditor'] as const)
      expect(SEEDED_ROLES[role].filter((p) => p.startsWith('ticket.') && p !== 'ticket.read')).toEqual([]);
  });
});

describe('what a community may change in a role', () => {
  it('leaves every role as it is seeded within its limits', () => {
    for (const role of ROLES) {
      expect([role, SEEDED_ROLES[role].filter((of) => barredFrom(role).includes(of))]).toEqual([role, []]);
      expect([role, keptBy(role).filter((of) => !SEEDED_ROLES[role].includes(of))]).toEqual([role, []]);
    }
  });

  it('never opens other people’s data to whoever only scanned a card or logged in', () => {
    for (const role of ['guest', 'resident', 'member', 'partner', 'merchant'] as const)
      for (const of of [
        'household.read',
        'person.reveal',
        'ticket.read',
        'card.read_link',
        'community.set_up',
      ] as const)
        expect([role, of, barredFrom(role).includes(of)]).toEqual([role, of, true]);
    expect(barredFrom('staff')).toEqual([]);
  });
});

describe('the table of routes', () => {
  it('names each route and each address once', () => {
    const names = ALL_ROUTES.map((route) => route.name);
    const addresses = ALL_ROUTES.map((route) => `${route.method} ${route.path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('declares faults and permissions that exist', () => {
    for (const route of ALL_ROUTES) {
      expect(route.faults.filter((code) => !(code in FAULTS))).toEqual([]);
      expect(['public', 'session', 'person'].includes(route.permission) || isPermission(route.permission)).toBe(true);
    }
  });

  it('says every fault in Chinese and Tibetan', () => {
    for (const [code, { says }] of Object.entries(FAULTS)) {
      expect([code, /[\u4e00-\u9fa5]/.test(says.zh)]).toEqual([code, true]);
      expect([code, /[\u0f00-\u0fff]/.test((says as { bo?: string }).bo ?? '')]).toEqual([code, true]);
    }
  });
});
