/** The one way to the server: `call(route, input)`, typed by the route that both sides share. */
import Taro from '@tarojs/taro';
import { demandsKey, type InputOf, type ReplyOf, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { newId } from '../platform/random';
import { addressOf, type InputParts } from './request';
import { BASE } from './base-address';
import { ApiFault, faultOf, networkDown } from './fault';

/** Milliseconds; a village's 2G answers within it, and nobody waits longer. */
const TIMEOUT = 15_000;

/** What the call needs to know of the person; `state` fills it in, since `api` may not look up. */
export interface Caller {
  token(): string | null;
  language(): 'zh' | 'bo';
  /** The server no longer knows this session. */
  sessionLost(token: string): void;
}

let caller: Caller = { token: () => null, language: () => 'zh', sessionLost: () => undefined };

export const callAs = (next: Caller): void => void (caller = next);

export interface CallOptions {
  /** The key of the intent; the same key twice has one effect. A fresh one is made where none is given. */
  key?: string;
}

function headersFor(route: RouteSpec, token: string | null, options: CallOptions): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': caller.language(),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(route.method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    ...(demandsKey(route) ? { 'Idempotency-Key': options.key ?? newId() } : {}),
  };
}

/** Bodies come parsed, except problem+json on some phones. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
  }
}

/** Milliseconds from a `Retry-After` in seconds, whatever its case on this phone; 0 where there is none. */
function retryAfter(header: Record<string, unknown> | undefined): number {
  const found = Object.entries(header ?? {}).find(([name]) => name.toLowerCase() === 'retry-after');
  const seconds = Number(found?.[1]);
  return seconds > 0 ? seconds * 1_000 : 0;
}

/**
 * Calls a route.
 * @throws ApiFault with the server's code, or NETWORK_DOWN when no answer came
 */
export async function call<S extends RouteSpec>(
  route: S,
  input: InputOf<S>,
  options: CallOptions = {},
): Promise<ReplyOf<S>> {
  const parts: InputParts = input ?? {};
  const token = caller.token();
  const answer = await Taro.request<unknown>({
    url: addressOf(BASE, route, parts),
    method: route.method,
    header: headersFor(route, token, options),
    data: parts.body ?? (route.method === 'GET' ? undefined : {}),
    timeout: TIMEOUT,
    dataType: 'json',
  }).catch(() => undefined);
  if (!answer) throw networkDown();
  if (answer.statusCode >= 200 && answer.statusCode < 300) return parsed(answer.data) as ReplyOf<S>;
  const fault = faultOf(answer.statusCode, parsed(answer.data), retryAfter(answer.header));
  if (fault.status === 401 && token) caller.sessionLost(token);
  throw fault;
}

export { ApiFault };
