/** What a phone does with an appeal and its photo: each step with a key of its own, again and again until it is answered. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MediaView, UploadView } from '@sevengrid/shared/media/views';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { newKey } from '../actors/caller';

/** How a step is answered when the server refuses it: a fault of the test, or of the server. */
export class Refused extends Error {}

export interface Filing {
  token: string;
  /** Where the phone is, in the network. */
  address: string;
  photo: Buffer;
  body: object;
}

export class PhotoIntent {
  attempts = 0;
  /** Ids of every acknowledgement of the appeal that arrived. */
  readonly told = new Set<string>();
  stopped = false;

  constructor(
    private readonly base: () => string,
    private readonly filing: Filing,
  ) {}

  async submit(): Promise<void> {
    const { photo, body } = this.filing;
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const begun = await this.until<UploadView>('POST', '/media/uploads', {
      kind: 'photo',
      size: photo.length,
      sha256,
    });
    await this.until<UploadView>('PUT', `/media/uploads/${begun.id}/bytes?offset=0`, photo);
    const media = await this.until<MediaView>('POST', `/media/uploads/${begun.id}/finish`);
    const key = newKey();
    const filed = { ...body, photoIds: [media.id] };
    this.told.add((await this.until<OpenedTicketView>('POST', '/tickets', filed, key)).id);
    // Once more, as a phone that lost the answer would.
    this.told.add((await this.until<OpenedTicketView>('POST', '/tickets', filed, key)).id);
  }

  /** One step with one key, until it is acknowledged. */
  private async until<T>(method: string, path: string, body?: object | Buffer, key = newKey()): Promise<T> {
    for (;;) {
      if (this.stopped) throw new Error('the test is over');
      this.attempts += 1;
      const answer = await this.send(method, path, body, key).catch(() => null);
      if (answer?.ok) return (await answer.json()) as T;
      if (answer && answer.status < 500)
        throw new Refused(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      await pause(100 + Math.random() * 200);
    }
  }

  private send(method: string, path: string, body: object | Buffer | undefined, key: string): Promise<Response> {
    const raw = Buffer.isBuffer(body);
    const sent = raw ? new Uint8Array(body) : body && JSON.stringify(body);
    return fetch(`${this.base()}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.filing.token}`,
        'idempotency-key': key,
        'x-forwarded-for': this.filing.address,
        ...(sent === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
      },
      body: sent,
      signal: AbortSignal.timeout(20_000),
    });
  }
}
