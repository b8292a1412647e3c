/** The lists: queues by due time, and what somebody asked for; each bounded by scope or person and answered by an index. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import type { MineQuery, QueueQuery } from '@sevengrid/shared/tickets/requests';
import { PHASES, type Phase } from '@sevengrid/shared/tickets/terms';
import type { TicketCountsView } from '@sevengrid/shared/tickets/views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import { GridTeams } from '../grids/grid-teams';
import { one, rows, type SqlValue } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { readNumber } from './ticket-number';
import { HANDLING } from './ticket-event';
import { WhoSees } from './who-sees';

/** A condition on `ticket t`. */
export interface Where {
  sql: string;
  params: SqlValue[];
}

export interface IdPage {
  ids: string[];
  nextCursor: string | null;
}

interface Placed {
  id: string;
  at: Date;
}

type QueueAsked = Pick<QueueQuery, 'queue' | 'phase' | 'gridId'>;

const NOBODY: IdPage = { ids: [], nextCursor: null };

const and = (...parts: readonly (Where | null)[]): Where => {
  const found = parts.filter((part) => part !== null);
  return { sql: found.map((part) => part.sql).join(' AND '), params: found.flatMap((part) => part.params) };
};

/** The resident's clock runs: waiting for an outside body is no excuse. */
const IN_HAND: readonly Phase[] = ['active', 'waiting_partner'];

const inPhases = (...phases: Phase[]): Where => ({ sql: 't.phase IN (?)', params: [phases] });

/** A whole number, or the digits it ends with. */
function numbered(q: string | undefined): Where | null {
  if (!q) return null;
  const whole = readNumber(q);
  if (whole) return { sql: 't.serial = ? AND t.day = ?', params: [whole.serial, whole.day] };
  const digits = plainDigits(q.normalize('NFKC')).replace(/[\s\p{Pd}]/gu, '');
  const serial = /^\d{1,6}$/.test(digits) ? Number(digits) : -1;
  return { sql: 't.serial = ?', params: [serial] };
}

@Injectable()
export class TicketQueries {
  constructor(
    private readonly whoSees: WhoSees,
    private readonly teams: GridTeams,
  ) {}

  async queue(tx: EntityManager, actor: Actor, query: QueueQuery): Promise<IdPage> {
    const branches = await this.branches(tx, actor, query);
    if (branches.length === 0) return NOBODY;
    const limit = query.limit ?? PAGE_SIZE;
    const after = query.cursor === undefined ? null : this.after(query.cursor, 't.queue_at', '>');
    const found = await this.union(tx, branches, [numbered(query.q), after], 't.queue_at', 'ASC', limit);
    return this.page(found, limit);
  }

  async counts(tx: EntityManager, actor: Actor, gridId?: string): Promise<TicketCountsView> {
    const count = async (queue: 'to_do' | 'due_soon' | 'to_verify'): Promise<number> => {
      const branches = await this.branches(tx, actor, { queue, gridId });
      if (branches.length === 0) return 0;
      const sql = branches.map((where) => `SELECT t.id FROM ticket t WHERE ${where.sql}`).join(' UNION ');
      const params = branches.flatMap((where) => where.params);
      return (await one<{ n: number }>(tx, `SELECT COUNT(*) AS n FROM (${sql}) found`, params))?.n ?? 0;
    };
    const byPhase = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
    const mine = this.whoSees.rows(actor, 'ticket.read', gridId);
    if (mine) {
      const sql = `SELECT t.phase, COUNT(*) AS n FROM ticket t WHERE ${mine.sql} GROUP BY t.phase`;
      for (const row of await rows<{ phase: Phase; n: number }>(tx, sql, [mine.ids])) byPhase[row.phase] = row.n;
    }
    return {
      toDo: await count('to_do'),
      dueSoon: await count('due_soon'),
      toVerify: await count('to_verify'),
      byPhase,
    };
  }

  /** What the actor asked for or filed for others, newest first. */
  async mine(tx: EntityManager, actor: Actor, query: MineQuery): Promise<IdPage> {
    const branches: Where[] =
      actor.kind === 'guest'
        ? [
            {
              sql: `t.id IN (SELECT g.ticket_id FROM ticket_guest g WHERE g.guest_id = ?)
                AND t.requester_person_id IS NULL AND t.requester_resident_id IS NULL`,
              params: [actor.id],
            },
          ]
        : [
            { sql: 't.requester_person_id = ?', params: [actor.id] },
            { sql: 't.recorder_id = ?', params: [actor.id] },
          ];
    const state: Where | null = query.state
      ? { sql: query.state === 'closed' ? "t.phase = 'closed'" : "t.phase <> 'closed'", params: [] }
      : null;
    const limit = query.limit ?? PAGE_SIZE;
    const after = query.cursor === undefined ? null : this.after(query.cursor, 't.opened_at', '<');
    return this.page(await this.union(tx, branches, [state, after], 't.opened_at', 'DESC', limit), limit);
  }

