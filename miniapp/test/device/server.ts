/** The running demo server, asked behind the phone's back, by the routes that everybody shares. */
import path from 'node:path';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { demandsKey, type InputOf, type ReplyOf, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { addressOf, type InputParts } from '../../src/api/request';

const BASE = process.env.BASE_URL ?? '';

if (!BASE) throw new Error('BASE_URL is not set: start the server and give its address, e.g. http://127.0.0.1:3000');

/** The build under test. */
export const DIST = process.env.WEAPP_DIST ?? path.resolve(__dirname, '../../dist/weapp');

let asked = 0;

/** @throws with the problem when it was refused */
export async function ask<S extends RouteSpec>(route: S, input: InputOf<S>, token = ''): Promise<ReplyOf<S>> {
  const parts: InputParts = input ?? {};
  const answer = await fetch(addressOf(BASE, route, parts), {
    method: route.method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(demandsKey(route) ? { 'idempotency-key': `device-${process.pid}-${Date.now()}-${++asked}` } : {}),
    },
    body: route.method === 'GET' ? undefined : JSON.stringify(parts.body ?? {}),
  });
  if (!answer.ok) throw new Error(`${route.path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ReplyOf<S>;
}

export const demo = () => ask(identityRoutes.demo, {});

const tokens = new Map<string, string>();

/** A session's token of a demo account, kept for the file of specs. */
export async function tokenOf(account: string): Promise<string> {
  const known = tokens.get(account);
  if (known) return known;
  const { token } = await ask(identityRoutes.logInDemo, { body: { account } });
  tokens.set(account, token);
  return token;
}

/** One question or deed of a demo account. */
export const as = (account: string) => ({
  does: async <S extends RouteSpec>(route: S, input: InputOf<S>): Promise<ReplyOf<S>> =>
    ask(route, input, await tokenOf(account)),
});

/** The name that a demo account bears on the screen. */
export async function nameOf(account: string): Promise<string> {
  const { accounts } = await demo();
  const found = accounts.find((one) => one.account === account);
  if (!found) throw new Error(`the demo has no account ${account}`);
  return found.name;
}
