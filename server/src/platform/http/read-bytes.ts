/** Reads the raw bytes that a route takes in place of a body, and never more than it takes. */
import { Readable } from 'node:stream';
import { fail } from './fail';

/** The only type there is: what the bytes are, their content tells. */
export const OCTETS = 'application/octet-stream';

async function drained(stream: Readable, max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > max) return fail('BODY_TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

/**
 * @param sent what Fastify made of the body: a stream for {@link OCTETS}
 * @param length the Content-Length that was declared, if any
 * @throws BODY_TOO_LARGE, BODY_TYPE_UNKNOWN, BODY_UNREADABLE when the caller went away, INPUT_INVALID when nothing came
 */
export async function readBytes(sent: unknown, length: string | undefined, max: number): Promise<Buffer> {
  if (Buffer.isBuffer(sent) && sent.length > 0) return fail('BODY_TYPE_UNKNOWN');
  if (Number(length ?? 0) > max) return fail('BODY_TOO_LARGE');
  const bytes = sent instanceof Readable ? await drained(sent, max).catch(whenCut) : Buffer.alloc(0);
  return bytes.length > 0 ? bytes : fail('INPUT_INVALID', { fields: [{ field: 'bytes', rules: ['isNotEmpty'] }] });
}

/** The line was cut in the middle: nobody hears the answer, and nothing of ours is broken. */
function whenCut(error: unknown): never {
  if ((error as { code?: string }).code === 'ECONNRESET') return fail('BODY_UNREADABLE', {}, error);
  throw error;
}
