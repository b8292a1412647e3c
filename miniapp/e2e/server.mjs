// The running demo server that the browser talks to, and what a test may ask it directly.
import { createHash } from 'node:crypto';
import process from 'node:process';

/** Address of a demo server without a slash at its end. */
export const BASE = (process.env.BASE_URL || 'http://127.0.0.1:3000').replace(/\/+$/, '');

/** A server without a community, and its first administrator's one-time password; empty where none was started. */
export const EMPTY = {
  base: (process.env.EMPTY_URL ?? '').replace(/\/+$/, ''),
  account: process.env.EMPTY_ACCOUNT ?? '',
  password: process.env.EMPTY_PASSWORD ?? '',
};

/**
 * @param {string} path below /api/v1
 * @param {{ token?: string, body?: object, method?: string, base?: string }} [options]
 * @returns {Promise<any>} the reply; an error with the problem when it was refused
 */
export async function ask(path, { token, body, method = body ? 'POST' : 'GET', base = BASE } = {}) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}` }),
    },
    body: body && JSON.stringify(body),
  });
  const reply = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(reply)}`);
  return reply;
}

/**
 * Uploads a file, as a phone does in one part.
 * @param {string} token
 * @param {'photo' | 'voice'} kind
 * @param {Buffer} bytes at most 256 KB
 * @returns {Promise<string>} the medium's id
 */
export async function upload(token, kind, bytes) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id } = await ask('/media/uploads', { token, body: { kind, size: bytes.length, sha256 } });
  const answer = await fetch(`${BASE}/api/v1/media/uploads/${id}/bytes?offset=0`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'idempotency-key': `e2e-${id}`,
      authorization: `Bearer ${token}`,
    },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`sending ${kind}: ${answer.status}`);
  await ask(`/media/uploads/${id}/finish`, { token, body: {} });
  return id;
}

/** The demo's people and the path of its card's link. */
export async function demo() {
  const { accounts, cardUrl } = await ask('/demo');
  return { accounts, cardPath: new URL(cardUrl).pathname };
}

/** A session's token, for looking things up behind the browser's back. */
export const tokenOf = async (/** @type {string} */ account) =>
  (await ask('/sessions/demo', { body: { account }, method: 'POST' })).token;
