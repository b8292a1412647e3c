/** A person in a test: calls routes over real HTTP, as the mini-program does. */
import { randomBytes } from 'node:crypto';
import type { ProblemView } from '@sevengrid/shared/kernel/fault';
import {
  answersFile,
  demandsKey,
  type BytesRoute,
  type InputOf,
  type ReplyOf,
  type RouteSpec,
} from '@sevengrid/shared/kernel/route';
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
  /** In place of a body, on routes that take raw bytes. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** What goes over the wire for an input, and what it is said to be. */
export function wireOf(input: LooseInput): { body?: string | Uint8Array<ArrayBuffer>; type?: string } {
  if (input.bytes) return { body: input.bytes, type: 'application/octet-stream' };
  return input.body === undefined ? {} : { body: JSON.stringify(input.body), type: 'application/json' };
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

  /** The bytes of a file. @throws with the problem otherwise. */
  get file(): Uint8Array {
    if (this.status >= 400) throw new Error(`${this.route.path}: ${this.status} ${JSON.stringify(this.body)}`);
    return this.body as Uint8Array;
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

async function bodyOf(route: RouteSpec, response: Response): Promise<unknown> {
  if (response.ok && answersFile(route)) return new Uint8Array(await response.arrayBuffer());
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
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

  /** The same for a route that takes raw bytes. */
  callWithBytes<R extends BytesRoute>(
    route: R,
    input: InputOf<R>,
    bytes: Uint8Array<ArrayBuffer>,
    options: CallOptions = {},
  ): Promise<Answer<ReplyOf<R>>> {
    return this.send(route, { ...(input as LooseInput), bytes }, options);
  }

  /** The same with input of any shape, for tests of refusals. */
  async send<R extends RouteSpec>(route: R, input: LooseInput, options: CallOptions = {}): Promise<Answer<ReplyOf<R>>> {
    const headers: Record<string, string> = { ...options.headers };
    if (this.token !== null) headers.authorization = `Bearer ${this.token}`;
    if (options.language) headers['accept-language'] = options.language;
    const key = options.key === undefined && demandsKey(route) ? newKey() : options.key;
    if (key) headers['idempotency-key'] = key;
    const wire = wireOf(input);
    const body = options.raw ?? wire.body;
    if (body !== undefined) headers['content-type'] ??= wire.type ?? 'application/json';
    const response = await fetch(this.url + addressOf(route, input), { method: route.method, headers, body });
    const parsed = await bodyOf(route, response);
    demandContract(route, { status: response.status, headers: response.headers, body: parsed });
    return new Answer(route, response.status, response.headers, parsed);
  }
}
