/** Who may do what with a ticket: the relations that the flow names, answered in one place for the engine and the buttons. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FaultCode } from '@sevengrid/shared/faults';
import { APPEAL_FLOW, appealMovesFrom, type Action, type By } from '@sevengrid/shared/tickets/flows';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { REOPEN_DAYS } from '@sevengrid/shared/tickets/terms';
import { GridTeams } from '../grids/grid-teams';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { hindrance, type Situation } from './appeal-rules';
import type { CaseState } from './case-state';
import { handlersSince, type ActedAs, type TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';
import type { Sight } from './who-sees';

const DAY = 86_400_000;

/** What the actor is to the ticket, by each name that the flow uses. */
export type Standing = ReadonlySet<By> & { readonly dependent: boolean };

export const ACTS_AS: Record<By, ActedAs> = {
  requester: 'requester',
  holder: 'handler',
  verifier: 'verifier',
  partner: 'partner',
  system: 'system',
  'ticket.file': 'requester',
  'ticket.file_for': 'staff',
  'ticket.handle': 'handler',
  'ticket.decline': 'staff',
  'ticket.lead': 'staff',
  'ticket.reassign': 'staff',
  'ticket.regrade': 'staff',
  'ticket.coordinate': 'staff',
  'ticket.appoint': 'staff',
};

const PERMISSIONS = [
  'ticket.handle',
  'ticket.decline',
  'ticket.lead',
  'ticket.reassign',
  'ticket.regrade',
  'ticket.coordinate',
  'ticket.appoint',
] as const;

/** A ticket with its history, and what the history makes of it. */
export interface Told {
  ticket: Ticket;
  state: CaseState;
  history: readonly TicketEvent[];
}

/** What a case looks like to rules that need no actor. */
export type Looked = Pick<Situation, 'state' | 'now' | 'policy' | 'calendar'>;

/** Last instant for saying "not solved"; null while it is open, or when it was never resolved. */
export const reopenUntil = (ticket: Pick<Ticket, 'closedAt' | 'stage'>): number | null =>
  ticket.closedAt !== null && (ticket.stage === 'verified' || ticket.stage === 'confirmed')
    ? ticket.closedAt + REOPEN_DAYS * DAY
    : null;

@Injectable()
export class WhoMay {
  constructor(
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  async standing(tx: EntityManager, actor: Actor, { ticket, state, history }: Told, sight: Sight): Promise<Standing> {
    const path = this.scopes.pathOf(ticket.gridId);
    const held = new Set<By>(PERMISSIONS.filter((permission) => actor.may(permission, path)));
    const handled = ticket.holderId === actor.id || handlersSince(history, ticket.cycleSeq).has(actor.id);
    // An objection is not decided by whoever it is against.
    if (ticket.contested && history.some(({ action, actorId }) => action === 'decline' && actorId === actor.id))
      held.delete('ticket.decline');
    // Whoever handled it cannot speak for the requester too, or a worker could confirm their own work.
    if (sight.requester && !handled) held.add('requester');
    if (await this.holds(tx, actor, ticket, state, path)) held.add('holder');
    const verifies = actor.may('ticket.verify', path);
    const apart = verifies && !handled && !(await this.teams.isOnTeam(tx, actor.id, ticket.gridId));
    if (apart) held.add('verifier');
    return Object.assign(held, { dependent: verifies && !apart });
  }

  /** The relations by which the actor may do `action`; none means that they may not. */
  relations(action: Action, standing: Standing): By[] {
    return APPEAL_FLOW[action].by.filter((relation) => standing.has(relation));
  }

  /** Why somebody without a relation is refused. */
  refusal(action: Action, standing: Standing): FaultCode {
    const verifies = APPEAL_FLOW[action].by.includes('verifier') && standing.dependent;
    return verifies ? 'VERIFIER_NOT_INDEPENDENT' : 'NOT_ALLOWED';
  }

  /** What stands in the way although stage and relation are right. The thirty days do not bind a lead. */
  barred(action: Action, looked: Looked, relations: readonly By[]): FaultCode | null {
    const until = reopenUntil(looked.state);
    const late = action === 'reopen' && until !== null && looked.now > until && !relations.includes('ticket.lead');
    return late ? 'REOPEN_TOO_LATE' : hindrance(action, looked);
  }

  /** What the actor may do now, in the flow's order: draws the buttons. */
  moves(actor: Actor, looked: Looked, standing: Standing): Action[] {
    return appealMovesFrom(looked.state.stage).filter((action) => {
      const relations = this.relations(action, standing);
      return relations.length > 0 && this.opens(actor, action) && this.barred(action, looked, relations) === null;
    });
  }

  /** The route of the action has a permission of its own. */
  private opens(actor: Actor, action: Action): boolean {
    const route: { permission: Permission | 'session' } | undefined = (
      ticketRoutes as Partial<Record<Action, { permission: Permission | 'session' }>>
    )[action];
    return route !== undefined && (route.permission === 'session' || actor.may(route.permission));
  }

  /** Its holder, the backup while the holder is on leave, or who joined when it rose and leads there still. */
  private async holds(
    tx: EntityManager,
    actor: Actor,
    ticket: Ticket,
    state: CaseState,
    path: string[],
  ): Promise<boolean> {
    if (state.joined.some(({ personId }) => personId === actor.id)) return actor.may('ticket.lead', path);
    if (ticket.holderId === null || !actor.may('ticket.handle', path)) return false;
    if (ticket.holderId === actor.id) return true;
    const team = await this.teams.of(tx, ticket.gridId);
    if (team.backup !== actor.id) return false;
    return this.teams.onLeave(tx, ticket.holderId);
  }
}
