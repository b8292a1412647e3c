/** A route as a value: path, permission, input and reply written once, read by the server and by the mini-program. */
import type { Permission } from './permissions';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request class, decorated with class-validator. */
export type RequestClass<T extends object = object> = new () => T;

/** The name of a reply interface, carrying its type: costs nothing on the phone. */
export interface Reply<T> {
  readonly name: string;
  readonly type?: T;
  readonly types?: undefined;
}

/** Names the reply interface `name` of some `views.ts`; the JSON schema generated for it has the same name. */
export const reply = <T>(name: string): Reply<T> => ({ name });

/** An answer that is a file and no JSON. */
export interface FileReply {
  readonly name: 'File';
  /** Content types it may have. */
  readonly types: readonly string[];
  /** `attachment` is saved and never opened by a browser on its own; `inline` may be shown on a page. */
  readonly as: 'attachment' | 'inline';
}

/** The route answers a file: `reply: file(['application/pdf'], 'attachment')`. */
export const file = (types: readonly string[], as: FileReply['as']): FileReply => ({ name: 'File', types, as });

/** Raw bytes in place of a body: `application/octet-stream`, whatever it is said to be elsewhere. */
export interface BytesSpec {
  /** How many at most; more is BODY_TOO_LARGE. The server's limit on JSON bodies does not count here. */
  readonly max: number;
}

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
  /** In place of `body`. They are demanded, and read only once the caller is known to be allowed. */
  bytes?: BytesSpec;
  status: 200 | 201 | 204;
  reply: Reply<unknown> | FileReply;
  /** Faults of the route's own, beside those every route may answer. */
  faults: readonly string[];
  /** `none` on log-ins only; every other write demands an Idempotency-Key. */
  key?: 'none';
}

export type Route<S extends RouteSpec = RouteSpec> = S & { readonly name: string };

/** JSON both ways, as nearly all routes are. */
export type JsonRoute = Route & { readonly bytes?: undefined; readonly reply: Reply<unknown> };
export type BytesRoute = Route & { readonly bytes: BytesSpec; readonly reply: Reply<unknown> };
export type FileRoute = Route & { readonly bytes?: undefined; readonly reply: FileReply };

export const answersFile = (route: RouteSpec): route is RouteSpec & { reply: FileReply } =>
  route.reply.types !== undefined;

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

/** What the route answers; a file has no type of its own. */
export type ReplyOf<S extends RouteSpec> = S['reply'] extends Reply<infer T> ? T : never;

/** True for routes that change something and so demand an Idempotency-Key. */
export const demandsKey = (route: RouteSpec): boolean => route.method !== 'GET' && route.key !== 'none';
