/** Answers the routes of activities: planned, opened, signed up for. */
import { Controller } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Who } from '../platform/http/on';
import { ActivitiesService } from './activities.service';
import { ActivityQueries } from './activities.queries';
import { SignUpsService } from './sign-ups.service';

type Routes = typeof activityRoutes;
type Reply<R extends keyof Routes> = Promise<ReplyOf<Routes[R]>>;

@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivityQueries,
    private readonly signUps: SignUpsService,
  ) {}

  @On(activityRoutes.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<Routes['list']>): Reply<'list'> {
    return this.queries.list(actor, query);
  }

  @On(activityRoutes.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<Routes['one']>): Reply<'one'> {
    return this.activities.one(actor, params.id);
  }

  @On(activityRoutes.plan)
  plan(@Who() actor: Actor, @Key() key: string, @Input() { body }: InputOf<Routes['plan']>): Reply<'plan'> {
    return this.activities.plan(actor, key, body);
  }

  @On(activityRoutes.write)
  write(@Who() actor: Actor, @Key() key: string, @Input() { params, body }: InputOf<Routes['write']>): Reply<'write'> {
    return this.activities.write(actor, key, params.id, body);
  }

  @On(activityRoutes.publish)
  publish(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['publish']>): Reply<'publish'> {
    return this.activities.publish(actor, key, params.id);
  }

  @On(activityRoutes.close)
  close(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['close']>): Reply<'close'> {
    return this.activities.close(actor, key, params.id);
  }

  @On(activityRoutes.cancel)
  cancel(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { params, body }: InputOf<Routes['cancel']>,
  ): Reply<'cancel'> {
    return this.activities.cancel(actor, key, params.id, body);
  }

  @On(activityRoutes.signUp)
  signUp(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['signUp']>): Reply<'signUp'> {
    return this.signUps.signUp(actor, key, params.id);
  }

  @On(activityRoutes.leave)
  leave(@Who() actor: Actor, @Key() key: string, @Input() { params }: InputOf<Routes['leave']>): Reply<'leave'> {
    return this.signUps.leave(actor, key, params.id);
  }

  @On(activityRoutes.signUps)
  listSignUps(@Who() actor: Actor, @Input() { params, query }: InputOf<Routes['signUps']>): Reply<'signUps'> {
    return this.signUps.list(actor, params.id, query);
  }

  @On(activityRoutes.mine)
  mine(@Who() actor: Actor, @Input() { query }: InputOf<Routes['mine']>): Reply<'mine'> {
    return this.queries.mine(actor, query);
  }

  @On(activityRoutes.myYear)
  myYear(@Who() actor: Actor, @Input() { query }: InputOf<Routes['myYear']>): Reply<'myYear'> {
    return this.queries.myYear(actor, query);
  }
}
