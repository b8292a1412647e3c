/** What happens to every request around its handler: trace id, ceiling by address, headers, one line of log. */
import type { FastifyInstance } from 'fastify';
import { newId } from '../database/new-id';
import type { Ceilings } from './ceilings';
import type { Log } from './log';
import type { ApiRequest } from './request';
import { traced } from './trace';

export function hookRequests(fastify: FastifyInstance, log: Log, ceilings: Ceilings): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const own = request as ApiRequest;
    own.traceId = newId();
    own.arrived = performance.now();
    reply.header('X-Trace-Id', own.traceId);
    if (!request.url.startsWith('/api/')) return;
    reply.header('Cache-Control', 'no-store');
    await ceilings.address(request.ip);
  });
  // Here and not on arrival, since the events of a body's stream lose the context.
  fastify.addHook('preHandler', (request, _reply, done) => traced((request as ApiRequest).traceId, done));
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
