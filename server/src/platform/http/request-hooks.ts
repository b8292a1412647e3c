/** What happens to every request around its handler: trace id, ceiling by address, headers, one line of log. */
import type { FastifyInstance } from 'fastify';
import { newId } from '../database/new-id';
import type { Ceilings } from './ceilings';
import type { Log } from './log';
import type { ApiRequest } from './request';

interface Around {
  log: Log;
  ceilings: Ceilings;
  /** Of every answer; a route may have others in their place. */
  headers: Readonly<Record<string, string>>;
}

export function hookRequests(fastify: FastifyInstance, { log, ceilings, headers }: Around): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const own = request as ApiRequest;
    own.traceId = newId();
    own.arrived = performance.now();
    reply.headers(headers).header('x-trace-id', own.traceId);
    if (!request.url.startsWith('/api/')) return;
    reply.header('cache-control', 'no-store');
    await ceilings.address(request.ip);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { traceId, arrived } = request as ApiRequest;
    log.request({
      method: request.method,
      // The pattern, never the address: tokens of cards and words searched for stay out of the log.
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round((performance.now() - arrived) * 10) / 10,
      traceId,
    });
    done();
  });
}
