/** The one exception filter: every failure leaves as application/problem+json, the unforeseen ones without a word of ours. */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from './log';
import { faultOf, languageOf, problemOf } from './problem';
import type { ApiRequest } from './request';

/** Answers `error`; used by the filter and for what Fastify refuses before Nest sees it. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const fault = faultOf(error);
  const traceId = (request as ApiRequest).traceId;
  const problem = problemOf(fault, languageOf(request.headers['accept-language']), traceId);
  if (problem.status >= 500) log.error('request failed', error, { traceId, code: fault.code });
  if (fault.details.retryAfter !== undefined) reply.header('Retry-After', String(Math.ceil(fault.details.retryAfter)));
  else if (problem.status === 503) reply.header('Retry-After', '5');
  if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    // As text, since Nest rewrites objects that look like its own errors.
    .send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}
