/** Who is calling, as guards and services see them; identity fills this port. */
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { FaultCode } from '@sevengrid/shared/faults';
import type { ActorRow } from '../database/idempotency';

/** A role held in a scope, or in an organisation of that scope. */
export interface Grant {
  role: string;
  scopeId: string;
  organisationId: string | null;
  permissions: ReadonlySet<Permission>;
}

export interface Actor extends ActorRow {
  id: string;
  kind: 'person' | 'guest';
  sessionId: string;
  /** Of the request that the actor makes. */
  traceId: string;
  grants: readonly Grant[];
  /** The card that a guest's session came from. */
  cardId?: string;
  /** Set while only these routes (by name) are open to the actor, such as before the first password is changed. */
  only?: { routes: readonly string[]; otherwise: FaultCode };
  /** True when a grant gives `permission` in one of `scopePath`: the scope's id and those of all its ancestors; without it, anywhere. */
  may(permission: Permission, scopePath?: readonly string[]): boolean;
  /** Ids of the scopes in which `permission` holds, descendants included. */
  scopesWith(permission: Permission): string[];
}

export interface ActorSource {
  /** The actor of a live session; `expired` for one that has ended, null for a token that never was. */
  find(token: string, traceId: string): Promise<Actor | 'expired' | null>;
}

/** Injection token of the {@link ActorSource}. */
export const ACTOR_SOURCE = Symbol('ActorSource');

export interface ActorFacts {
  id: string;
  kind: 'person' | 'guest';
  sessionId: string;
  traceId: string;
  grants: readonly Grant[];
  cardId?: string;
  only?: Actor['only'];
  /** A scope's id and those of all its descendants. */
  within: (scopeId: string) => readonly string[];
}

/** An actor from plain facts, with the two questions answered from its grants. */
export function makeActor({ within, ...facts }: ActorFacts): Actor {
  const giving = (permission: Permission): Grant[] => facts.grants.filter((grant) => grant.permissions.has(permission));
  return {
    ...facts,
    lock: { table: facts.kind, id: facts.id },
    may: (permission, scopePath) =>
      giving(permission).some((grant) => scopePath === undefined || scopePath.includes(grant.scopeId)),
    scopesWith: (permission) => [...new Set(giving(permission).flatMap((grant) => within(grant.scopeId)))],
  };
}
