/** Media in a bucket of an S3-compatible store, by plain signed requests. */
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { fail } from '../../platform/http/fail';
import { MediaStore, placeOf } from './media-store';

export interface Bucket {
  /** Without a slash at its end. */
  url: string;
  name: string;
  region: string;
  keyId: string;
  secret: string;
}

/** Milliseconds for one request, its repeats not counted. */
const PATIENCE = 15_000;
/** Repeats after an answer of 5xx or 429, with a pause that doubles. */
const REPEATS = 2;

const PREFIX = 'media/';

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const whenStoreFails = (cause: unknown): never => fail('PART_DOWN', { retryAfter: 30 }, cause);

/** The content of each `<tag>` of an answer; names of ours need no unescaping. */
const tagged = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, content = '']) => content);

export class S3Store extends MediaStore {
  private readonly client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    super();
    const { keyId: accessKeyId, secret: secretAccessKey, region } = bucket;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: REPEATS });
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    await this.ask('PUT', this.address(name), bytes);
  }

  async get(name: string): Promise<Buffer | null> {
    const answer = await this.ask('GET', this.address(name));
    return answer && Buffer.from(await answer.arrayBuffer().catch(whenStoreFails));
  }

  async remove(name: string): Promise<void> {
    await this.ask('DELETE', this.address(name));
  }

  async *names(): AsyncIterable<string> {
    for (let from = ''; ;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: PREFIX });
      if (from !== '') query.set('continuation-token', from);
      const answer = await this.ask('GET', `${this.bucket.url}/${this.bucket.name}?${query.toString()}`);
      const xml = answer ? await answer.text() : '';
      yield* tagged(xml, 'Key').map((key) => key.split('/').at(-1) ?? '');
      from = tagged(xml, 'NextContinuationToken')[0] ?? '';
      if (from === '') return;
    }
  }

  /** The store itself keeps nothing that did not arrive whole. */
  async tidy(): Promise<void> {
    return Promise.resolve();
  }

  private address(name: string): string {
    return `${this.bucket.url}/${this.bucket.name}/${PREFIX}${placeOf(name)}`;
  }

  /** Null for 404. The digest of the body is signed, so that what arrives is what was sent. */
  private async ask(method: string, url: string, body?: Buffer): Promise<Response | null> {
    const headers = { 'X-Amz-Content-Sha256': sha256Of(body ?? Buffer.alloc(0)) };
    const signal = AbortSignal.timeout(PATIENCE);
    const sent = body ? new Uint8Array(body) : undefined;
    const answer = await this.client.fetch(url, { method, headers, body: sent, signal }).catch(whenStoreFails);
    if (answer.ok) return answer;
    const words = await answer.text().catch(() => '');
    if (answer.status === 404) return null;
    return whenStoreFails(new Error(`the store answered ${answer.status} to ${method}: ${words.slice(0, 200)}`));
  }
}
