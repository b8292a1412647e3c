/** Reads and checks a route's input last, so that strangers learn nothing about what would have been right. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { readBody } from './read-body';
import { readBytes } from './read-bytes';
import { readInput } from './read-input';
import { requestOf } from './request';

@Injectable()
export class InputGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const { contract, params, query, headers } = request;
    if (!contract) return true;
    const body = contract.bytes ? undefined : readBody(headers['content-type'], request.body);
    request.input = readInput(contract, { params, query, body });
    if (contract.bytes) request.bytes = await readBytes(request.body, headers['content-length'], contract.bytes.max);
    return true;
  }
}
