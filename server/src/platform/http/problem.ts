/** Turns whatever went wrong into the problem+json that the caller gets. */
import { HttpException } from '@nestjs/common';
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import type { FaultSpec, ProblemView } from '@sevengrid/shared/kernel/fault';
import { say, type Language } from '@sevengrid/shared/kernel/texts';
import { isAway } from '../database/troubles';
import { Fault } from './fail';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** What Fastify and Nest themselves refuse, by HTTP status. */
const BY_STATUS: Readonly<Record<number, FaultCode>> = {
  400: 'BODY_UNREADABLE',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  408: 'BODY_UNREADABLE',
  413: 'BODY_TOO_LARGE',
  414: 'NOT_FOUND',
  415: 'BODY_TYPE_UNKNOWN',
  503: 'PART_DOWN',
};

/** The language asked for: Tibetan where `bo` comes first among those we have, else Chinese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.map((of) => /^\s*q=([\d.]+)$/.exec(of)?.[1]).find((of) => of !== undefined);
      return { tag: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => (tag === 'bo' || tag === 'zh') && q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag === 'bo' ? 'bo' : 'zh';
}

/** The fault that `error` amounts to; INTERNAL for what nobody foresaw. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (isAway(error)) return new Fault('PART_DOWN', { retryAfter: 5 }, error);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  const code = typeof status === 'number' ? BY_STATUS[status] : undefined;
  return new Fault(code ?? 'INTERNAL', {}, error);
}

export function problemOf(fault: Fault, language: Language, traceId: string): ProblemView {
  const spec: FaultSpec = FAULTS[fault.code];
  return {
    type: `urn:sevengrid:fault:${fault.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[spec.status] ?? 'Error',
    status: spec.status,
    code: fault.code,
    detail: say(spec.says, language),
    traceId,
    ...(fault.details.fields ? { fields: fault.details.fields } : {}),
    ...(fault.details.facts ? { facts: fault.details.facts } : {}),
  };
}
