/** Opaque cursors of lists: base64url of JSON. They carry no secret and no right, so they are not signed. */
import { ULID_PATTERN } from '@sevengrid/shared/kernel/fields';
import { fail } from './fail';

/** The last instant the database can hold, in ms. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** What a position is made of; how each value is read, undefined where it is none. */
const KINDS = {
  id: (of: unknown) => (typeof of === 'string' && ULID_PATTERN.test(of) ? of : undefined),
  /** In ms since 1970. */
  instant: (of: unknown) =>
    Number.isSafeInteger(of) && (of as number) >= 0 && (of as number) <= LAST_INSTANT
      ? new Date(of as number)
      : undefined,
  count: (of: unknown) => (Number.isSafeInteger(of) && (of as number) >= 0 ? (of as number) : undefined),
  text: (of: unknown) => (typeof of === 'string' && of.length < 200 ? of : undefined),
};

type Kind = keyof typeof KINDS;
type Position<K extends readonly Kind[]> = { -readonly [I in keyof K]: NonNullable<ReturnType<(typeof KINDS)[K[I]]>> };

export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url').padEnd(8, '=');
}

/** @param kinds of the position's values, in order; anything else is answered as a bad `query.cursor`. */
export function decodeCursor<const K extends readonly Kind[]>(cursor: string, kinds: K): Position<K> {
  const refuse = (): never => fail('INPUT_INVALID', { fields: [{ field: 'query.cursor', rules: ['cursor'] }] });
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return refuse();
  }
  if (!Array.isArray(position) || position.length !== kinds.length) return refuse();
  const values = kinds.map((kind, nth) => KINDS[kind]((position as unknown[])[nth]));
  return values.includes(undefined) ? refuse() : (values as Position<K>);
}
