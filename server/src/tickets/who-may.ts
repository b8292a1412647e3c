/** Who may do what with a ticket: the relations that the flow names, answered in one place for the engine and the buttons. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FaultCode } from '@sevengrid/shared/faults';
import { APPEAL_FLOW, appealMovesFrom, type Action, type By } from '@sevengrid/shared/tickets/flows';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { REOPEN_DAYS } from '@sevengrid/shared/tickets/terms';
import { GridTeams } from '../grids/grid-teams';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
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
  'ticket.file': 'requester',
  'ticket.file_for': 'staff',
  'ticket.handle': 'handler',
  'ticket.decline': 'staff',
  'ticket.lead': 'staff',
  'ticket.reassign': 'staff',
  'ticket.regrade': 'staff',
};

const PERMISSIONS = ['ticket.handle', 'ticket.decline', 'ticket.lead', 'ticket.reassign', 'ticket.regrade'] as const;

/** Last instant for saying "not solved"; null while it is open, or when it was never resolved. */
export const reopenUntil = (ticket: Ticket): number | null =>
  ticket.closedAt !== null && (ticket.stage === 'verified' || ticket.stage === 'confirmed')
    ? ticket.closedAt + REOPEN_DAYS * DAY
    : null;

@Injectable()
export class WhoMay {
  constructor(
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  async standing(
    tx: EntityManager,
    actor: Actor,
    ticket: Ticket,
    history: readonly TicketEvent[],
    sight: Sight,
  ): Promise<Standing> {
    const path = this.scopes.pathOf(ticket.gridId);
    const held = new Set<By>(PERMISSIONS.filter((permission) => actor.may(permission, path)));
    const handled = ticket.holderId === actor.id || handlersSince(history, ticket.cycleSeq).has(actor.id);
    // An objection is not decided by whoever it is against.
    if (ticket.contested && history.some(({ action, actorId }) => action === 'decline' && actorId === actor.id))
      held.delete('ticket.decline');
    // Whoever handled it cannot speak for the requester too, or a worker could confirm their own work.
    if (sight.requester && !handled) held.add('requester');
    if (await this.holds(tx, actor, ticket, path)) held.add('holder');
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
  barred(action: Action, ticket: Ticket, relations: readonly By[], now: number): FaultCode | null {
    if (action === 'contest' && ticket.contested) return 'CONTEST_ONLY_ONCE';
    const until = reopenUntil(ticket);
    const late = action === 'reopen' && until !== null && now > until && !relations.includes('ticket.lead');
    return late ? 'REOPEN_TOO_LATE' : null;
  }

  /** What the actor may do now, in the flow's order: draws the buttons. */
  moves(actor: Actor, ticket: Ticket, standing: Standing, now: number): Action[] {
    return appealMovesFrom(ticket.stage).filter((action) => {
      const { permission } = ticketRoutes[action];
      if (permission !== 'session' && !actor.may(permission)) return false;
      const relations = this.relations(action, standing);
      return relations.length > 0 && this.barred(action, ticket, relations, now) === null;
    });
  }

  private async holds(tx: EntityManager, actor: Actor, ticket: Ticket, path: string[]): Promise<boolean> {
    if (ticket.holderId === null || !actor.may('ticket.handle', path)) return false;
    if (ticket.holderId === actor.id) return true;
    const team = await this.teams.of(tx, ticket.gridId);
    if (team.backup !== actor.id) return false;
    return this.teams.onLeave(tx, ticket.holderId);
  }
}
