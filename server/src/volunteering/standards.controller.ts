/** Answers the routes of kinds of service and of the rules of volunteering. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { serviceKindRoutes, volunteeringRuleRoutes } from '@sevengrid/shared/volunteering/standards.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { StandardsService } from './standards.service';

type Kinds = typeof serviceKindRoutes;
type Rules = typeof volunteeringRuleRoutes;

@Controller()
export class StandardsController {
  constructor(private readonly service: StandardsService) {}

  @On(serviceKindRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Kinds['list']>): Promise<ReplyOf<Kinds['list']>> {
    return this.service.list(actor, query);
  }

  @On(serviceKindRoutes.kept)
  kept(@Who() actor: Actor, @Input() { query }: InputOf<Kinds['kept']>): Promise<ReplyOf<Kinds['kept']>> {
    return this.service.kept(actor, query);
  }

  @On(serviceKindRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Kinds['add']>,
  ): Promise<ReplyOf<Kinds['add']>> {
    return this.service.add(actor, key, body);
  }

  @On(serviceKindRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Kinds['write']>,
  ): Promise<ReplyOf<Kinds['write']>> {
    return this.service.write(actor, key, params.id, body);
  }

  @On(volunteeringRuleRoutes.read)
  readRules(@Who() actor: Actor, @Input() { query }: InputOf<Rules['read']>): Promise<ReplyOf<Rules['read']>> {
    return this.service.readRules(actor, query);
  }

  @On(volunteeringRuleRoutes.write)
  writeRules(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Rules['write']>,
  ): Promise<ReplyOf<Rules['write']>> {
    return this.service.writeRules(actor, key, body);
  }
}
