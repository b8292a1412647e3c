/** Grids of a community, added, renamed and retired by those who govern it. */
import { Injectable } from '@nestjs/common';
import type { AddGrid, DutyInput, WriteGrid } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { GridSetUpList, GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { EntityManager } from 'typeorm';
import { Governing } from '../identity/governing';
import { ScopeUses } from '../identity/scope-uses';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { gridSetUpViews, gridSetUpView } from './grid-set-up.views';
import { TERM_RUNS } from './team-terms';

/** Bit 0 is Sunday. */
const bitsOf = (days: readonly number[]): number => days.reduce((bits, day) => bits | (1 << day), 0);

const orNull = (words: string | undefined): string | null => words?.trim() ?? null;

@Injectable()
export class GridSetUpService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly uses: ScopeUses,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId }: CommunityQuery): Promise<GridSetUpList> {
    const community = this.governing.community(actor, communityId);
    return this.uow.read(async (tx) => ({ items: await gridSetUpViews(tx, { communityId: community.id }) }));
  }

  async add(actor: Actor, key: string, body: AddGrid): Promise<GridSetUpView> {
    const community = this.governing.community(actor, body.communityId);
    demandDuty(body.duty);
    const request = { actor, key, operation: gridSetUpRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      await this.scopes.lock(tx);
      const made = newId();
      await this.demandCode(tx, community.id, body.code, made);
      await this.scopes.add(tx, [
        {
          ...{ id: made, parentId: community.id, kind: 'grid', code: body.code, tzOffset: community.tzOffset },
          ...{ name: body.name.trim(), nameBo: orNull(body.nameBo) },
        },
      ]);
      await change(
        tx,
        `INSERT INTO grid (scope_id, branch_name, duty_phone, duty_days, duty_from, duty_to) VALUES (?, ?, ?, ?, ?, ?)`,
        [made, orNull(body.branchName), body.dutyPhone, bitsOf(body.duty.days), body.duty.from, body.duty.to],
      );
      await this.note(tx, actor, 'grid.added', made);
      return { id: made };
    });
    return this.view(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteGrid): Promise<GridSetUpView> {
    if (this.scopes.view(id)?.kind !== 'grid') fail('NOT_FOUND');
    this.governing.demand(actor, id);
    demandDuty(body.duty);
    const operation = gridSetUpRoutes.write.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, body }) }, async (tx) => {
      await this.scopes.lock(tx);
      await this.demandCode(tx, this.scopes.communityOf(id).id, body.code, id);
      const done = await change(
        tx,
        `UPDATE scope SET code = ?, name = ?, name_bo = ?, version = version + 1,
           retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL) WHERE id = ? AND version = ?`,
        [body.code, body.name.trim(), orNull(body.nameBo), body.retired, id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      if (body.retired && (await this.isUsed(tx, id))) fail('GRID_IN_USE');
      await change(
        tx,
        `UPDATE grid SET branch_name = ?, duty_phone = ?, duty_days = ?, duty_from = ?, duty_to = ? WHERE scope_id = ?`,
        [orNull(body.branchName), body.dutyPhone, bitsOf(body.duty.days), body.duty.from, body.duty.to, id],
      );
      await this.scopes.touch(tx);
      await this.note(tx, actor, body.retired ? 'grid.retired' : 'grid.written', id);
      return { id };
    });
    return this.view(id);
  }

  view(id: string): Promise<GridSetUpView> {
    return this.uow.read(async (tx) => {
      await this.scopes.refresh(tx);
      return (await gridSetUpView(tx, id)) ?? fail('NOT_FOUND');
    });
  }

  /** Somebody lives or works there, or something there is not done. */
  private async isUsed(tx: EntityManager, gridId: string): Promise<boolean> {
    await one(tx, 'SELECT scope_id FROM grid WHERE scope_id = ? FOR UPDATE', [gridId]);
    const held = await one(
      tx,
      `SELECT g.id FROM scope g WHERE g.id = ? AND (EXISTS (SELECT 1 FROM household h WHERE h.grid_id = g.id)
         OR EXISTS (SELECT 1 FROM grid_worker gw JOIN scope sc ON sc.id = gw.grid_id WHERE gw.grid_id = g.id AND ${TERM_RUNS}))`,
      [gridId],
    );
    return held !== null || this.uses.has(tx, 'work', gridId);
  }

  private async demandCode(tx: EntityManager, communityId: string, code: string, besides: string): Promise<void> {
    const taken = await one(tx, 'SELECT id FROM scope WHERE parent_id = ? AND code = ? AND id <> ?', [
      ...[communityId, code, besides],
    ]);
    if (taken) fail('GRID_CODE_TAKEN', { fields: [{ field: 'body.code', rules: ['taken'] }] });
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'grid', id }, scopeId: id });
  }
}

function demandDuty({ from, to }: DutyInput): void {
  if (from >= to) fail('DUTY_BACKWARDS', { fields: [{ field: 'body.duty.to', rules: ['min'] }] });
}
