/** Reads and checks a route's input last, so that strangers learn nothing about what would have been right. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { readBody } from './read-body';
import { readInput } from './read-input';
import { requestOf } from './request';

@Injectable()
export class InputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    const { contract } = request;
    if (!contract) return true;
    request.input = readInput(contract, {
      params: request.params,
      query: request.query,
      body: readBody(request.headers['content-type'], request.body),
    });
    return true;
  }
}
