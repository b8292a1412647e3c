/** Private links: an address that only this server can make, good for one part of one medium, for some minutes. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../platform/config/keys';
import { fail } from '../platform/http/fail';
import { API } from '../platform/http/on';
import type { Part } from './ingest';

/** Seconds that a link lasts at least; by whole fives of minutes, so that a page seen twice asks for the same picture. */
const LASTS = 600;
const STEP = 300;

@Injectable()
export class MediaLinks {
  private readonly key: Buffer;

  constructor({ index }: Keys) {
    this.key = createHmac('sha256', index).update('links to media').digest();
  }

  /** `now` in milliseconds, of the database's clock. */
  to(id: string, part: Part, now: number): string {
    const until = Math.ceil((now / 1000 + LASTS) / STEP) * STEP;
    const signed = `until=${until}&proof=${this.proof(id, part, until)}`;
    const base = `${API}/media/${id}`;
    return part === 'voice' ? `${base}/voice?${signed}` : `${base}/photo?variant=${part}&${signed}`;
  }

  /** @throws NOT_FOUND for a link that was never given, MEDIA_LINK_OVER for one whose time is over */
  check(id: string, part: Part, { until, proof }: { until: number; proof: string }, now: number): void {
    const [given, right] = [Buffer.from(proof), Buffer.from(this.proof(id, part, until))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) fail('NOT_FOUND');
    if (until * 1000 < now) fail('MEDIA_LINK_OVER');
  }

  private proof(id: string, part: Part, until: number): string {
    return createHmac('sha256', this.key).update(`${id} ${part} ${until}`).digest('base64url');
  }
}
