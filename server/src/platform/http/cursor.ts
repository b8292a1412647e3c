/** Opaque cursors of lists: base64url of JSON. They carry no secret and no right, so they are not signed. */
import { fail } from './fail';

export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url').padEnd(8, '=');
}

/** @param length how many values the position has; anything else is answered as a bad `query.cursor`. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  const refuse = (): never => fail('INPUT_INVALID', { fields: [{ field: 'query.cursor', rules: ['cursor'] }] });
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return refuse();
  }
  if (!Array.isArray(position) || position.length !== length) return refuse();
  const plain = position.every((of) => typeof of === 'number' || (typeof of === 'string' && of.length < 200));
  return plain ? (position as (string | number)[]) : refuse();
}
