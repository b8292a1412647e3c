/** Sends one request as the person at the phone, and makes a fault of every answer that is no success. */
import Taro from '@tarojs/taro';
import { demandsKey, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { newId } from '../platform/random';
import { BASE } from './base-address';
import { faultOf, networkDown } from './fault';
import { addressOf, type InputParts } from './request';

/** What a call needs to know of the person; `state` fills it in, since `api` may not look up. */
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

export interface Asked extends CallOptions {
  input: InputParts;
  data?: object | ArrayBuffer;
  /** Of `data`. */
  contentType?: string;
  /** The answer is wanted as bytes and not as JSON. */
  wantsBytes?: boolean;
  /** Milliseconds. */
  timeout: number;
}

export interface Answered {
  data: unknown;
  header: Record<string, unknown>;
}

function headersFor(route: RouteSpec, token: string | null, asked: Asked): Record<string, string> {
  return {
    Accept: asked.wantsBytes ? '*/*' : 'application/json, application/problem+json',
    'Accept-Language': caller.language(),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(asked.contentType === undefined ? {} : { 'Content-Type': asked.contentType }),
    ...(demandsKey(route) ? { 'Idempotency-Key': asked.key ?? newId() } : {}),
  };
}

/** The phone has no TextDecoder. */
function textOf(bytes: ArrayBuffer): string {
  const escaped = Array.from(new Uint8Array(bytes), (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(escaped.join(''));
}

/** Bodies come parsed, except problem+json on some phones, and all of them where bytes were asked for. */
export function parsed(data: unknown): unknown {
  try {
    const text = data instanceof ArrayBuffer ? textOf(data) : data;
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : text;
  } catch {
    return data;
  }
}

/** One header, whatever its case on this phone. */
export function headerOf(header: Record<string, unknown> | undefined, wanted: string): string {
  const found = Object.entries(header ?? {}).find(([name]) => name.toLowerCase() === wanted);
  return typeof found?.[1] === 'string' || typeof found?.[1] === 'number' ? String(found[1]) : '';
}

/** Milliseconds from a `Retry-After` in seconds; 0 where there is none. */
function retryAfter(header: Record<string, unknown> | undefined): number {
  const seconds = Number(headerOf(header, 'retry-after'));
  return seconds > 0 ? seconds * 1_000 : 0;
}

/** @throws ApiFault with the server's code, or NETWORK_DOWN when no answer came */
export async function ask(route: RouteSpec, asked: Asked): Promise<Answered> {
  const token = caller.token();
  const answer = await Taro.request<unknown>({
    url: addressOf(BASE, route, asked.input),
    method: route.method,
    header: headersFor(route, token, asked),
    data: asked.data,
    timeout: asked.timeout,
    ...(asked.wantsBytes ? { responseType: 'arraybuffer' } : { dataType: 'json' }),
  }).catch(() => undefined);
  if (!answer) throw networkDown();
  if (answer.statusCode >= 200 && answer.statusCode < 300) return { data: answer.data, header: answer.header };
  const fault = faultOf(answer.statusCode, parsed(answer.data), retryAfter(answer.header));
  if (fault.status === 401 && token) caller.sessionLost(token);
  throw fault;
}
