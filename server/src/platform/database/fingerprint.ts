/** One text for one value, whatever the order of its fields, and the hash of it. */
import { createHash } from 'node:crypto';

/** JSON with fields in the order of their names, `undefined` left out and dates as ISO 8601. */
export function canonicalJson(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString('base64'));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value as Record<string, unknown>)
    .filter(([, of]) => of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, of]) => `${JSON.stringify(name)}:${canonicalJson(of)}`).join(',')}}`;
}

/** SHA-256 in hex. */
export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** Tells whether the same Idempotency-Key came with the same input. */
export const inputFingerprint = (input: unknown): string => sha256(canonicalJson(input));
