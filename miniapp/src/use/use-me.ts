/** Who I am and what I may do. */
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { Role } from '@sevengrid/shared/identity/roles';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { MeView } from '@sevengrid/shared/identity/views';
import { forgetPerson, guestOfCard } from '../state/phone';
import { begin, know, session } from '../state/session';
import { hearReplies, queryClient } from './query-client';
import { useRoute } from './use-route';
import { useSignal } from './use-signal';

/** Which home, tabs and words a person gets. */
export type Side = 'nobody' | 'guest' | 'resident' | 'worker' | 'staff' | 'partner';

const STAFF: readonly Role[] = ['staff', 'lead', 'street', 'auditor', 'admin'];
/** They are here for a body alone: one that is asked for help, the unit they answer for, or a shop. */
const BODIES: readonly Role[] = ['partner', 'unit_contact', 'merchant'];

export function sideOf(me: Pick<MeView, 'kind' | 'roles'> | undefined): Side {
  if (!me) return 'nobody';
  if (me.kind === 'guest') return 'guest';
  if (me.roles.some((role) => STAFF.includes(role))) return 'staff';
  if (me.roles.includes('grid_worker')) return 'worker';
  // Whoever lives here besides keeps what residents have.
  return me.roles.every((role) => BODIES.includes(role)) && me.roles.length > 0 ? 'partner' : 'resident';
}

export interface Myself {
  me: MeView | undefined;
  side: Side;
  /** A token is kept; `me` may still be on its way. */
  loggedIn: boolean;
  loading: boolean;
  may: (permission: Permission) => boolean;
}

export function useMe(): Myself {
  const now = useSignal(session);
  const { data, loading } = useRoute(identityRoutes.me, {}, { when: now !== null });
  const me = now ? data : undefined;
  return {
    me,
    side: sideOf(me),
    loggedIn: now !== null,
    loading,
    may: (permission) => me?.grants.some((grant) => grant.permissions.includes(permission)) ?? false,
  };
}

/**
 * Called once at launch. Whose things these are is known before any page is drawn with the reply: a form that
 * looked for its draft as nobody would come back empty.
 */
export function followMe(): void {
  hearReplies(({ name, asker, reply }) => {
    if (name !== identityRoutes.me.name || asker !== session.get()?.token) return;
    const me = reply as MeView;
    know(me.id);
    if (me.kind === 'guest') guestOfCard(me.id);
  });
}

/** After any log-in or scan answered with a token. */
export function enter(token: string): void {
  begin(token);
  queryClient.clear();
}

/** Log-out on this phone: nothing of the person stays, in memory or kept. */
export function leave(): void {
  forgetPerson();
  queryClient.clear();
}
