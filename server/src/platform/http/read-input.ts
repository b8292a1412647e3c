/** Builds the request classes of a route from what was sent, and refuses everything that they do not know. */
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';
import { numbersOf, partsOf } from '@sevengrid/shared/kernel/fields';
import type { RequestClass, RouteSpec } from '@sevengrid/shared/kernel/route';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { fail } from './fail';
import { unsafeTexts } from './unsafe-texts';

export interface Sent {
  params: unknown;
  query: unknown;
  body: unknown;
}

type Plain = Record<string, unknown>;
type Place = 'params' | 'query' | 'body';

const PLACES: readonly Place[] = ['params', 'query', 'body'];
const NUMBER = /^-?\d{1,15}(\.\d{1,9})?$/;
const CHECKS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false, stopAtFirstError: false };

/** class-validator goes through the rules of all classes for each object; those of one class are remembered here. */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (type, ...asked) => {
    const known = found.get(type) ?? find(type, ...asked);
    found.set(type, known);
    return known;
  };
}
rememberRules();

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An instance of `type` with the fields of `plain`; nested parts become instances of their classes. */
function instanceOf(type: RequestClass, plain: Plain, isQuery = false): object {
  const made = new type() as Plain;
  const parts = partsOf(type);
  const numbers = numbersOf(type);
  for (const [name, value] of Object.entries(plain)) {
    const part = parts.get(name);
    // As an own field, whatever its name is: `__proto__` is a field like any other and is refused as unknown.
    Object.defineProperty(made, name, {
      value: part ? partOf(part, value) : isQuery && numbers.has(name) ? numberOf(value) : value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return made;
}

function partOf(type: RequestClass, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => partOf(type, item));
  return isPlain(value) ? instanceOf(type, value) : value;
}

const numberOf = (value: unknown): unknown => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : value);

function* problemsOf(errors: readonly ValidationError[], path: string): Generator<FieldProblem> {
  for (const error of errors) {
    const field = `${path}.${error.property}`;
    const rules = Object.keys(error.constraints ?? {});
    if (rules.length > 0) yield { field, rules };
    yield* problemsOf(error.children ?? [], field);
  }
}

const unknownFields = (plain: Plain, path: string): FieldProblem[] =>
  Object.keys(plain).map((name) => ({ field: `${path}.${name.slice(0, 60)}`, rules: ['whitelistValidation'] }));

function readPlace(place: Place, type: RequestClass | undefined, sent: unknown): [object | undefined, FieldProblem[]] {
  const plain = sent === undefined || sent === null ? (place === 'body' && sent === null ? null : {}) : sent;
  if (!isPlain(plain)) return [undefined, [{ field: place, rules: ['isObject'] }]];
  if (!type) return [undefined, place === 'params' ? [] : unknownFields(plain, place)];
  if (place === 'query') {
    const twice = Object.keys(plain).filter((name) => Array.isArray(plain[name]));
    if (twice.length > 0) return [undefined, twice.map((name) => ({ field: `query.${name}`, rules: ['once'] }))];
  }
  const unsafe = unsafeTexts(plain, place);
  if (unsafe.length > 0) return [undefined, unsafe];
  const made = instanceOf(type, plain, place === 'query');
  const known = validateSync(made, CHECKS);
  return [made, [...problemsOf(known, place)]];
}

/** @throws INPUT_INVALID with every field that is wrong and the rules it broke. */
export function readInput(route: RouteSpec, sent: Sent): { params?: object; query?: object; body?: object } {
  const input: { params?: object; query?: object; body?: object } = {};
  const problems: FieldProblem[] = [];
  for (const place of PLACES) {
    const [made, wrong] = readPlace(place, route[place], sent[place]);
    if (made) input[place] = made;
    problems.push(...wrong);
  }
  if (problems.length > 0) fail('INPUT_INVALID', { fields: problems.slice(0, 50) });
  return input;
}
