/** The grids somebody may see, and the stations of their community. */
import { Injectable } from '@nestjs/common';
import type { GridList, GridView, StationList, StationView } from '@sevengrid/shared/grids/views';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { runsToday } from '../identity/today';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { GridTeams } from './grid-teams';
import { gridView, stationView, type GridFigures, type StationRow } from './grids.views';

@Injectable()
export class GridsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
  ) {}

  list(actor: Actor): Promise<GridList> {
    const visible = this.scopes.gridsAmong(actor.scopesWith('grid.read'));
    return this.uow.read(async (tx) => ({ items: await this.views(tx, visible) }));
  }

  one(actor: Actor, gridId: string): Promise<GridView> {
    const path = this.scopes.pathOf(gridId);
    if (!actor.may('grid.read', path) || this.scopes.gridsAmong([gridId]).length === 0) fail('NOT_FOUND');
    return this.uow.read(async (tx) => (await this.views(tx, [gridId]))[0] ?? fail('NOT_FOUND'));
  }

  async stationsFor(actor: Actor, { communityId }: CommunityQuery): Promise<StationList> {
    const community = this.scopes.communityOfActor(actor, communityId);
    if (!community) return communityId === undefined ? { items: [] } : fail('NOT_FOUND');
    return { items: await this.uow.read((tx) => this.stationsOf(tx, community.id)) };
  }

  /** For the card's page as well. */
  async stationsOf(tx: EntityManager, communityId: string): Promise<StationView[]> {
    const found = await rows<StationRow>(
      tx,
      `SELECT id, name, address, hours, phone, services FROM station
       WHERE community_id = ? AND retired_at IS NULL ORDER BY position, id`,
      [communityId],
    );
    return found.map(stationView);
  }

  private async views(tx: EntityManager, gridIds: readonly string[]): Promise<GridView[]> {
    if (gridIds.length === 0) return [];
    const faces = await this.teams.faces(tx, gridIds);
    const figures = await rows<GridFigures>(
      tx,
      `SELECT g.id, g.code,
         (SELECT COUNT(*) FROM household h WHERE h.grid_id = g.id) AS households,
         (SELECT COUNT(DISTINCT cs.person_id) FROM household h STRAIGHT_JOIN central_service cs ON cs.household_id = h.id
          WHERE h.grid_id = g.id AND ${runsToday('cs', 'g')}) AS central
       FROM scope g WHERE g.id IN (?) ORDER BY g.code, g.id`,
      [[...gridIds]],
    );
    return figures.flatMap((row) => {
      const [scope, team] = [this.scopes.view(row.id), faces.get(row.id)];
      return scope && team ? [gridView(scope, row, team)] : [];
    });
  }
}
