/** Organisations for which somebody may answer in a community: bodies are its own, and domains to the right say which of the others are tied to it. */
import { Injectable } from '@nestjs/common';
import { ORGANISATION_OF } from '@sevengrid/shared/identity/role-limits';
import type { AnsweringRole, OrganisationQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { OrganisationPage, OrganisationView } from '@sevengrid/shared/identity/set-up.views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { one, rows } from '../platform/database/sql';
import { and, type Where } from '../platform/database/where';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';

type Kind = (typeof ORGANISATION_OF)[AnsweringRole];

/** True of `organisation o` while it has to do with the community. */
export type Tie = (communityId: string) => Where;

const own: Tie = (communityId) => ({ sql: 'o.scope_id = ?', params: [communityId] });

@Injectable()
export class Organisations {
  private readonly ties = new Map<Kind, Tie>([['partner', own]]);

  register(kind: Kind, tie: Tie): void {
    this.ties.set(kind, tie);
  }

  /** Whoever holds `role` in the community may answer for it. */
  async isIn(tx: EntityManager, role: AnsweringRole, communityId: string, id: string): Promise<boolean> {
    const { sql, params } = and(this.of(role, communityId), { sql: 'o.id = ?', params: [id] });
    return (await one(tx, `SELECT o.id FROM organisation o WHERE ${sql}`, params)) !== null;
  }

  /** By name. */
  async page(
    tx: EntityManager,
    communityId: string,
    { role, q = '', cursor, limit = PAGE_SIZE }: OrganisationQuery,
  ): Promise<OrganisationPage> {
    const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const { sql, params } = and(
      this.of(role, communityId),
      q.trim() === '' ? null : { sql: 'o.name LIKE ?', params: [like] },
      cursor ? { sql: '(o.name, o.id) > (?, ?)', params: decodeCursor(cursor, ['id', 'text', 'id']).slice(1) } : null,
    );
    const found = await rows<OrganisationView>(
      tx,
      `SELECT o.id, o.name FROM organisation o WHERE ${sql} ORDER BY o.name, o.id LIMIT ${limit + 1}`,
      params,
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? encodeCursor([communityId, last.name, last.id]) : null };
  }

  private of(role: AnsweringRole, communityId: string): Where {
    const kind = ORGANISATION_OF[role];
    const tie = this.ties.get(kind);
    if (!tie) throw new Error(`nobody says which organisations of kind ${kind} a community has`);
    return and({ sql: 'o.kind = ? AND o.retired_at IS NULL', params: [kind] }, tie(communityId));
  }
}
