/** Lets through who holds the route's permission in any scope; in which one is the service's question. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Access } from '@sevengrid/shared/kernel/route';
import type { Actor } from './actor';
import { fail } from './fail';
import { requestOf } from './request';

const mayCall = (actor: Actor, access: Access): boolean => {
  if (access === 'public' || access === 'session') return true;
  return access === 'person' ? actor.kind === 'person' : actor.may(access);
};

@Injectable()
export class PermissionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { actor, contract } = requestOf(context);
    if (!actor || !contract) return true;
    if (actor.only && contract.permission !== 'public' && !actor.only.routes.includes(contract.name))
      fail(actor.only.otherwise);
    if (!mayCall(actor, contract.permission)) fail('NOT_ALLOWED');
    return true;
  }
}