  /** The conditions of a queue; several where one index cannot answer them together. */
  private async branches(
    tx: EntityManager,
    actor: Actor,
    { queue = 'all', phase, gridId }: QueueAsked,
  ): Promise<Where[]> {
    const asked = phase ? inPhases(phase) : null;
    const seen = this.whoSees.rows(actor, 'ticket.read', gridId);
    if (!seen) return [];
    const scope: Where = { sql: seen.sql, params: [seen.ids] };
    if (queue === 'to_verify') {
      const verifies = await this.toVerify(tx, actor, gridId);
      return verifies ? [and(verifies, asked)] : [];
    }
    if (queue === 'due_soon') return [and(scope, { sql: 't.soon_at <= NOW(3)', params: [] }, asked)];
    if (queue === 'all') return [and(scope, asked)];
    if (actor.may('ticket.reassign') || !actor.may('ticket.handle'))
      return [and(scope, inPhases('new', ...IN_HAND), asked)];
    const held: Where = { sql: 't.holder_id IN (?)', params: [await this.answersFor(tx, actor)] };
    return [and(scope, inPhases('new'), asked), and(held, scope, inPhases(...IN_HAND), asked)];
  }

  /** The actor, and those on leave whose backup the actor is. */
  private async answersFor(tx: EntityManager, actor: Actor): Promise<string[]> {
    const grids = (await this.teams.gridsOf(tx, actor.id)).filter((of) => of.role === 'backup').map((of) => of.gridId);
    const teams = [...(await this.teams.ofMany(tx, grids)).values()];
    return [actor.id, ...teams.flatMap((team) => (team.answering === actor.id && team.worker ? [team.worker] : []))];
  }

  /** Resolved ones of other teams that the actor had no hand in; the same rule as in standing.ts, in SQL. */
  private async toVerify(tx: EntityManager, actor: Actor, gridId?: string): Promise<Where | null> {
    const scope = this.whoSees.rows(actor, 'ticket.verify', gridId);
    if (!scope) return null;
    const own = (await this.teams.gridsOf(tx, actor.id)).map((of) => of.gridId);
    return and(
      { sql: scope.sql, params: [scope.ids] },
      // Resolved, or closed with a second visit that is due soon; appointed to nobody else.
      {
        sql: `(t.phase = 'resolved' OR (t.phase = 'closed' AND t.due_clock = 'revisit' AND t.soon_at <= NOW(3)))
          AND (t.verifier_id IS NULL OR t.verifier_id = ?)`,
        params: [actor.id],
      },
      own.length > 0 ? { sql: 't.grid_id NOT IN (?)', params: [own] } : null,
      {
        sql: `t.holder_id <> ?
          AND NOT EXISTS (SELECT 1 FROM ticket_holder h WHERE h.ticket_id = t.id AND h.person_id = ?)
          AND NOT EXISTS (SELECT 1 FROM ticket_event e WHERE e.ticket_id = t.id AND e.seq >= t.cycle_seq
          AND ((e.actor_id = ? AND e.action IN (?) AND JSON_VALUE(e.facts, '$.as') <> 'requester')
          OR JSON_VALUE(e.facts, '$.holderId') = ? OR JSON_VALUE(e.facts, '$.formerId') = ?))`,
        params: [actor.id, actor.id, actor.id, [...HANDLING], actor.id, actor.id],
      },
    );
  }

  /** Each branch reads its own index in order and stops at the limit; together they are sorted once more. */
  private union(
    tx: EntityManager,
    branches: readonly Where[],
    common: readonly (Where | null)[],
    order: 't.queue_at' | 't.opened_at',
    direction: 'ASC' | 'DESC',
    limit: number,
  ): Promise<Placed[]> {
    const parts = branches.map((branch) => and(branch, ...common));
    const select = ({ sql }: Where): string =>
      `(SELECT t.id, ${order} AS at FROM ticket t WHERE ${sql} ORDER BY ${order} ${direction}, t.id ${direction} LIMIT ${limit + 1})`;
    return rows<Placed>(
      tx,
      `SELECT found.id, found.at FROM (${parts.map(select).join(' UNION ')}) found
       ORDER BY found.at ${direction}, found.id ${direction} LIMIT ${limit + 1}`,
      parts.flatMap((part) => part.params),
    );
  }

  private after(cursor: string, order: string, sign: '<' | '>'): Where {
    const [at, id] = decodeCursor(cursor, ['instant', 'id']);
    return {
      sql: `${order} ${sign}= ? AND (${order} ${sign} ? OR t.id ${sign} ?)`,
      params: [at, at, id],
    };
  }

  private page(found: readonly Placed[], limit: number): IdPage {
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > limit && last;
    return { ids: shown.map((row) => row.id), nextCursor: more ? encodeCursor([last.at.getTime(), last.id]) : null };
  }
}
