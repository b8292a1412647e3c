/** Answers the routes of central households. */
import { Controller } from '@nestjs/common';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { CentralPairsService } from './central-pairs.service';
import { CentralRolesService } from './central-roles.service';

type Routes = typeof centralRoutes;

@Controller()
export class CentralHouseholdsController {
  constructor(
    private readonly roles: CentralRolesService,
    private readonly pairs: CentralPairsService,
  ) {}

  @On(centralRoutes.appoint)
  appoint(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params }: InputOf<Routes['appoint']>,
  ): Promise<ReplyOf<Routes['appoint']>> {
    return this.roles.appoint(actor, key, params.id);
  }

  @On(centralRoutes.relieve)
  relieve(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params }: InputOf<Routes['relieve']>,
  ): Promise<ReplyOf<Routes['relieve']>> {
    return this.roles.relieve(actor, key, params.id);
  }

  @On(centralRoutes.candidates)
  candidates(
    @Who() actor: Actor,
    @Input() { params }: InputOf<Routes['candidates']>,
  ): Promise<ReplyOf<Routes['candidates']>> {
    return this.pairs.candidates(actor, params.id);
  }

  @On(centralRoutes.pair)
  pair(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['pair']>,
  ): Promise<ReplyOf<Routes['pair']>> {
    return this.pairs.pair(actor, key, params.id, body);
  }

  @On(centralRoutes.part)
  part(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params }: InputOf<Routes['part']>,
  ): Promise<ReplyOf<Routes['part']>> {
    return this.pairs.part(actor, key, params.id);
  }
}
