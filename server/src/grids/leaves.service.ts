/** Leave of those who work on tickets: no worker of a grid goes without somebody to answer there meanwhile. */
import { Injectable } from '@nestjs/common';
import type { RecordLeave } from '@sevengrid/shared/grids/requests';
import type { LeaveList, LeaveView } from '@sevengrid/shared/grids/views';
import { isDay } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { TODAY } from '../identity/today';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { GridTeams } from './grid-teams';
import { leaveView, type LeaveRow } from './grids.views';

const LEAVE = `SELECT id, person_id, DATE_FORMAT(from_day, '%Y-%m-%d') AS from_day,
  DATE_FORMAT(to_day, '%Y-%m-%d') AS to_day, cancelled_at FROM worker_leave`;

@Injectable()
export class LeavesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly teams: GridTeams,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, gridId: string): Promise<LeaveList> {
    if (!actor.may('grid.read', this.scopes.pathOf(gridId))) fail('NOT_FOUND');
    return this.uow.read(async (tx) => {
      const found = await rows<LeaveRow>(
        tx,
        `${LEAVE} WHERE person_id IN (SELECT person_id FROM grid_worker WHERE grid_id = ?) AND cancelled_at IS NULL
           AND to_day >= (SELECT ${TODAY} FROM scope sc WHERE sc.id = ?)
         ORDER BY from_day, id LIMIT 200`,
        [gridId, gridId],
      );
      return { items: await this.views(tx, found) };
    });
  }

  async record(actor: Actor, key: string, workerId: string, body: RecordLeave): Promise<LeaveView> {
    const request = { actor, key, operation: 'grids.recordLeave', fingerprint: inputFingerprint({ workerId, body }) };
    const { id } = await this.uow.once(request, async (tx) => ({ id: await this.put(tx, actor, workerId, body) }));
    return this.uow.read((tx) => this.view(tx, id));
  }

  /** Records it in the caller's transaction; answers its id. */
  async put(tx: EntityManager, actor: Actor, workerId: string, { from, to }: RecordLeave): Promise<string> {
    const wrong = Object.entries({ from, to }).filter(([, day]) => !isDay(day));
    if (wrong.length > 0)
      fail('INPUT_INVALID', { fields: wrong.map(([field]) => ({ field: `body.${field}`, rules: ['day'] })) });
    const { gridIds, scopeIds } = await this.workOf(tx, workerId);
    this.mayRecord(actor, workerId, scopeIds);
    if (to < from) fail('LEAVE_BACKWARDS');
    await this.demandStandIn(tx, workerId, gridIds, { from, to });
    const id = newId();
    await change(tx, 'INSERT INTO worker_leave (id, person_id, from_day, to_day, recorded_by) VALUES (?, ?, ?, ?, ?)', [
      ...[id, workerId, from, to, actor.id],
    ]);
    await this.note(tx, actor, 'leave.recorded', id, scopeIds[0]);
    return id;
  }

  async cancel(actor: Actor, key: string, id: string): Promise<LeaveView> {
    const request = { actor, key, operation: 'grids.cancelLeave', fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const row = await one<LeaveRow>(tx, `${LEAVE} WHERE id = ? FOR UPDATE`, [id]);
      if (!row) return fail('NOT_FOUND');
      const { scopeIds } = await this.workOf(tx, row.person_id);
      this.mayRecord(actor, row.person_id, scopeIds);
      await change(tx, 'UPDATE worker_leave SET cancelled_at = NOW(3) WHERE id = ? AND cancelled_at IS NULL', [id]);
      await this.note(tx, actor, 'leave.cancelled', id, scopeIds[0]);
      return { id };
    });
    return this.uow.read((tx) => this.view(tx, id));
  }

  /** Grids that the person serves, and with these the scopes where they handle tickets or lead. */
  private async workOf(tx: EntityManager, personId: string): Promise<{ gridIds: string[]; scopeIds: string[] }> {
    const gridIds = (await this.teams.gridsOf(tx, personId)).map((grid) => grid.gridId);
    const others = await this.people.scopesWith(tx, personId, ['ticket.handle', 'ticket.lead']);
    return { gridIds, scopeIds: [...new Set([...gridIds, ...others])] };
  }

  /** One's own, or as staff where the person works or above; colleagues see that somebody is away and may not change it. */
  private mayRecord(actor: Actor, workerId: string, scopeIds: readonly string[]): void {
    if (scopeIds.length === 0) fail('NOT_FOUND');
    if (actor.id === workerId) return;
    const paths = scopeIds.map((id) => this.scopes.pathOf(id));
    if (paths.some((path) => actor.may('leave.record', path))) return;
    fail(paths.some((path) => actor.may('grid.read', path)) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  }

  /** In each grid of the worker somebody else of the team must be there on all these days. */
  private async demandStandIn(
    tx: EntityManager,
    workerId: string,
    gridIds: readonly string[],
    { from, to }: RecordLeave,
  ): Promise<void> {
    // Worker and backup asking at one time wait for each other here, and so does whoever asks twice.
    await rows(tx, 'SELECT id FROM person WHERE id = ? FOR UPDATE', [workerId]);
    if (gridIds.length > 0)
      await rows(tx, 'SELECT scope_id FROM grid WHERE scope_id IN (?) ORDER BY scope_id FOR UPDATE', [[...gridIds]]);
    const taken = await one(
      tx,
      `${LEAVE} WHERE person_id = ? AND cancelled_at IS NULL AND from_day <= ? AND to_day >= ? LIMIT 1`,
      [workerId, to, from],
    );
    if (taken) fail('LEAVE_OVERLAPS');
    if (gridIds.length === 0) return;
    const covered = await rows<{ grid_id: string }>(
      tx,
      `SELECT DISTINCT gw.grid_id FROM grid_worker gw JOIN person p ON p.id = gw.person_id
       WHERE gw.grid_id IN (?) AND gw.person_id <> ? AND p.disabled_at IS NULL
         AND gw.starts_on <= ? AND (gw.ends_on IS NULL OR gw.ends_on >= ?)
         AND NOT EXISTS (SELECT 1 FROM worker_leave wl WHERE wl.person_id = gw.person_id AND wl.cancelled_at IS NULL
           AND wl.from_day <= ? AND wl.to_day >= ?)`,
      [[...gridIds], workerId, from, to, to, from],
    );
    if (covered.length < new Set(gridIds).size) fail('NO_BACKUP');
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId?: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'leave', id }, scopeId });
  }

  private async view(tx: EntityManager, id: string): Promise<LeaveView> {
    const [view] = await this.views(tx, await rows<LeaveRow>(tx, `${LEAVE} WHERE id = ?`, [id]));
    return view ?? fail('NOT_FOUND');
  }

  private async views(tx: EntityManager, found: readonly LeaveRow[]): Promise<LeaveView[]> {
    const names = await this.people.displayNames(
      tx,
      found.map((row) => row.person_id),
    );
    return found.map((row) => leaveView(row, names.get(row.person_id) ?? ''));
  }
}
