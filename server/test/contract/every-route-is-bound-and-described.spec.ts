/** The table of routes, the controllers and the OpenAPI document say the same. */
import { ModulesContainer } from '@nestjs/core';
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import { PERMISSIONS } from '@sevengrid/shared/kernel/permissions';
import { answersFile, demandsKey, type Route } from '@sevengrid/shared/kernel/route';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import { API, ROUTE } from '../../src/platform/http/on';
import { replySchemas } from '../../src/platform/http/reply-schemas';
import { faultsOf } from '../../src/platform/http/route-faults';
import { startApp, type TestApp } from '../actors/start-app';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
  security: unknown[];
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: object }> };
}

let app: TestApp;
let document: Document;

beforeAll(async () => {
  app = await startApp({ demo: true });
  document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Document;
});
afterAll(() => app.close());

/** Names of the routes that the methods of all controllers are bound to. */
function bound(): string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: Record<string, unknown> };
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      const route =
        typeof method === 'function' ? (Reflect.getMetadata(ROUTE, method) as Route | undefined) : undefined;
      return route ? [route.name] : [];
    });
  });
}

const operationOf = (route: Route): Operation | undefined =>
  document.paths[API + route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];

const routes = ALL_ROUTES.map((route) => [route.name, route] as const);

describe('routes', () => {
  it('have one handler each, and no handler is without a route', () => {
    expect(bound().sort()).toEqual(ALL_ROUTES.map(({ name }) => name).sort());
  });

  it('differ in method and path, whatever their parameters are called', () => {
    const addresses = ALL_ROUTES.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(routes)('%s names a known permission, a reply with a schema, and known faults', (_, route) => {
    expect(['public', 'session', 'person', ...PERMISSIONS]).toContain(route.permission);
    if (!answersFile(route)) expect(Object.keys(replySchemas())).toContain(route.reply.name);
    expect([route.body && 'body', route.bytes && 'bytes'].filter(Boolean).length).toBeLessThanOrEqual(
      route.method === 'GET' ? 0 : 1,
    );
    expect(route.faults.filter((code) => !(code in FAULTS))).toEqual([]);
    expect(demandsKey(route)).toBe(route.method !== 'GET' && route.key !== 'none');
    expect([...route.path.matchAll(/:(\w+)/g)].length).toBe(route.params ? 1 : 0);
  });

  it('leave no key out but where a session begins or ends', () => {
    const keyless = ALL_ROUTES.filter(({ key }) => key === 'none').map(({ name }) => name);
    expect(keyless.sort()).toEqual([
      'cards.scan',
      'identity.logInDemo',
      'identity.logInPassword',
      'identity.logInWechat',
      'identity.logOut',
      'presence.scan',
      'tickets.follow',
    ]);
  });
});

/** Every `$ref` in the document. */
function refs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, of]) => (name === '$ref' ? [String(of)] : refs(of)));
}

const resolves = (ref: string): boolean =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | undefined)?.[decodeURIComponent(name)],
      document,
    ) !== undefined;

const refTo = ({ name }: { name: string }): object => ({ $ref: `#/components/schemas/${name}` });

const OCTETS = 'application/octet-stream';

function contentOf({ body, bytes }: Route): object | undefined {
  if (body) return { 'application/json': { schema: refTo(body) } };
  return bytes && { [OCTETS]: { schema: { type: 'string', contentMediaType: OCTETS, maxLength: bytes.max } } };
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and has the routes, all of them and no others', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = Object.values(document.paths).flatMap((of) => Object.values(of).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(ALL_ROUTES.map(({ name }) => name).sort());
  });

  it('has no reference that leads nowhere', () => {
    const all = refs(document);
    expect(all.length).toBeGreaterThan(ALL_ROUTES.length);
    expect([...new Set(all)].filter((ref) => !resolves(ref))).toEqual([]);
  });

  it.each(routes)('%s: input, reply, faults and key', (_, route) => {
    const operation = operationOf(route);
    const schemaOf = (type: { name: string }): object => document.components.schemas[type.name]?.properties ?? {};
    const named = (place: string): string[] =>
      (operation?.parameters ?? []).filter((of) => of.in === place).map(({ name }) => name);
    expect(operation?.summary).toBe(route.summary);
    expect(named('path')).toEqual(route.params ? Object.keys(schemaOf(route.params)) : []);
    expect(named('query')).toEqual(route.query ? Object.keys(schemaOf(route.query)) : []);
    expect(named('header')).toEqual(demandsKey(route) ? ['Idempotency-Key'] : []);
    expect(operation?.parameters.every(({ schema }) => Object.keys(schema).length > 0)).toBe(true);
    expect(operation?.requestBody?.content).toEqual(contentOf(route));
    const answered = operation?.responses[String(route.status)]?.content ?? {};
    if (answersFile(route)) expect(Object.keys(answered)).toEqual(route.reply.types);
    else expect(answered).toEqual({ 'application/json': { schema: refTo(route.reply) } });
    const statuses = new Set(faultsOf(route).map((code: FaultCode) => String(FAULTS[code].status)));
    expect(Object.keys(operation?.responses ?? {}).sort()).toEqual([String(route.status), ...statuses].sort());
    expect(operation?.security).toEqual(route.permission === 'public' ? [] : [{ session: [] }]);
  });
});
