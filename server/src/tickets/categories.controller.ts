/** Answers the routes by which a community says what one can file about. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { CategoriesService } from './categories.service';

type Routes = typeof categoryRoutes;

@Controller()
export class CategoriesController {
  constructor(private readonly service: CategoriesService) {}

  @On(categoryRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Routes['list']>): Promise<ReplyOf<Routes['list']>> {
    return this.service.list(actor, query);
  }

  @On(categoryRoutes.takeUsual)
  takeUsual(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Routes['takeUsual']>,
  ): Promise<ReplyOf<Routes['takeUsual']>> {
    return this.service.takeUsual(actor, key, body);
  }

  @On(categoryRoutes.add)
  add(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Routes['add']>,
  ): Promise<ReplyOf<Routes['add']>> {
    return this.service.add(actor, key, body);
  }

  @On(categoryRoutes.write)
  write(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['write']>,
  ): Promise<ReplyOf<Routes['write']>> {
    return this.service.write(actor, key, params.id, body);
  }
}
