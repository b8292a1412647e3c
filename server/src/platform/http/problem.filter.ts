/** The one exception filter: every failure leaves as application/problem+json, the unforeseen ones without a word of ours. */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProblemView } from '@sevengrid/shared/kernel/fault';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../database/new-id';
import type { Fault } from './fail';
import { Log } from './log';
import { faultOf, languageOf, problemOf } from './problem';
import type { ApiRequest } from './request';

/** Sends `fault`; also used for what Fastify refuses before any of our hooks has run. */
export function sendProblem(fault: Fault, request: FastifyRequest, reply: FastifyReply): ProblemView {
  const traceId = (request as Partial<ApiRequest>).traceId ?? newId();
  const problem = problemOf(fault, languageOf(request.headers['accept-language']), traceId);
  if (fault.details.retryAfter !== undefined) reply.header('Retry-After', String(Math.ceil(fault.details.retryAfter)));
  else if (problem.status === 503) reply.header('Retry-After', '5');
  if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    // As text, since Nest rewrites objects that look like its own errors.
    .send(JSON.stringify(problem));
  return problem;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const fault = faultOf(error);
    const problem = sendProblem(fault, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    const { status, traceId, code } = problem;
    if (status >= 500) this.log.error('request failed', error, { traceId, code });
  }
}
