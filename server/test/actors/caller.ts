/** A person in a test: calls routes over real HTTP, as the mini-program does. */
import { randomBytes } from 'node:crypto';
import type { ProblemView } from '@sevengrid/shared/kernel/fault';
import { demandsKey, type InputOf, type ReplyOf, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { API } from '../../src/platform/http/on';
import { demandContract } from './contract';

export interface CallOptions {
  /** The Idempotency-Key; a new one is made where the route demands it, null sends none. */
  key?: string | null;
  language?: 'zh' | 'bo';
  headers?: Readonly<Record<string, string>>;
  /** The body as it goes over the wire, in place of the input's. */
  raw?: string | Uint8Array<ArrayBuffer>;
}

/** Inputs as plain objects, wrong ones included. */
export interface LooseInput {
  params?: object;
  query?: object;
  body?: unknown;
}

export class Answer<T> {
  constructor(
    readonly route: RouteSpec,
    readonly status: number,
    readonly headers: Headers,
    readonly body: unknown,
  ) {}

  /** The reply of a success. @throws with the problem otherwise. */
  get reply(): T {
    if (this.status >= 400) throw new Error(`${this.route.path}: ${this.status} ${JSON.stringify(this.body)}`);
    return this.body as T;
  }

  /** The problem of a refusal. @throws on success. */
  get problem(): ProblemView {
    if (this.status < 400) throw new Error(`${this.route.path}: succeeded with ${this.status}`);
    return this.body as ProblemView;
  }

  /** The fault's code, or null on success. */
  get code(): string | null {
    return this.status < 400 ? null : this.problem.code;
  }
}

export const newKey = (): string => randomBytes(12).toString('base64url');

function addressOf(route: RouteSpec, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return API + path + (query.length > 0 ? `?${query.join('&')}` : '');
}

export class Caller {
  constructor(
    private readonly url: string,
    readonly token: string | null,
  ) {}

  /** Input typed by the route; every answer is held to the contract. */
  call<R extends RouteSpec>(route: R, input: InputOf<R>, options: CallOptions = {}): Promise<Answer<ReplyOf<R>>> {
    return this.send(route, input as LooseInput, options);
  }

  /** The same with input of any shape, for tests of refusals. */
  async send<R extends RouteSpec>(route: R, input: LooseInput, options: CallOptions = {}): Promise<Answer<ReplyOf<R>>> {
    const headers: Record<string, string> = { ...options.headers };
    if (this.token !== null) headers.authorization = `Bearer ${this.token}`;
    if (options.language) headers['accept-language'] = options.language;
    const key = options.key === undefined && demandsKey(route) ? newKey() : options.key;
    if (key) headers['idempotency-key'] = key;
    const body = options.raw ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    const response = await fetch(this.url + addressOf(route, input), { method: route.method, headers, body });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    demandContract(route, { status: response.status, type: response.headers.get('content-type'), body: parsed });
    return new Answer(route, response.status, response.headers, parsed);
  }
}
