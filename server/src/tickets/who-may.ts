/** Who may do what with a ticket: the facts about a person that standing.ts judges by, asked of the database in one place. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { appealMovesFrom, type Action } from '@sevengrid/shared/tickets/flows';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { GridTeams } from '../grids/grid-teams';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import type { CaseState } from './case-state';
import { barred, relations, standingOf, type Looked, type Standing } from './standing';
import { handlersOf, type TicketEvent } from './ticket-event';
import type { Ticket } from './ticket.entity';
import type { Sight } from './who-sees';

/** A ticket with its history, and what the history makes of it. */
export interface Told {
  ticket: Ticket;
  state: CaseState;
  history: readonly TicketEvent[];
}

@Injectable()
export class WhoMay {
  constructor(
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  async standing(tx: EntityManager, actor: Actor, told: Told, sight: Sight): Promise<Standing> {
    const { ticket, state, history } = told;
    const path = this.scopes.pathOf(ticket.gridId);
    const verifies = actor.may('ticket.verify', path) && !handlersOf(state, history).has(actor.id);
    const person = {
      id: actor.id,
      may: (permission: Permission) => actor.may(permission, path),
      asked: sight.requester,
      onTeam: verifies && (await this.teams.isOnTeam(tx, actor.id, ticket.gridId)),
      standsIn: actor.may('ticket.handle', path) && (await this.standsIn(tx, actor.id, ticket)),
    };
    return standingOf(person, told);
  }

  /** What the actor may do now, in the flow's order: draws the buttons. */
  moves(actor: Actor, looked: Looked, standing: Standing): Action[] {
    return appealMovesFrom(looked.state.stage).filter((action) => {
      const by = relations(action, standing);
      return by.length > 0 && this.opens(actor, action) && barred(action, looked, by) === null;
    });
  }

  /** The route of the action has a permission of its own. */
  private opens(actor: Actor, action: Action): boolean {
    const route: { permission: Permission | 'session' } | undefined = (
      ticketRoutes as Partial<Record<Action, { permission: Permission | 'session' }>>
    )[action];
    return route !== undefined && (route.permission === 'session' || actor.may(route.permission));
  }

  /** The grid's backup, while the holder is on leave. */
  private async standsIn(tx: EntityManager, id: string, { holderId, gridId }: Ticket): Promise<boolean> {
    if (holderId === null || holderId === id) return false;
    const team = await this.teams.of(tx, gridId);
    return team.backup === id && this.teams.onLeave(tx, holderId);
  }
}
