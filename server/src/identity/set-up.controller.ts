/** Answers the routes by which a community is set up: checklist, scopes, accounts, outside bodies, roles. */
import { Controller } from '@nestjs/common';
import {
  accountRoutes,
  bodyRoutes,
  roleRoutes,
  scopeRoutes,
  setUpRoutes,
} from '@sevengrid/shared/identity/set-up.routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { AccountsService } from './accounts.service';
import { BodiesService } from './bodies.service';
import { RolesService } from './roles.service';
import { ScopesService } from './scopes.service';
import { SetUpService } from './set-up.service';

type Accounts = typeof accountRoutes;
type Bodies = typeof bodyRoutes;
type Scoping = typeof scopeRoutes;
type RoleTable = typeof roleRoutes;
type Checklist = (typeof setUpRoutes)['checklist'];

@Controller()
export class SetUpController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly scopes: ScopesService,
    private readonly accounts: AccountsService,
    private readonly bodies: BodiesService,
    private readonly roles: RolesService,
  ) {}

  @On(setUpRoutes.checklist)
  checklist(@Who() actor: Actor, @Input() { query }: InputOf<Checklist>): Promise<ReplyOf<Checklist>> {
    return this.setUp.checklist(actor, query);
  }

  @On(scopeRoutes.tree)
  tree(@Who() actor: Actor): Promise<ReplyOf<Scoping['tree']>> {
    return this.scopes.tree(actor);
  }

  @On(scopeRoutes.add)
  addScope(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Scoping['add']>,
  ): Promise<ReplyOf<Scoping['add']>> {
    return this.scopes.add(actor, key, body);
  }

  @On(scopeRoutes.write)
  writeScope(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Scoping['write']>,
  ): Promise<ReplyOf<Scoping['write']>> {
    return this.scopes.write(actor, key, params.id, body);
  }

  @On(accountRoutes.page)
  pageOfAccounts(
    @Who() actor: Actor,
    @Input() { query }: InputOf<Accounts['page']>,
  ): Promise<ReplyOf<Accounts['page']>> {
    return this.accounts.page(actor, query);
  }

  @On(accountRoutes.one)
  oneAccount(@Who() actor: Actor, @Input() { params }: InputOf<Accounts['one']>): Promise<ReplyOf<Accounts['one']>> {
    return this.accounts.one(actor, params.id);
  }

  @On(accountRoutes.open)
  openAccount(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Accounts['open']>,
  ): Promise<ReplyOf<Accounts['open']>> {
    return this.accounts.open(actor, key, body);
  }

  @On(accountRoutes.write)
  writeAccount(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Accounts['write']>,
  ): Promise<ReplyOf<Accounts['write']>> {
    return this.accounts.write(actor, key, params.id, body);
  }

  @On(accountRoutes.resetPassword)
  resetPassword(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Accounts['resetPassword']>,
  ): Promise<ReplyOf<Accounts['resetPassword']>> {
    return this.accounts.resetPassword(actor, key, params.id, body);
  }

  @On(accountRoutes.giveRole)
  giveRole(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Accounts['giveRole']>,
  ): Promise<ReplyOf<Accounts['giveRole']>> {
    return this.accounts.giveRole(actor, key, params.id, body);
  }

  @On(accountRoutes.endRole)
  endRole(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Accounts['endRole']>,
  ): Promise<ReplyOf<Accounts['endRole']>> {
    return this.accounts.endRole(actor, key, params.id, body);
  }

  @On(bodyRoutes.list)
  listBodies(@Who() actor: Actor, @Input() { query }: InputOf<Bodies['list']>): Promise<ReplyOf<Bodies['list']>> {
    return this.bodies.list(actor, query);
  }

  @On(bodyRoutes.add)
  addBody(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Bodies['add']>,
  ): Promise<ReplyOf<Bodies['add']>> {
    return this.bodies.add(actor, key, body);
  }

  @On(bodyRoutes.write)
  writeBody(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Bodies['write']>,
  ): Promise<ReplyOf<Bodies['write']>> {
    return this.bodies.write(actor, key, params.id, body);
  }

  @On(bodyRoutes.answerable)
  answerable(
    @Who() actor: Actor,
    @Input() { query }: InputOf<Bodies['answerable']>,
  ): Promise<ReplyOf<Bodies['answerable']>> {
    return this.bodies.answerable(actor, query);
  }

  @On(roleRoutes.list)
  listRoles(@Who() actor: Actor): Promise<ReplyOf<RoleTable['list']>> {
    return this.roles.list(actor);
  }

  @On(roleRoutes.write)
  writeRole(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<RoleTable['write']>,
  ): Promise<ReplyOf<RoleTable['write']>> {
    return this.roles.write(actor, key, body);
  }
}
