/** Who may do what with a ticket: the facts about a person that standing.ts judges by, asked of the database in one place. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { appealMovesFrom, type Action } from '@sevengrid/shared/tickets/flows';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { GridTeams } from '../grids/grid-teams';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { barred, relations, standingOf, type Looked, type Standing } from './standing';
import { handlersOf } from './ticket-event';
import type { Told } from './told';
import type { Sight } from './who-sees';

@Injectable()
export class WhoMay {
  constructor(
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  async standing(
    tx: EntityManager,
    actor: Actor,
    { ticket, state, history }: Pick<Told, 'ticket' | 'state' | 'history'>,
    sight: Sight,
  ): Promise<Standing> {
    const { gridId, holderId } = ticket;
    const path = this.scopes.pathOf(gridId);
    const verifies = actor.may('ticket.verify', path) && !handlersOf(state, history).has(actor.id);
    const mayStandIn = holderId !== null && holderId !== actor.id && actor.may('ticket.handle', path);
    const team = verifies || mayStandIn ? await this.teams.of(tx, gridId) : null;
    const person = {
      id: actor.id,
      may: (permission: Permission) => actor.may(permission, path),
      asked: sight.requester,
      onTeam: verifies && team?.members.includes(actor.id) === true,
      // The grid's backup, while the holder is on leave.
      standsIn: mayStandIn && team?.backup === actor.id && (await this.teams.onLeave(tx, holderId)),
    };
    return standingOf(person, { state, history });
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
}
