/** The OpenAPI 3.1 document, built from the table of routes and nothing else. */
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import type { FaultSpec } from '@sevengrid/shared/kernel/fault';
import { answersFile, demandsKey, type Access, type RequestClass, type Route } from '@sevengrid/shared/kernel/route';
import { API } from './on';
import { OCTETS } from './read-bytes';
import { replySchemas, type JsonSchema } from './reply-schemas';
import { requestSchemas } from './request-schemas';
import { faultsOf } from './route-faults';

type Schemas = Readonly<Record<string, JsonSchema>>;

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the caller for one intent and sent again with every repeat of it.',
  schema: { type: 'string', minLength: 8, maxLength: 64, pattern: '^[\\x21-\\x7e]{8,64}$' },
};

function fields(place: 'path' | 'query', type: RequestClass | undefined, schemas: Schemas): unknown[] {
  if (!type) return [];
  const schema = (schemas[type.name] ?? {}) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: of,
  }));
}

function problems(route: Route): Record<string, unknown> {
  const byStatus = new Map<number, FaultCode[]>();
  for (const code of faultsOf(route)) {
    const { status }: FaultSpec = FAULTS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].map(([status, codes]): [string, unknown] => {
    const schema = {
      allOf: [ref('ProblemView'), { properties: { code: { enum: codes }, status: { const: status } } }],
    };
    return [String(status), { description: codes.join(', '), content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(entries);
}

function security(access: Access): object {
  return access === 'public' ? { security: [] } : { security: [{ session: [] }], 'x-permission': access };
}

const binary = (type: string): JsonSchema => ({ type: 'string', contentMediaType: type });

function success(route: Route): object {
  if (route.status === 204) return { description: 'Done.' };
  const content = answersFile(route)
    ? Object.fromEntries(route.reply.types.map((type) => [type, { schema: binary(type) }]))
    : { 'application/json': { schema: ref(route.reply.name) } };
  return { description: 'Done.', content };
}

function requestBody(route: Route): object | undefined {
  if (route.bytes)
    return { required: true, content: { [OCTETS]: { schema: { ...binary(OCTETS), maxLength: route.bytes.max } } } };
  return route.body && { required: true, content: { 'application/json': { schema: ref(route.body.name) } } };
}

function operation(route: Route, schemas: Schemas): object {
  const body = requestBody(route);
  return {
    operationId: route.name,
    tags: [route.name.split('.')[0]],
    summary: route.summary,
    ...security(route.permission),
    parameters: [
      ...fields('path', route.params, schemas),
      ...fields('query', route.query, schemas),
      ...(demandsKey(route) ? [KEY_HEADER] : []),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: { [route.status]: success(route), ...problems(route) },
  };
}

/** Definitions refer to each other as OpenAPI wants it. */
function moved(schemas: Schemas): Schemas {
  return JSON.parse(JSON.stringify(schemas).replaceAll('#/definitions/', '#/components/schemas/')) as Schemas;
}

export function openApi(routes: readonly Route[], version: string): object {
  const schemas: Schemas = { ...requestSchemas(), ...moved(replySchemas()) };
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = API + route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '七在网格 / SevenGrid', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  };
}
