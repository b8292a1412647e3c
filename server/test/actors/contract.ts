/** Holds every answer in tests to the contract: declared status, declared fault, body valid against its schema. */
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import type { FaultSpec, ProblemView } from '@sevengrid/shared/kernel/fault';
import { answersFile, type FileReply, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { replySchemas } from '../../src/platform/http/reply-schemas';
import { faultsOf } from '../../src/platform/http/route-faults';

let ajv: Ajv | undefined;

function validatorOf(name: string): ValidateFunction | undefined {
  if (!ajv) {
    ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ $id: 'replies', definitions: replySchemas() });
  }
  return ajv.getSchema(`replies#/definitions/${name}`);
}

function demandSchema(name: string, body: unknown, where: string): void {
  const validate = validatorOf(name);
  if (!validate) throw new Error(`${where}: no schema is named ${name}; run the schemas script of shared`);
  if (!validate(body)) throw new Error(`${where}: not a ${name}: ${ajv?.errorsText(validate.errors) ?? ''}`);
}

export interface Checked {
  status: number;
  headers: Headers;
  body: unknown;
}

/** A declared type, said to be saved or shown as declared, never guessed at, and nothing in it runs. */
function demandFile({ types, as }: FileReply, headers: Headers, where: string): void {
  const type = headers.get('content-type') ?? 'nothing';
  if (!types.includes(type)) throw new Error(`${where} as ${type}`);
  if (!headers.get('content-disposition')?.startsWith(`${as};`)) throw new Error(`${where}, but not as ${as}`);
  if (headers.get('x-content-type-options') !== 'nosniff') throw new Error(`${where} to be guessed at`);
  if (headers.get('content-security-policy') !== "default-src 'none'; sandbox") throw new Error(`${where} to be run`);
}

/** @throws when the answer is none that `route` declares. */
export function demandContract(route: RouteSpec, { status, headers, body }: Checked): void {
  const type = headers.get('content-type');
  const where = `${route.method} ${route.path} answered ${status}`;
  if (status < 400) {
    if (status !== route.status) throw new Error(`${where}, declared is ${route.status}`);
    if (answersFile(route)) demandFile(route.reply, headers, where);
    else if (status !== 204) demandSchema(route.reply.name, body, where);
    return;
  }
  if (!type?.startsWith('application/problem+json')) throw new Error(`${where} as ${type ?? 'nothing'}`);
  demandSchema('ProblemView', body, where);
  const { code } = body as ProblemView;
  if (code === 'INTERNAL') throw new Error(`${where}: a 500, see the log: ${JSON.stringify(body)}`);
  if (!faultsOf(route).includes(code as FaultCode)) throw new Error(`${where} ${code}, which it does not declare`);
  const spec: FaultSpec = FAULTS[code as FaultCode];
  if (spec.status !== status) throw new Error(`${where} ${code}, whose status is ${spec.status}`);
}
