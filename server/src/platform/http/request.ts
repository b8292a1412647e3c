/** What the guards learn about a request, kept on Fastify's own request object. */
import type { ExecutionContext } from '@nestjs/common';
import type { Route } from '@sevengrid/shared/kernel/route';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';

export interface ApiRequest extends FastifyRequest {
  traceId: string;
  /** `performance.now()` of its arrival. */
  arrived: number;
  contract: Route | null;
  token: string | null;
  actor: Actor | null;
  idempotencyKey: string;
  input: { params?: object; query?: object; body?: object };
  /** On routes that take raw bytes. */
  bytes: Buffer;
}

export const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** The class-validated route of the handler, or undefined for health and documents. */
export const routeOf = (context: ExecutionContext, key: string): Route | undefined =>
  Reflect.getMetadata(key, context.getHandler()) as Route | undefined;
