/** Answers the routes by which grids, teams and stations are set up. */
import { Controller } from '@nestjs/common';
import { gridSetUpRoutes, stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { GridSetUpService } from './grid-set-up.service';
import { StationsService } from './stations.service';
import { TeamsService } from './teams.service';

type Grids = typeof gridSetUpRoutes;
type Stations = typeof stationSetUpRoutes;

@Controller()
export class GridSetUpController {
  constructor(
    private readonly grids: GridSetUpService,
    private readonly teams: TeamsService,
    private readonly stations: StationsService,
  ) {}

  @On(gridSetUpRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Grids['list']>): Promise<ReplyOf<Grids['list']>> {
    return this.grids.list(actor, query);
  }

  @On(gridSetUpRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Grids['add']>,
  ): Promise<ReplyOf<Grids['add']>> {
    return this.grids.add(actor, key, body);
  }

  @On(gridSetUpRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Grids['write']>,
  ): Promise<ReplyOf<Grids['write']>> {
    return this.grids.write(actor, key, params.id, body);
  }

  @On(gridSetUpRoutes.appoint)
  appoint(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Grids['appoint']>,
  ): Promise<ReplyOf<Grids['appoint']>> {
    return this.teams.appoint(actor, key, params.id, body);
  }

  @On(gridSetUpRoutes.endTerm)
  endTerm(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Grids['endTerm']>,
  ): Promise<ReplyOf<Grids['endTerm']>> {
    return this.teams.endTerm(actor, key, params.id, body);
  }

  @On(stationSetUpRoutes.list)
  listStations(@Who() actor: Actor, @Input() { query }: InputOf<Stations['list']>): Promise<ReplyOf<Stations['list']>> {
    return this.stations.list(actor, query);
  }

  @On(stationSetUpRoutes.add)
  addStation(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Stations['add']>,
  ): Promise<ReplyOf<Stations['add']>> {
    return this.stations.add(actor, key, body);
  }

  @On(stationSetUpRoutes.write)
  writeStation(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Stations['write']>,
  ): Promise<ReplyOf<Stations['write']>> {
    return this.stations.write(actor, key, params.id, body);
  }
}
