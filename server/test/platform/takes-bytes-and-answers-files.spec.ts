/** Raw bytes come in whole, within the route's own limit, and only from whoever may send them; files go out inert. */
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { demandsKey, type RouteSpec } from '@sevengrid/shared/kernel/route';
import { openApi } from '../../src/platform/http/openapi';
import { newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { DummyModule, dummyRoutes, tokenOf } from './dummy';

const { weigh, sheet, make } = dummyRoutes;
const MAX = weigh.bytes.max;

let app: TestApp;
beforeAll(async () => void (app = await startApp({ modules: [DummyModule] })));
afterAll(() => app.close());

const send = (bytes: Uint8Array<ArrayBuffer> | string, headers: Record<string, string> = {}, who = 'W1') =>
  fetch(`${app.url}/api/v1${weigh.path}`, {
    method: weigh.method,
    headers: {
      authorization: `Bearer ${tokenOf(who)}`,
      'idempotency-key': newKey(),
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: bytes,
  });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

/** A request written by hand, since fetch tells no lies; resolves with the status line, or '' when it was cut. */
function byHand(head: readonly string[], body: Buffer, then: 'wait' | 'hang up' = 'wait'): Promise<string> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (data) => (heard += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
    socket.write([`PUT /api/v1${weigh.path} HTTP/1.1`, 'Host: x', 'Connection: close', ...head, '', ''].join('\r\n'));
    socket.write(body);
    if (then === 'hang up') setTimeout(() => socket.destroy(), 100);
  });
}

const worker = [
  `Authorization: Bearer ${tokenOf('W1')}`,
  'Idempotency-Key: by-hand-1',
  'Content-Type: application/octet-stream',
];

describe('bytes', () => {
  it('arrive whole, more of them than a JSON body may have', async () => {
    const bytes = new Uint8Array(randomBytes(MAX));
    const answer = await send(bytes);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ size: MAX, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('are refused beyond the limit, whether their number was told or not', async () => {
    expect(await codeOf(await send(new Uint8Array(MAX + 1)))).toBe('BODY_TOO_LARGE');
    const chunk = Buffer.from(`${(MAX + 1).toString(16)}\r\n${'x'.repeat(MAX + 1)}\r\n0\r\n\r\n`);
    expect(await byHand([...worker, 'Transfer-Encoding: chunked'], chunk)).toContain(' 413 ');
  });

  it('of another declared type, or none at all, are refused', async () => {
    for (const type of ['image/jpeg', 'application/json', 'multipart/form-data; boundary=x', 'text/plain'])
      expect(await codeOf(await send('abc', { 'content-type': type }))).toBe('BODY_TYPE_UNKNOWN');
    const nothing = await send('');
    expect(await nothing.json()).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ field: 'bytes', rules: ['isNotEmpty'] }],
    });
  });

  it('are not what a route of JSON takes', async () => {
    const sent = await app.as(tokenOf('P1')).send(make, { bytes: new Uint8Array([1]) });
    expect(sent.code).toBe('BODY_TYPE_UNKNOWN');
  });

  it('are not read from a stranger, nor from somebody who may not send them', async () => {
    const length = `Content-Length: ${MAX}`;
    // Nothing of the body is ever sent: who is answered was refused before it was read.
    expect(await byHand(['Content-Type: application/octet-stream', length], Buffer.alloc(0))).toContain(' 401 ');
    const asPerson = [`Authorization: Bearer ${tokenOf('P1')}`, ...worker.slice(1), length];
    expect(await byHand(asPerson, Buffer.alloc(0))).toContain(' 403 ');
    const withoutKey = worker.filter((line) => !line.startsWith('Idempotency'));
    expect(await byHand([...withoutKey, length], Buffer.alloc(0))).toContain(' 400 ');
  });

  it('cut off in the middle break nothing', async () => {
    await byHand([...worker, 'Content-Length: 1000'], Buffer.alloc(10), 'hang up');
    expect((await send('abc')).status).toBe(200);
    expect(app.log.filter((line) => line.includes('INTERNAL'))).toEqual([]);
  });
});

describe('a file', () => {
  it('has its name in any script, is saved and never run', async () => {
    const answer = await app.as(tokenOf('P1')).send(sheet, {});
    expect(Buffer.from(answer.file).toString()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': '25',
      'content-disposition': `attachment; filename="___1__s.html"; filename*=UTF-8''%E4%B8%83%20%281%29%27s.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is refused as anything else is', async () => {
    expect((await app.as(null).send(sheet, {})).code).toBe('SESSION_MISSING');
  });

  it('is described with its types, and bytes with their number', () => {
    const document = JSON.stringify(openApi(Object.values<RouteSpec & { name: string }>(dummyRoutes), '1'));
    expect(document).toContain('"text/html":{"schema":{"type":"string","contentMediaType":"text/html"}}');
    expect(document).toContain(`"maxLength":${MAX}`);
    expect(demandsKey(weigh)).toBe(true);
  });
});
