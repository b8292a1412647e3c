/** Who keeps a grid and who stands in: appointed with the role that it takes, and relieved of both. */
import { Injectable } from '@nestjs/common';
import type { AppointToGrid } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { AppointedView, GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import type { EndTerm } from '@sevengrid/shared/identity/set-up.requests';
import { dayPlus } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../identity/accounts';
import { Governing } from '../identity/governing';
import { Scopes } from '../identity/scopes';
import { demandDays, demandEnd, endTermsBy, todayIn } from '../identity/terms-of-roles';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { TEAM_HOLDS, appointTo, lockGrids } from './appointments';
import { GridSetUpService } from './grid-set-up.service';
import { endTeamTerm, findTeamTerm, teamTerms, type TeamTerm } from './team-terms';

@Injectable()
export class TeamsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly accounts: Accounts,
    private readonly grids: GridSetUpService,
  ) {}

  async appoint(actor: Actor, key: string, gridId: string, body: AppointToGrid): Promise<AppointedView> {
    this.demandGrid(actor, gridId);
    const operation = gridSetUpRoutes.appoint.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ gridId, body }) };
    const work = async (tx: EntityManager): Promise<{ id: string; at: number; isNew: boolean }> => {
      await this.lock(tx, gridId);
      demandDays({ from: body.from });
      const from = body.from ?? (await todayIn(tx, gridId));
      const id = await this.whom(tx, actor, body, key);
      await this.relieve(tx, { gridId, personId: id, as: body.as, from });
      await appointTo(tx, { gridId, personId: id, as: body.as, from });
      if (body.newcomer) await this.accounts.note(tx, actor, 'account.opened', id, { role: TEAM_HOLDS, scope: gridId });
      await this.accounts.note(tx, actor, 'role.given', id, { role: TEAM_HOLDS, scope: gridId, as: body.as });
      return { id, at: (await this.clock.now(tx)).getTime(), isNew: body.newcomer !== undefined };
    };
    const { id, at, isNew } = await this.uow.once(request, work, (tx, kept) =>
      kept.isNew ? this.accounts.note(tx, actor, 'password.shown', kept.id) : Promise.resolve(),
    );
    const told = isNew
      ? await this.accounts.tell(actor, id, key, at)
      : { account: await this.uow.read((tx) => this.accounts.one(tx, actor, id)), password: null };
    return { grid: await this.grids.view(gridId), ...told };
  }

  async endTerm(actor: Actor, key: string, termId: string, body: EndTerm): Promise<GridSetUpView> {
    const operation = gridSetUpRoutes.endTerm.name;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ termId, body }) };
    const { gridId } = await this.uow.once(request, async (tx) => {
      const found = (await findTeamTerm(tx, termId)) ?? fail('NOT_FOUND');
      this.demandGrid(actor, found.gridId);
      await this.lock(tx, found.gridId);
      const term = (await findTeamTerm(tx, termId)) ?? found;
      await demandEnd(tx, { scopeId: term.gridId, to: term.to }, body);
      await this.end(tx, term, body.lastDay);
      const detail = { role: TEAM_HOLDS, scope: term.gridId, last_day: body.lastDay };
      await this.accounts.note(tx, actor, 'role.ended', term.personId, detail);
      return { gridId: term.gridId };
    });
    return this.grids.view(gridId);
  }

  private demandGrid(actor: Actor, gridId: string): void {
    if (this.scopes.gridsAmong([gridId]).length === 0) fail('NOT_FOUND');
    this.governing.demand(actor, gridId);
  }

  private async lock(tx: EntityManager, gridId: string): Promise<void> {
    if ((await lockGrids(tx, [gridId])).length === 0) fail('NOT_FOUND');
  }

  private async whom(tx: EntityManager, actor: Actor, body: AppointToGrid, key: string): Promise<string> {
    if ((body.personId === undefined) === (body.newcomer === undefined))
      return fail('TEAM_PERSON_UNKNOWN', { fields: [{ field: 'body.personId', rules: ['isDefined'] }] });
    if (body.newcomer) return this.accounts.open(tx, body.newcomer, key);
    const id = body.personId ?? '';
    if (id === actor.id) fail('ACCOUNT_OWN');
    await this.accounts.find(tx, actor, id, 'FOR UPDATE');
    return id;
  }

  /** Whoever was it until now ends the day before; nobody is worker and backup of one grid. */
  private async relieve(
    tx: EntityManager,
    { gridId, personId, as, from }: Pick<TeamTerm, 'gridId' | 'personId' | 'as' | 'from'>,
  ): Promise<void> {
    const team = await teamTerms(tx, [gridId]);
    if (team.some((term) => term.personId === personId && (term.to === null || term.to >= from))) fail('TEAM_TWICE');
    for (const term of team.filter((one) => one.as === as && (one.to === null || one.to >= from))) {
      if (term.from > from) fail('TERM_BACKWARDS', { fields: [{ field: 'body.from', rules: ['day'] }] });
      await this.end(tx, term, dayPlus(from, -1));
    }
  }

  private async end(tx: EntityManager, { id, gridId, personId }: TeamTerm, lastDay: string): Promise<void> {
    await endTeamTerm(tx, id, lastDay);
    await endTermsBy(tx, { personId, role: TEAM_HOLDS, scopeId: gridId }, lastDay);
  }
}
