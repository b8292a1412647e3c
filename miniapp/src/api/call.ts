/** The one way to the server: `call(route, input)`, typed by the route that both sides share. */
import type { BytesRoute, InputOf, JsonRoute, ReplyOf } from '@sevengrid/shared/kernel/route';
import { ask, parsed, type CallOptions } from './ask';
import { ApiFault } from './fault';
import type { InputParts } from './request';

/** Milliseconds; a village's 2G answers within it, and nobody waits longer. */
const TIMEOUT = 15_000;
/** Bytes go slower than words; WeChat allows no more than this. */
export const BYTES_TIMEOUT = 60_000;

/**
 * Calls a route.
 * @throws ApiFault with the server's code, or NETWORK_DOWN when no answer came
 */
export async function call<S extends JsonRoute>(
  route: S,
  input: InputOf<S>,
  options: CallOptions = {},
): Promise<ReplyOf<S>> {
  const parts: InputParts = input ?? {};
  const sends = route.method !== 'GET';
  const sent = sends ? { data: parts.body ?? {}, contentType: 'application/json' } : {};
  const { data } = await ask(route, { ...options, ...sent, input: parts, timeout: TIMEOUT });
  return parsed(data) as ReplyOf<S>;
}

/** Calls a route that takes raw bytes in place of a body. @throws as {@link call} */
export async function callWithBytes<S extends BytesRoute>(
  route: S,
  input: InputOf<S>,
  bytes: ArrayBuffer,
  options: CallOptions = {},
): Promise<ReplyOf<S>> {
  const sent = { data: bytes, contentType: 'application/octet-stream' };
  const { data } = await ask(route, { ...options, ...sent, input: input ?? {}, timeout: BYTES_TIMEOUT });
  return parsed(data) as ReplyOf<S>;
}

export { ApiFault };
