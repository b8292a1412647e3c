/** A route as a value: path, permission, input and reply written once, read by the server and by the mini-program. */
import type { Permission } from './permissions';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request class, decorated with class-validator. */
export type RequestClass<T extends object = object> = new () => T;

/** The name of a reply interface, carrying its type: costs nothing on the phone. */
export interface Reply<T> {
  readonly name: string;
  readonly type?: T;
}

/** Names the reply interface `name` of some `views.ts`; the JSON schema generated for it has the same name. */
export const reply = <T>(name: string): Reply<T> => ({ name });

/**
 * Who may call a route: `public` needs nothing, `session` any live session (guests included),
 * `person` a session of a known person, or a permission held in some scope.
 */
export type Access = 'public' | 'session' | 'person' | Permission;

export interface RouteSpec {
  method: Method;
  /** Below `/api/v1`, parameters as `:name`. */
  path: string;
  permission: Access;
  /** One sentence for the readable API page. */
  summary: string;
  params?: RequestClass;
  query?: RequestClass;
  body?: RequestClass;
  status: 200 | 201 | 204;
  reply: Reply<unknown>;
  /** Faults of the route's own, beside those every route may answer. */
  faults: readonly string[];
  /** `none` on log-ins only; every other write demands an Idempotency-Key. */
  key?: 'none';
}

export type Route<S extends RouteSpec = RouteSpec> = S & { readonly name: string };

/** Gives each route of a domain its full name, `domain.route`. */
export function routes<const T extends Record<string, RouteSpec>>(
  domain: string,
  table: T,
): { [K in keyof T]: T[K] & { readonly name: string } } {
  return Object.fromEntries(
    Object.entries(table).map(([key, spec]) => [key, { ...spec, name: `${domain}.${key}` }]),
  ) as { [K in keyof T]: T[K] & { readonly name: string } };
}

type Of<S, K extends string> = S extends Record<K, RequestClass<infer T>> ? { [P in K]: T } : unknown;

/** What a caller of the route gives: `{ params?, query?, body? }`, just the parts that the route has. */
export type InputOf<S extends RouteSpec> = Of<S, 'params'> & Of<S, 'query'> & Of<S, 'body'>;

/** What the route answers. */
export type ReplyOf<S extends RouteSpec> = S['reply'] extends Reply<infer T> ? T : never;

/** True for routes that change something and so demand an Idempotency-Key. */
export const demandsKey = (route: RouteSpec): boolean => route.method !== 'GET' && route.key !== 'none';
