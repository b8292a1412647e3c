/** Fastify as we run it: limits on size and time, bodies handed over unread. */
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { Fault } from './fail';
import { sendProblem } from './problem.filter';
import { OCTETS } from './read-bytes';

const REQUEST_WITHIN = 30_000;

function trusted(text: string): boolean | number | string[] {
  if (text === '') return false;
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());
}

export function fastifyAdapter(config: Config): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: config.bodyLimit,
    requestTimeout: REQUEST_WITHIN,
    connectionTimeout: 2 * REQUEST_WITHIN,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    trustProxy: trusted(config.trustProxy),
    // An address that cannot be decoded leads nowhere, like any other that we do not know.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(new Fault('NOT_FOUND'), request, reply),
    routerOptions: { maxParamLength: 120, ignoreTrailingSlash: false },
  });
  const fastify = adapter.getInstance();
  // Whoever has no session is told so before anything is said about the body.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // Raw bytes stay on the wire until the guards have let the caller through, so that no stranger fills the memory.
  fastify.addContentTypeParser(OCTETS, (_request, payload, done) => done(null, payload));
  return adapter;
}
