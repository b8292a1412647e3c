/** Demands an Idempotency-Key of every write, so that a repeat is known for one. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { demandsKey } from '@sevengrid/shared/kernel/route';
import { fail } from './fail';
import { requestOf } from './request';

const KEY = /^[\x21-\x7e]{8,64}$/;

@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    request.idempotencyKey = '';
    if (!request.contract || !demandsKey(request.contract)) return true;
    const key = request.headers['idempotency-key'];
    if (key === undefined || key === '') return fail('KEY_MISSING');
    if (typeof key !== 'string' || !KEY.test(key)) return fail('KEY_MALFORMED');
    request.idempotencyKey = key;
    return true;
  }
}
