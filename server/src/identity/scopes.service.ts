/** Cities, streets and communities, changed by those who govern them. */
import { Injectable } from '@nestjs/common';
import type { AddScope, CommunityData, WriteScope } from '@sevengrid/shared/identity/set-up.requests';
import { scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { GovernedScopeView, ScopeTreeView } from '@sevengrid/shared/identity/set-up.views';
import type { ScopeKind } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Governing } from './governing';
import { ScopeUses } from './scope-uses';
import { Scopes } from './scopes';

interface GovernedRow {
  id: string;
  parent_id: string | null;
  kind: Exclude<ScopeKind, 'grid'>;
  name: string;
  name_bo: string | null;
  tz_offset: number;
  number_prefix: string | null;
  office_phone: string | null;
  gas_phone: string | null;
  version: number;
}

/** What lies in what. */
const ABOVE: Partial<Record<ScopeKind, ScopeKind>> = { street: 'city', community: 'street' };

/** Full-width letters are what Chinese keyboards make of ordinary ones. */
const plain = (prefix: string): string => prefix.normalize('NFKC');

@Injectable()
export class ScopesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly uses: ScopeUses,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  tree(actor: Actor): Promise<ScopeTreeView> {
    return this.uow.read(async (tx) => ({ items: await this.views(tx, this.governing.everywhere(actor)) }));
  }

  async add(actor: Actor, key: string, body: AddScope): Promise<GovernedScopeView> {
    const request = { actor, key, operation: scopeRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      await this.begin(tx);
      this.governing.demand(actor, body.parentId);
      const parent = this.scopes.view(body.parentId);
      this.demandPlace(body.kind, parent?.kind === ABOVE[body.kind], body.community);
      const made = newId();
      const beside = await one<{ tz_offset: number }>(tx, 'SELECT tz_offset FROM scope WHERE id = ?', [body.parentId]);
      await this.demandPrefix(tx, body.community, made);
      await this.scopes.add(tx, [
        {
          ...{ id: made, parentId: body.parentId, kind: body.kind, code: made },
          ...{ name: body.name.trim(), nameBo: body.nameBo?.trim() ?? null },
          tzOffset: body.community?.tzOffset ?? beside?.tz_offset ?? 0,
          ...(body.community
            ? { ...body.community, numberPrefix: plain(body.community.numberPrefix), tzOffset: body.community.tzOffset }
            : {}),
        },
      ]);
      await this.note(tx, actor, 'scope.added', made);
      return { id: made };
    });
    return this.view(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteScope): Promise<GovernedScopeView> {
    this.governing.demand(actor, id);
    const fingerprint = inputFingerprint({ id, body });
    await this.uow.once({ actor, key, operation: scopeRoutes.write.name, fingerprint }, async (tx) => {
      await this.begin(tx);
      const kind = this.scopes.view(id)?.kind;
      if (kind === undefined || kind === 'grid') return fail('NOT_FOUND');
      this.demandPlace(kind, true, body.community);
      await this.demandPrefix(tx, body.community, id);
      if (body.community) await this.writeCommunity(tx, id, body.community);
      const done = await change(
        tx,
        'UPDATE scope SET name = ?, name_bo = ?, version = version + 1 WHERE id = ? AND version = ?',
        [body.name.trim(), body.nameBo?.trim() ?? null, id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.scopes.touch(tx);
      await this.note(tx, actor, 'scope.written', id);
      return { id };
    });
    return this.view(id);
  }

  /** Two changes of the tree follow one another, and each sees the tree as the other left it. */
  private async begin(tx: EntityManager): Promise<void> {
    await this.scopes.lock(tx);
    await this.scopes.refresh(tx);
  }

  private demandPlace(kind: ScopeKind, fits: boolean, data: CommunityData | undefined): void {
    if (!fits) fail('SCOPE_MISPLACED', { fields: [{ field: 'body.parentId', rules: ['isIn'] }] });
    if ((kind === 'community') === (data !== undefined)) return;
    fail('SCOPE_MISPLACED', { fields: [{ field: 'body.community', rules: ['isDefined'] }] });
  }

  private async demandPrefix(tx: EntityManager, data: CommunityData | undefined, besides: string): Promise<void> {
    if (!data) return;
    const taken = await one(tx, 'SELECT id FROM scope WHERE number_prefix = ? AND id <> ?', [
      plain(data.numberPrefix),
      besides,
    ]);
    if (taken) fail('NUMBER_PREFIX_TAKEN', { fields: [{ field: 'body.community.numberPrefix', rules: ['taken'] }] });
  }

  /** The clock is every scope's own, so a community's grids follow it. */
  private async writeCommunity(tx: EntityManager, id: string, data: CommunityData): Promise<void> {
    const was = this.scopes.communityOf(id);
    const prefix = plain(data.numberPrefix);
    const moves = was.numberPrefix !== prefix || was.tzOffset !== data.tzOffset;
    if (moves && (await this.uses.has(tx, 'numbers', id))) fail('COMMUNITY_NUMBERED');
    await change(tx, 'UPDATE scope SET tz_offset = ? WHERE id = ? OR parent_id = ?', [data.tzOffset, id, id]);
    await change(tx, 'UPDATE scope SET number_prefix = ?, office_phone = ?, gas_phone = ? WHERE id = ?', [
      ...[prefix, data.officePhone, data.gasPhone ?? null, id],
    ]);
  }

  private async view(id: string): Promise<GovernedScopeView> {
    return this.uow.read(async (tx) => {
      await this.scopes.refresh(tx);
      return (await this.views(tx, [id]))[0] ?? fail('NOT_FOUND');
    });
  }

  private async views(tx: EntityManager, ids: readonly string[]): Promise<GovernedScopeView[]> {
    if (ids.length === 0) return [];
    const found = await rows<GovernedRow>(
      tx,
      `SELECT id, parent_id, kind, name, name_bo, tz_offset, number_prefix, office_phone, gas_phone, version
       FROM scope WHERE id IN (?) AND kind <> 'grid' ORDER BY FIELD(kind, 'city', 'street', 'community'), code, id`,
      [[...ids]],
    );
    return Promise.all(found.map((row) => this.viewOf(tx, row)));
  }

  private async viewOf(tx: EntityManager, row: GovernedRow): Promise<GovernedScopeView> {
    const { id, kind, name, version } = row;
    const names = { id, parentId: row.parent_id, kind, name, nameBo: row.name_bo, version };
    if (kind !== 'community') return { ...names, community: null };
    const community = {
      ...{ numberPrefix: row.number_prefix ?? '', tzOffset: row.tz_offset },
      ...{ officePhone: row.office_phone, gasPhone: row.gas_phone },
      numbered: await this.uses.has(tx, 'numbers', id),
    };
    return { ...names, community };
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'scope', id }, scopeId: id });
  }
}
