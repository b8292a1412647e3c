/** Makes JSON of a request's bytes, which Fastify hands over unread. */
import { Readable } from 'node:stream';
import { fail } from './fail';

const JSON_TYPE = /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** undefined where nothing was sent. */
export function readBody(contentType: string | undefined, bytes: unknown): unknown {
  // Bytes of no stated kind are handed over as a stream, for the routes that take them.
  if (bytes instanceof Readable) return fail('BODY_TYPE_UNKNOWN');
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  if (!JSON_TYPE.test(contentType ?? '')) return fail('BODY_TYPE_UNKNOWN');
  try {
    return JSON.parse(UTF8.decode(bytes)) as unknown;
  } catch {
    return fail('BODY_UNREADABLE');
  }
}
