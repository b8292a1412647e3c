// The running demo server that the browser talks to, and what a test may ask it directly.
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

/** The demo's people and the path of its card's link. */
export async function demo() {
  const { accounts, cardUrl } = await ask('/demo');
  return { accounts, cardPath: new URL(cardUrl).pathname };
}

/** A session's token, for looking things up behind the browser's back. */
export const tokenOf = async (/** @type {string} */ account) =>
  (await ask('/sessions/demo', { body: { account }, method: 'POST' })).token;
