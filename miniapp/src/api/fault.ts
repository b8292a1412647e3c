/** What went wrong with a call, in one shape: the server's problem+json, or no network. Switch on `code` only. */
import type { FieldProblem, ProblemView } from '@sevengrid/shared/kernel/fault';

interface FaultParts {
  code: string;
  detail: string;
  status: number;
  traceId: string;
  fields: FieldProblem[];
  facts?: Record<string, number>;
  retryAfter?: number;
}

/** Milliseconds; a longer pause than this nobody sits out, so it is told as a refusal. */
const LONGEST_WAIT = 10 * 60_000;

export class ApiFault extends Error {
  readonly code: string;
  /** The server's sentence in the reader's language; empty when there was no answer. */
  readonly detail: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly traceId: string;
  readonly fields: FieldProblem[];
  /** Numbers by which one can go on. */
  readonly facts: Readonly<Record<string, number>>;
  /** Milliseconds after which the server is to be asked again; 0 when it did not say. */
  readonly retryAfter: number;

  constructor(parts: FaultParts) {
    super(parts.code);
    this.name = 'ApiFault';
    this.code = parts.code;
    this.detail = parts.detail;
    this.status = parts.status;
    this.traceId = parts.traceId;
    this.fields = parts.fields;
    this.facts = parts.facts ?? {};
    this.retryAfter = parts.retryAfter ?? 0;
  }

  /** True when the server was reached and has too much to do just now. */
  get busy(): boolean {
    return (this.status === 429 || this.status === 503) && this.retryAfter <= LONGEST_WAIT;
  }

  /** True when asking again may help: no answer, or a part of the server is down or busy. */
  get passing(): boolean {
    return this.status === 0 || this.busy || this.status >= 500;
  }
}

export const networkDown = (): ApiFault =>
  new ApiFault({ code: 'NETWORK_DOWN', detail: '', status: 0, traceId: '', fields: [] });

const isProblem = (body: unknown): body is ProblemView =>
  typeof body === 'object' && body !== null && typeof (body as ProblemView).code === 'string';

/** A fault from any answer that is no success; a gateway's HTML page becomes ANSWER_UNREADABLE. */
export function faultOf(status: number, body: unknown, retryAfter = 0): ApiFault {
  if (!isProblem(body))
    return new ApiFault({ code: 'ANSWER_UNREADABLE', detail: '', status, traceId: '', fields: [], retryAfter });
  const { code, detail = '', traceId = '', fields = [], facts = {} } = body;
  return new ApiFault({ code, detail, status, traceId, fields, facts, retryAfter });
}

export const asFault = (error: unknown): ApiFault => (error instanceof ApiFault ? error : networkDown());
