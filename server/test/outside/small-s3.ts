/** A small S3-compatible store on loopback: keeps objects in memory and believes nobody whose signature it cannot compute itself. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const S3_KEY_ID = 'TESTKEYID';
export const S3_SECRET = 'a-secret-for-tests-only';
export const S3_BUCKET = 'sevengrid-test';
const REGION = 'us-east-1';

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** AWS Signature, version 4, computed from what arrived. */
function signatureOf(request: IncomingMessage, url: URL, signed: readonly string[], day: string): string {
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const headers = signed.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const digest = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, url.pathname, query.join('&'), headers, signed.join(';'), digest].join('\n');
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${S3_SECRET}`, day), REGION));
  return hmac(key, toSign).toString('hex');
}

export class SmallS3 {
  readonly objects = new Map<string, Buffer>();
  /** Of every request that was believed. */
  readonly methods: string[] = [];
  refusals = 0;
  /** While it is set, every request is answered with this status. */
  broken: number | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmallS3> {
    const server = createServer();
    const s3 = new SmallS3(server);
    server.on('request', (request, response) => void s3.hear(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return s3;
  }

  get env(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      MEDIA_S3_URL: `http://127.0.0.1:${port}`,
      MEDIA_S3_BUCKET: S3_BUCKET,
      MEDIA_S3_KEY_ID: S3_KEY_ID,
      MEDIA_S3_SECRET: S3_SECRET,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { status, body = '' } = this.answer(request, Buffer.concat(parts));
    response.writeHead(status).end(body);
  }

  private answer(request: IncomingMessage, body: Buffer): { status: number; body?: Buffer | string } {
    if (this.broken !== null) return { status: this.broken };
    const url = new URL(request.url ?? '/', 'http://s3');
    if (!this.believes(request, url, body)) {
      this.refusals += 1;
      return { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' };
    }
    const { method = '' } = request;
    this.methods.push(method);
    const key = url.pathname.slice(`/${S3_BUCKET}/`.length);
    if (!url.pathname.startsWith(`/${S3_BUCKET}`)) return { status: 404 };
    if (url.searchParams.get('list-type') === '2') return { status: 200, body: this.list(url.searchParams) };
    if (method === 'PUT') this.objects.set(key, body);
    if (method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const found = this.objects.get(key);
    return found ? { status: 200, body: method === 'GET' ? found : '' } : { status: 404 };
  }

  /** Two at a time, so that the next page is asked for. */
  private list(query: URLSearchParams): string {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const from = Number(query.get('continuation-token') ?? 0);
    const next = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    const contents = keys.slice(from, from + 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
  }

  private believes(request: IncomingMessage, url: URL, body: Buffer): boolean {
    const said =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
    const [, keyId, day = '', region, signed = '', signature] = said.exec(request.headers.authorization ?? '') ?? [];
    if (keyId !== S3_KEY_ID || region !== REGION || !String(request.headers['x-amz-date']).startsWith(day))
      return false;
    const names = signed.split(';');
    const needed = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name));
    const whole = request.headers['x-amz-content-sha256'] === sha256(body);
    return needed && whole && signatureOf(request, url, names, day) === signature;
  }
}
