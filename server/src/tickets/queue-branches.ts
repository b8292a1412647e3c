/** Which rows make a queue, as conditions that one index each answers in order: by scope, by phase, by holder. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueueQuery } from '@sevengrid/shared/tickets/requests';
import { PHASES, type Phase } from '@sevengrid/shared/tickets/terms';
import { GridTeams } from '../grids/grid-teams';
import type { SqlValue } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { HANDLING } from './ticket-event';
import { WhoSees, type Rows } from './who-sees';

/** A condition on `ticket t`. */
export interface Where {
  sql: string;
  params: SqlValue[];
}

export type QueueAsked = Pick<QueueQuery, 'queue' | 'phase' | 'gridId'>;

export const and = (...parts: readonly (Where | null)[]): Where => {
  const found = parts.filter((part) => part !== null);
  return { sql: found.map((part) => part.sql).join(' AND '), params: found.flatMap((part) => part.params) };
};

/** The resident's clock runs: waiting for an outside body is no excuse. */
const IN_HAND: readonly Phase[] = ['active', 'waiting_partner'];
const TO_DO: readonly Phase[] = ['new', ...IN_HAND];

const SOON: Where = { sql: 't.soon_at <= NOW(3)', params: [] };
const SECOND_VISIT: Where = { sql: "t.due_clock = 'revisit'", params: [] };

const inPhase = (phase: Phase): Where => ({ sql: 't.phase = ?', params: [phase] });

/** Few values are looked up one by one, each in the order of its index; many together, and sorted. */
const APART = 24;

const each = (column: string, ids: readonly string[]): Where[] =>
  ids.length <= APART
    ? ids.map((id) => ({ sql: `t.${column} = ?`, params: [id] }))
    : [{ sql: `t.${column} IN (?)`, params: [[...ids]] }];

const across = (scopes: readonly Where[], parts: readonly Where[]): Where[] =>
  scopes.flatMap((scope) => parts.map((part) => and(scope, part)));

@Injectable()
export class QueueBranches {
  constructor(
    private readonly whoSees: WhoSees,
    private readonly teams: GridTeams,
  ) {}

  /** No row is in two of them; none where the actor sees no tickets. */
  async of(tx: EntityManager, actor: Actor, { queue = 'all', phase, gridId }: QueueAsked): Promise<Where[]> {
    const seen = this.whoSees.rows(actor, 'ticket.read', gridId);
    if (!seen) return [];
    const asked = (...phases: readonly Phase[]): Where[] =>
      phases.filter((one) => phase === undefined || one === phase).map(inPhase);
    const scopes = each(seen.column, seen.ids);
    if (queue === 'to_verify') return this.toVerify(tx, actor, asked, gridId);
    if (queue === 'due_soon')
      return across(
        scopes,
        asked(...PHASES).map((part) => and(part, SOON)),
      );
    if (queue === 'all') return phase === undefined ? scopes : across(scopes, asked(phase));
    if (actor.may('ticket.reassign') || !actor.may('ticket.handle')) return across(scopes, asked(...TO_DO));
    const within: Where = { sql: `t.${seen.column} IN (?)`, params: [seen.ids] };
    const held = across(each('holder_id', await this.answersFor(tx, actor)), asked(...IN_HAND));
    return [...across(scopes, asked('new')), ...held.map((branch) => and(branch, within))];
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
  ): Promise<Where[]> {
    const scope = this.whoSees.rows(actor, 'ticket.verify', gridId);
    if (!scope) return [];
    const own = (await this.teams.gridsOf(tx, actor.id)).map((of) => of.gridId);
    const free = and(
      { sql: '(t.verifier_id IS NULL OR t.verifier_id = ?)', params: [actor.id] },
      own.length > 0 ? { sql: 't.grid_id NOT IN (?)', params: [own] } : null,
      hadNoHand(actor.id),
    );
    const phases = [...asked('resolved'), ...asked('closed').map((part) => and(part, SOON, SECOND_VISIT))];
    return across(each(scope.column, scope.ids), phases).map((branch) => and(branch, free));
  }
}

/** The same rule as in standing.ts, in SQL. */
const hadNoHand = (personId: string): Where => ({
  sql: `t.holder_id <> ?
    AND NOT EXISTS (SELECT 1 FROM ticket_holder h WHERE h.ticket_id = t.id AND h.person_id = ?)
    AND NOT EXISTS (SELECT 1 FROM ticket_event e WHERE e.ticket_id = t.id AND e.seq >= t.cycle_seq
    AND ((e.actor_id = ? AND e.action IN (?) AND JSON_VALUE(e.facts, '$.as') <> 'requester')
    OR JSON_VALUE(e.facts, '$.holderId') = ? OR JSON_VALUE(e.facts, '$.formerId') = ?))`,
  params: [personId, personId, personId, [...HANDLING], personId, personId],
});

/** Of these rows, whichever of the scopes they are in. */
export const withinRows = ({ column, ids }: Rows): Where => ({ sql: `t.${column} IN (?)`, params: [[...ids]] });
