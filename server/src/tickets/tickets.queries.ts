/** The lists: queues by due time, and what somebody asked for; each bounded by scope or person and answered by an index. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { MineQuery, Queue, QueueQuery } from '@sevengrid/shared/tickets/requests';
import { PHASES, type Phase } from '@sevengrid/shared/tickets/terms';
import type { TicketCountsView } from '@sevengrid/shared/tickets/views';
import { Scopes } from '../identity/scopes';
import { rows } from '../platform/database/sql';
import { and, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { QueueBranches, withinRows } from './queue-branches';
import { BESIDE, SHOWN_COLUMNS, shownOf, type ShownRow, type ShownTicket } from './shown-ticket';
import { readNumber } from './ticket-number';
import { WhoSees, type Rows } from './who-sees';

export interface ShownPage {
  tickets: ShownTicket[];
  nextCursor: string | null;
}

/** In which order a list is read, and what its cursors carry. */
interface Order {
  column: 't.queue_at' | 't.opened_at';
  direction: 'ASC' | 'DESC';
  /** Milliseconds UTC. */
  at: (ticket: ShownTicket) => number;
}

const BY_DUE_TIME: Order = { column: 't.queue_at', direction: 'ASC', at: ({ queueAt }) => queueAt };
const NEWEST_FIRST: Order = { column: 't.opened_at', direction: 'DESC', at: ({ openedAt }) => openedAt };

const COUNTED = ['to_do', 'due_soon', 'to_verify'] as const satisfies readonly Queue[];

@Injectable()
export class TicketQueries {
  constructor(
    private readonly whoSees: WhoSees,
    private readonly scopes: Scopes,
    private readonly queues: QueueBranches,
  ) {}

  async queue(tx: EntityManager, actor: Actor, query: QueueQuery): Promise<ShownPage> {
    const branches = await this.queues.of(tx, actor, query);
    const seen = this.whoSees.rows(actor, 'ticket.read', query.gridId);
    if (!seen || !query.q) return this.page(tx, branches, null, BY_DUE_TIME, query);
    // Those of one number are few, and their own index finds them.
    const unkeyed = branches.map(({ sql, params }): Where => ({ sql, params }));
    return this.page(tx, unkeyed, this.numbered(query.q, seen), BY_DUE_TIME, query);
  }

  /** In one statement, each count from an index. */
  async counts(tx: EntityManager, actor: Actor, gridId?: string): Promise<TicketCountsView> {
    const parts: Where[] = [];
    for (const queue of COUNTED)
      for (const { sql, params } of await this.queues.of(tx, actor, { queue, gridId }))
        parts.push({ sql: `SELECT '${queue}' AS what, COUNT(*) AS n FROM ticket t WHERE ${sql}`, params });
    const seen = this.whoSees.rows(actor, 'ticket.read', gridId);
    if (seen) {
      const { sql, params } = withinRows(seen);
      parts.push({ sql: `SELECT t.phase, COUNT(*) FROM ticket t WHERE ${sql} GROUP BY t.phase`, params });
    }
    const counted = new Map<string, number>();
    if (parts.length > 0) {
      const sql = parts.map((part) => part.sql).join(' UNION ALL ');
      const params = parts.flatMap((part) => part.params);
      for (const { what, n } of await rows<{ what: string; n: number }>(tx, sql, params))
        counted.set(what, (counted.get(what) ?? 0) + n);
    }
    const of = (what: (typeof COUNTED)[number] | Phase): number => counted.get(what) ?? 0;
    const byPhase = Object.fromEntries(PHASES.map((phase) => [phase, of(phase)])) as Record<Phase, number>;
    return { toDo: of('to_do'), dueSoon: of('due_soon'), toVerify: of('to_verify'), byPhase };
  }

  /** What the actor asked for or filed for others, newest first. */
  mine(tx: EntityManager, actor: Actor, query: MineQuery): Promise<ShownPage> {
    const branches: Where[] =
      actor.kind === 'guest'
        ? [
            {
              sql: `t.id IN (SELECT tg.ticket_id FROM ticket_guest tg WHERE tg.guest_id = ?)
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
    return this.page(tx, branches, state, NEWEST_FIRST, query);
  }

  /** Each branch reads its own index in order and stops at the limit; together they are sorted once more. */
  private async page(
    tx: EntityManager,
    branches: readonly (Where & { key?: string })[],
    besides: Where | null,
    { column, direction, at }: Order,
    { cursor, limit = PAGE_SIZE }: { cursor?: string; limit?: number },
  ): Promise<ShownPage> {
    if (branches.length === 0) return { tickets: [], nextCursor: null };
    const after = cursor === undefined ? null : afterCursor(cursor, column, direction);
    const parts = branches.map(({ key, ...branch }) => ({ key, ...and(branch, besides, after) }));
    const select = ({ sql, key }: (typeof parts)[number]): string =>
      `(SELECT t.id, ${column} AS at FROM ticket t ${key ? `FORCE INDEX (${key})` : ''} WHERE ${sql} ORDER BY ${column} ${direction}, t.id ${direction} LIMIT ${limit + 1})`;
    const found = await rows<ShownRow>(
      tx,
      `SELECT ${SHOWN_COLUMNS} FROM (${parts.map(select).join(' UNION ')}) found
       JOIN ticket t ON t.id = found.id ${BESIDE}
       ORDER BY found.at ${direction}, found.id ${direction} LIMIT ${limit + 1}`,
      parts.flatMap((part) => part.params),
    );
    const tickets = found.slice(0, limit).map(shownOf);
    const last = tickets.at(-1);
    const more = found.length > limit && last;
    return { tickets, nextCursor: more ? encodeCursor([at(last), last.id]) : null };
  }

  /** A whole number, or the digits it ends with; numbers are found by community, whatever part of it is seen. */
  private numbered(q: string, { ids }: Rows): Where {
    const communities = [...new Set(ids.map((id) => this.scopes.communityOf(id).id))];
    const within: Where = { sql: 't.community_id IN (?)', params: [communities] };
    const whole = readNumber(q);
    if (whole) return and(within, { sql: 't.serial = ? AND t.day = ?', params: [whole.serial, whole.day] });
    const digits = plainDigits(q.normalize('NFKC')).replace(/[\s\p{Pd}]/gu, '');
    const serial = /^\d{1,6}$/.test(digits) ? Number(digits) : -1;
    return and(within, { sql: 't.serial = ?', params: [serial] });
  }
}

function afterCursor(cursor: string, column: Order['column'], direction: Order['direction']): Where {
  const [at, id] = decodeCursor(cursor, ['instant', 'id']);
  const sign = direction === 'ASC' ? '>' : '<';
  return { sql: `${column} ${sign}= ? AND (${column} ${sign} ? OR t.id ${sign} ?)`, params: [at, at, id] };
}
