/** Finds the caller of a route by the bearer token, and refuses who needs a session and has none. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Route } from '@sevengrid/shared/kernel/route';
import { ACTOR_SOURCE, type ActorSource } from './actor';
import { Ceilings } from './ceilings';
import { fail } from './fail';
import { ROUTE } from './on';
import { requestOf, routeOf, type ApiRequest } from './request';

const BEARER = /^Bearer ([\x21-\x7e]{16,200})$/i;

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(ACTOR_SOURCE) private readonly actors: ActorSource,
    private readonly ceilings: Ceilings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const route = routeOf(context, ROUTE) ?? null;
    request.contract = route;
    request.actor = null;
    request.token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;
    if (route) await this.find(request, route);
    return true;
  }

  private async find(request: ApiRequest, route: Route): Promise<void> {
    const open = route.permission === 'public';
    if (!request.token) return open ? undefined : fail('SESSION_MISSING');
    const found = await this.actors.find(request.token, request.traceId);
    if (found !== null && found !== 'expired') {
      await this.ceilings.session(found.sessionId);
      request.actor = found;
    } else if (!open) fail(found === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_MISSING');
  }
}
