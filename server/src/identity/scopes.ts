/** The scope tree, kept in memory and read again whenever its revision in the database changes. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ScopeKind, ScopeView } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/http/actor';
import { one, change, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { NewCommunities } from './new-communities';

export interface Community {
  id: string;
  name: string;
  nameBo: string | null;
  /** Minutes east of Greenwich. */
  tzOffset: number;
  /** Begins the numbers of tickets: 幸. */
  numberPrefix: string;
  officePhone: string;
  gasPhone: string | null;
}

export interface NewScope {
  id: string;
  parentId: string | null;
  kind: ScopeKind;
  code: string;
  name: string;
  nameBo: string | null;
  tzOffset: number;
  numberPrefix?: string;
  officePhone?: string;
  gasPhone?: string;
}

interface ScopeRow {
  id: string;
  parent_id: string | null;
  kind: ScopeKind;
  name: string;
  name_bo: string | null;
  tz_offset: number;
  number_prefix: string | null;
  office_phone: string | null;
  gas_phone: string | null;
  retired_at: Date | null;
}

@Injectable()
export class Scopes implements OnApplicationBootstrap {
  private byId = new Map<string, ScopeRow>();
  private below = new Map<string, string[]>();
  private revision = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly newCommunities: NewCommunities,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.uow.read((tx) => this.refresh(tx));
  }

  /** Itself first, then its ancestors up to the top; empty for a scope that does not exist. */
  pathOf(scopeId: string): string[] {
    const path: string[] = [];
    for (let at = this.byId.get(scopeId); at; at = at.parent_id ? this.byId.get(at.parent_id) : undefined)
      path.push(at.id);
    return path;
  }

  /** Itself and everything below it. */
  withDescendants(scopeId: string): string[] {
    if (!this.byId.has(scopeId)) return [];
    const found = [scopeId];
    for (const id of found) found.push(...(this.below.get(id) ?? []));
    return found;
  }

  /** @throws for a scope above every community, or one that does not exist. */
  communityOf(scopeId: string): Community {
    const row = this.communityRow(scopeId);
    if (!row) throw new Error(`scope ${scopeId} lies in no community`);
    return {
      id: row.id,
      name: row.name,
      nameBo: row.name_bo,
      tzOffset: row.tz_offset,
      numberPrefix: row.number_prefix ?? '',
      officePhone: row.office_phone ?? '',
      gasPhone: row.gas_phone,
    };
  }

  /**
   * The community in which the actor lives or works; for those above, the first below them; null when there is none.
   * With `id` that one, where the actor has anything to do with it. What somebody may change is never chosen by this.
   */
  communityOfActor(actor: Actor, id?: string): Community | null {
    if (id !== undefined) {
      const all = actor.grants.flatMap(({ scopeId }) => this.withDescendants(scopeId));
      return this.communitiesAround(all).includes(id) ? this.communityOf(id) : null;
    }
    for (const { scopeId } of actor.grants) if (this.communityRow(scopeId)) return this.communityOf(scopeId);
    for (const { scopeId } of actor.grants) {
      const below = this.withDescendants(scopeId).find((id) => this.byId.get(id)?.kind === 'community');
      if (below) return this.communityOf(below);
    }
    return null;
  }

  view(scopeId: string): ScopeView | null {
    const row = this.byId.get(scopeId);
    return row ? { id: row.id, parentId: row.parent_id, kind: row.kind, name: row.name, nameBo: row.name_bo } : null;
  }

  /** Ids of those of `scopeIds` that are grids; one that was retired is none any more. */
  gridsAmong(scopeIds: readonly string[]): string[] {
    return scopeIds.filter((id) => this.byId.get(id)?.kind === 'grid' && !this.byId.get(id)?.retired_at);
  }

  /** Ids of those of `scopeIds` that are communities. */
  communitiesAmong(scopeIds: readonly string[]): string[] {
    return scopeIds.filter((id) => this.byId.get(id)?.kind === 'community');
  }

  /** Ids of the communities that `scopeIds` are or lie in, each once, in that order. */
  communitiesAround(scopeIds: readonly string[]): string[] {
    return [...new Set(scopeIds.flatMap((id) => this.communityRow(id)?.id ?? []))];
  }

  /** What tickets' numbers begin with, of every community, in one order. */
  numberPrefixes(): string[] {
    const communities = [...this.byId.values()].filter((row) => row.kind === 'community');
    return [...new Set(communities.map((row) => row.number_prefix ?? ''))].sort();
  }

  /** Scopes without a parent. */
  tops(): string[] {
    return [...this.byId.values()].filter((row) => row.parent_id === null).map((row) => row.id);
  }

  async add(tx: EntityManager, scopes: readonly NewScope[]): Promise<void> {
    for (const s of scopes) {
      await change(
        tx,
        `INSERT INTO scope (id, parent_id, kind, code, name, name_bo, tz_offset, number_prefix, office_phone, gas_phone)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[s.id, s.parentId, s.kind, s.code, s.name, s.nameBo, s.tzOffset],
          ...[s.numberPrefix ?? null, s.officePhone ?? null, s.gasPhone ?? null],
        ],
      );
    }
    await this.newCommunities.tell(
      tx,
      scopes.filter(({ kind }) => kind === 'community').map(({ id }) => id),
    );
    await this.touch(tx);
  }

  /** Makes changes of the tree wait for one another. */
  async lock(tx: EntityManager): Promise<void> {
    await one(tx, 'SELECT revision FROM scope_revision WHERE one = 1 FOR UPDATE');
  }

  /** Tells every instance that the tree is another now. */
  async touch(tx: EntityManager): Promise<void> {
    await change(tx, 'UPDATE scope_revision SET revision = revision + 1 WHERE one = 1');
  }

  /** Reads the tree again unless `revision`, when given, is the one already here. */
  async refresh(tx: EntityManager, revision?: number): Promise<void> {
    if (revision === this.revision) return;
    const current = revision ?? (await one<{ revision: number }>(tx, 'SELECT revision FROM scope_revision'))?.revision;
    const all = await rows<ScopeRow>(
      tx,
      `SELECT id, parent_id, kind, name, name_bo, tz_offset, number_prefix, office_phone, gas_phone, retired_at
       FROM scope ORDER BY code, id`,
    );
    const below = new Map<string, string[]>();
    for (const { id, parent_id: parent } of all) if (parent) below.set(parent, [...(below.get(parent) ?? []), id]);
    [this.byId, this.below, this.revision] = [new Map(all.map((row) => [row.id, row])), below, current ?? 0];
  }

  private communityRow(scopeId: string): ScopeRow | undefined {
    return this.pathOf(scopeId)
      .map((id) => this.byId.get(id))
      .find((row) => row?.kind === 'community');
  }
}
