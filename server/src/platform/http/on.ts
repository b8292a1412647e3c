/** Binds a controller's method to a route of the contract, and hands it the caller, the key and the input. */
import {
  Header,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { answersFile, type Route } from '@sevengrid/shared/kernel/route';
import { requestOf } from './request';

export const ROUTE = 'sevengrid:route';
export const API = '/api/v1';

/** Whatever a file holds, a browser that opens it by its address runs nothing in it and loads nothing for it. */
const INERT = "default-src 'none'; sandbox";

/** The method answers `route`: address, status, permission, faults and input classes all come from it. */
export const On = (route: Route): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: API + route.path, method: RequestMethod[route.method] }),
    HttpCode(route.status),
    SetMetadata(ROUTE, route),
    ...(answersFile(route) ? [Header('Content-Security-Policy', INERT)] : []),
  );

const param = <T>(read: (context: ExecutionContext) => T) =>
  createParamDecorator((_: unknown, context: ExecutionContext) => read(context));

/** The validated input: `{ params?, query?, body? }` as the route has them. */
export const Input = param((context) => requestOf(context).input);

/** The raw bytes, on routes that take them. */
export const Bytes = param((context) => requestOf(context).bytes);

/** The caller; null on a public route without a session. */
export const Who = param((context) => requestOf(context).actor);

/** The Idempotency-Key; demanded on every write but log-ins. */
export const Key = param((context) => requestOf(context).idempotencyKey);

/** The bearer token as sent, or null. */
export const Token = param((context) => requestOf(context).token);

/** The trace id of the request, which a caller has as well. */
export const Trace = param((context) => requestOf(context).traceId);

/** The caller's network address, for ceilings only. */
export const Address = param((context) => requestOf(context).ip);
