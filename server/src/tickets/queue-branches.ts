/** Which rows make a queue, as conditions that one index each answers in order: by scope, by phase, by holder. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueueQuery } from '@sevengrid/shared/tickets/requests';
import { PHASES, type Phase } from '@sevengrid/shared/tickets/terms';
import { GridTeams } from '../grids/grid-teams';
import { and, each, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { HANDLING } from './ticket-event';
import { WhoSees, type Rows } from './who-sees';

/** A condition on `ticket t`, and the index that has its rows in the order of queues. */
export interface Branch extends Where {
  key: string;
}

export type QueueAsked = Pick<QueueQuery, 'queue' | 'phase' | 'gridId'>;

/** The resident's clock runs: waiting for an outside body is no excuse. */
const IN_HAND: readonly Phase[] = ['active', 'waiting_partner'];
const TO_DO: readonly Phase[] = ['new', ...IN_HAND];

const SOON: Where = { sql: 't.soon_at <= NOW(3)', params: [] };
const SECOND_VISIT: Where = { sql: "t.due_clock = 'revisit'", params: [] };

const inPhase = (phase: Phase): Where => ({ sql: 't.phase = ?', params: [phase] });

/** With more conditions than one, the optimiser may take an index of another order for as good, and sort all it finds. */
const by = (key: string, branches: readonly Where[]): Branch[] => branches.map((branch) => ({ ...branch, key }));

const keyOf = ({ column }: Rows): string => (column === 'community_id' ? 'ticket_community' : 'ticket_grid');

const across = (scopes: readonly Where[], parts: readonly Where[]): Where[] =>
  scopes.flatMap((scope) => parts.map((part) => and(scope, part)));

@Injectable()
export class QueueBranches {
  constructor(
    private readonly whoSees: WhoSees,
    private readonly teams: GridTeams,
  ) {}

  /** No row is in two of them; none where the actor sees no tickets. */
  async of(tx: EntityManager, actor: Actor, { queue = 'all', phase, gridId }: QueueAsked): Promise<Branch[]> {
    const seen = this.whoSees.rows(actor, 'ticket.read', gridId);
    if (!seen) return [];
    const asked = (...phases: readonly Phase[]): Where[] =>
      phases.filter((one) => phase === undefined || one === phase).map(inPhase);
    const scopes = each(`t.${seen.column}`, seen.ids);
    const key = keyOf(seen);
    if (queue === 'to_verify') return this.toVerify(tx, actor, asked, gridId);
    if (queue === 'due_soon')
      return by(
        `${key}_soon`,
        across(
          scopes,
          asked(...PHASES).map((part) => and(part, SOON)),
        ),
      );
    if (queue === 'all')
      return phase === undefined ? by(key, scopes) : by(`${key}_phase`, across(scopes, asked(phase)));
    if (actor.may('ticket.reassign') || !actor.may('ticket.handle'))
      return by(`${key}_phase`, across(scopes, asked(...TO_DO)));
    const within: Where = { sql: `t.${seen.column} IN (?)`, params: [seen.ids] };
    const held = across(each('t.holder_id', await this.answersFor(tx, actor)), asked(...IN_HAND));
    const heldWithin = held.map((branch) => and(branch, within));
    return [...by(`${key}_phase`, across(scopes, asked('new'))), ...by('ticket_holder', heldWithin)];
  }

  /** The actor, and those on leave whose backup the actor is. */
  private async answersFor(tx: EntityManager, actor: Actor): Promise<string[]> {
    const grids = (await this.teams.gridsOf(tx, actor.id)).filter((of) => of.role === 'backup').map((of) => of.gridId);
    const teams = [...(await this.teams.ofMany(tx, grids)).values()];
    const away = teams.flatMap((team) => (team.answering === actor.id && team.worker ? [team.worker] : []));
    return [...new Set([actor.id, ...away])];
  }

  /** Resolved ones, and closed ones whose second visit is due soon, of other teams, that are appointed to nobody else. */
  private async toVerify(
    tx: EntityManager,
    actor: Actor,
    asked: (...phases: readonly Phase[]) => Where[],
    gridId?: string,
  ): Promise<Branch[]> {
    const scope = this.whoSees.rows(actor, 'ticket.verify', gridId);
    if (!scope) return [];
    const own = (await this.teams.gridsOf(tx, actor.id)).map((of) => of.gridId);
    const free = and(
      { sql: '(t.verifier_id IS NULL OR t.verifier_id = ?)', params: [actor.id] },
      own.length > 0 ? { sql: 't.grid_id NOT IN (?)', params: [own] } : null,
      hadNoHand(actor.id),
    );
    const scopes = each(`t.${scope.column}`, scope.ids);
    const wanted = (phases: readonly Where[]): Where[] => across(scopes, phases).map((branch) => and(branch, free));
    const again = asked('closed').map((part) => and(part, SOON, SECOND_VISIT));
    return [...by(`${keyOf(scope)}_phase`, wanted(asked('resolved'))), ...by(`${keyOf(scope)}_soon`, wanted(again))];
  }
}

/** The same rule as in standing.ts, in SQL. */
const hadNoHand = (personId: string): Where => ({
  sql: `t.holder_id <> ?
    AND NOT EXISTS (SELECT 1 FROM ticket_holder th WHERE th.ticket_id = t.id AND th.person_id = ?)
    AND NOT EXISTS (SELECT 1 FROM ticket_event e WHERE e.ticket_id = t.id AND e.seq >= t.cycle_seq
    AND ((e.actor_id = ? AND e.action IN (?) AND JSON_VALUE(e.facts, '$.as') <> 'requester')
    OR JSON_VALUE(e.facts, '$.holderId') = ? OR JSON_VALUE(e.facts, '$.formerId') = ?))`,
  params: [personId, personId, personId, [...HANDLING], personId, personId],
});

/** Of these rows, whichever of the scopes they are in. */
export const withinRows = ({ column, ids }: Rows): Where => ({ sql: `t.${column} IN (?)`, params: [ids] });
