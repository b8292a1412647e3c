/** Decorators for request fields that class-validator lacks or gets wrong for us. */
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsString,
  Length,
  Matches,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  buildMessage,
  type ValidationOptions,
} from 'class-validator';

const PARTS = new WeakMap<object, Map<string, () => new () => object>>();
const NUMBERS = new WeakMap<object, Set<string>>();

function note<T>(map: WeakMap<object, T>, target: object, make: () => T): T {
  const found = map.get(target);
  if (found) return found;
  const made = make();
  map.set(target, made);
  return made;
}

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

/** Absent is allowed, null is not (class-validator's own IsOptional lets null through). */
export const Optional = (options?: ValidationOptions): PropertyDecorator =>
  ValidateIf((_, value) => value !== undefined, options);

/** May be left out where `other` is given; null is never allowed. */
export const UnlessGiven = (other: string): PropertyDecorator =>
  ValidateIf((of: Record<string, unknown>, value) => value !== undefined || of[other] === undefined);

/** A value with fields: neither null nor a list, into which class-validator would look for them. */
const isPart = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isPart',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: buildMessage((each) => `${each}$property must be an object`),
      },
    },
    options,
  );

const nested =
  (of: () => new () => object): PropertyDecorator =>
  (target, key) => {
    note(PARTS, target, () => new Map()).set(String(key), of);
    ValidateNested()(target, key);
  };

/** A nested part of a request, validated by its own class; the server learns the class through {@link partsOf}. */
export const Part = (of: () => new () => object): PropertyDecorator => all(isPart(), nested(of));

/** A list of `min` to `max` nested parts, each validated by its own class; a list inside the list is none. */
export const Parts = (of: () => new () => object, min: number, max: number): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(min), ArrayMaxSize(max), isPart({ each: true }), nested(of));

/** A number that arrives in the query string as text. */
export const NumberInQuery = (): PropertyDecorator => (target, key) => {
  note(NUMBERS, target, () => new Set()).add(String(key));
};

function* prototypesOf(type: new () => object): Generator<object> {
  const above = (proto: object): object | null => Object.getPrototypeOf(proto) as object | null;
  for (let proto: object | null = type.prototype as object; proto && proto !== Object.prototype; proto = above(proto))
    yield proto;
}

/** Nested parts of a request class, inherited ones included: field → its class. */
export function partsOf(type: new () => object): Map<string, new () => object> {
  const found = new Map<string, new () => object>();
  for (const proto of prototypesOf(type)) for (const [key, of] of PARTS.get(proto) ?? []) found.set(key, of());
  return found;
}

/** Fields of a query class that are numbers. */
export function numbersOf(type: new () => object): Set<string> {
  const found = new Set<string>();
  for (const proto of prototypesOf(type)) for (const key of NUMBERS.get(proto) ?? []) found.add(key);
  return found;
}

/** Text a person wrote: `min` to `max` characters once trimmed, any script, no control characters but line breaks. */
export const Words = (min: number, max: number): PropertyDecorator =>
  all(
    IsString(),
    Length(min, max),
    Matches(/^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$/, { message: 'no control characters' }),
    ValidateBy({
      name: 'notBlank',
      validator: {
        validate: (value) => min === 0 || (typeof value === 'string' && value.trim().length >= min),
        defaultMessage: buildMessage((each) => `${each}$property must not be blank`),
      },
    }),
  );

/** Printable ASCII of `min` to `max` characters: keys, cursors, codes. */
export const ASCII = (min: number, max: number): PropertyDecorator =>
  all(IsString(), Length(min, max), Matches(/^[\x21-\x7e]*$/));

export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** An id of ours: a ULID in capitals. */
export const Id = (): PropertyDecorator => all(IsString(), Matches(ULID_PATTERN));

/** `min` to `max` ids, each once. */
export const Ids = (min: number, max: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    Matches(ULID_PATTERN, { each: true }),
  );

/** A phone number of the mainland, mobile or landline with area code, digits only. */
export const Phone = (): PropertyDecorator => all(IsString(), Matches(/^(1[3-9]\d{9}|0\d{9,11})$/));

/** An instant as ISO 8601 in UTC with milliseconds: `2026-11-23T07:42:00.000Z`. */
export const Instant = (): PropertyDecorator => all(IsString(), Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/));

/** A day of the community's calendar: `2026-11-23`. */
export const Day = (): PropertyDecorator => all(IsString(), Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** `:id` in a path. */
export class IdParams {
  @Id()
  id!: string;
}
