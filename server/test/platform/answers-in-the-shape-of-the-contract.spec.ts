/** The platform's promises to a caller: shapes of faults, order of refusals, hard input, headers, nothing in the log. */
import { startApp, type TestApp } from '../actors/start-app';
import { newKey } from '../actors/caller';
import { Ceilings } from '../../src/platform/http/ceilings';
import { securityHeaders } from '../../src/platform/http/security-headers';
import { DUMMY_TABLE, DummyModule, dummyRoutes, tokenOf } from './dummy';

const { make, look, handle, refuse } = dummyRoutes;
const person = tokenOf('P1');

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [DummyModule] });
  await app.dataSource.query(DUMMY_TABLE);
  await app.dataSource.query(`INSERT INTO person (id, created_at) VALUES (?, NOW(3))`, [person]);
});
afterAll(() => app.close());

describe('health', () => {
  it('lives and is ready', async () => {
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
  });
});

describe('who may call', () => {
  it('asks for a session, a live one, and the permission, in this order', async () => {
    expect((await app.as(null).call(handle, {})).code).toBe('SESSION_MISSING');
    expect((await app.as(tokenOf('NOBODY')).call(handle, {})).code).toBe('SESSION_MISSING');
    expect((await app.as(tokenOf('OLD')).call(handle, {})).code).toBe('SESSION_EXPIRED');
    expect((await app.as(person).call(handle, {})).code).toBe('NOT_ALLOWED');
    expect((await app.as(tokenOf('W1')).call(handle, {})).status).toBe(200);
  });

  it('tells a stranger nothing about the input', async () => {
    expect((await app.as(null).send(make, {}, { raw: '{' })).code).toBe('SESSION_MISSING');
  });

  it('demands a well-formed key of every write', async () => {
    const caller = app.as(person);
    expect((await caller.send(make, { body: { word: 'a' } }, { key: null })).code).toBe('KEY_MISSING');
    expect((await caller.send(make, { body: { word: 'a' } }, { key: 'short' })).code).toBe('KEY_MALFORMED');
    expect((await caller.send(make, { body: { word: 'a' } }, { key: 'k'.repeat(65) })).code).toBe('KEY_MALFORMED');
  });

  it('slows one session down without the others', async () => {
    const strict = await startApp({ modules: [DummyModule], beside: app, ceilings: new Ceilings({ perSession: 2 }) });
    const call = (id: string) => strict.as(tokenOf(id)).call(handle, {});
    await call('W1');
    await call('W1');
    const refused = await call('W1');
    expect(refused.code).toBe('TOO_OFTEN');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call('W2')).status).toBe(200);
    await strict.close();
  });

  it('has a ceiling by address', async () => {
    const strict = await startApp({ modules: [DummyModule], beside: app, ceilings: new Ceilings({ perAddress: 1 }) });
    await strict.as(null).call(look, { query: {} });
    expect((await strict.as(null).call(look, { query: {} })).code).toBe('TOO_OFTEN');
    await strict.close();
  });
});

describe('input', () => {
  const send = (body: unknown) => app.as(person).send(make, { body });
  const raw = (text: string | Uint8Array<ArrayBuffer>, headers = {}) =>
    app.as(person).send(make, {}, { raw: text, headers });

  it.each<[string, unknown, string, string]>([
    ['a missing field', {}, 'body.word', 'isString'],
    ['a blank field', { word: '   ' }, 'body.word', 'notBlank'],
    ['a wrong type', { word: 7 }, 'body.word', 'isString'],
    ['null for what may be absent', { word: 'a', phone: null }, 'body.phone', 'isString'],
    ['a field nobody knows', { word: 'a', admin: true }, 'body.admin', 'whitelistValidation'],
    ['constructor', { word: 'a', constructor: {} }, 'body.constructor', 'whitelistValidation'],
    ['a wrong nested field', { word: 'a', where: { place: '' } }, 'body.where.place', 'isLength'],
    ['an unknown nested field', { word: 'a', where: { place: 'b', x: 1 } }, 'body.where.x', 'whitelistValidation'],
    ['no object for a part', { word: 'a', where: 'b' }, 'body.where', 'nestedValidation'],
    ['U+0000', { word: 'a\u0000b' }, 'body.word', 'wellFormed'],
    ['half a surrogate pair', { word: '\ud83d' }, 'body.word', 'wellFormed'],
    ['a list for a body', [], 'body', 'isObject'],
  ])('names %s', async (_, body, field, rule) => {
    const { problem } = await send(body);
    expect(problem.code).toBe('INPUT_INVALID');
    const named = problem.fields?.find((of) => of.field === field);
    expect(named?.rules).toContain(rule);
  });

  it('refuses __proto__ as a field like any other', async () => {
    const { problem } = await raw('{"word":"a","__proto__":{"admin":true}}');
    expect(problem.fields).toEqual([{ field: 'body.__proto__', rules: ['whitelistValidation'] }]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('tells unreadable, unknown and too large bodies apart', async () => {
    expect((await raw('{"word":')).code).toBe('BODY_UNREADABLE');
    expect((await raw(new Uint8Array([0x22, 0xff, 0x22]))).code).toBe('BODY_UNREADABLE');
    expect((await raw('word=a', { 'content-type': 'application/x-www-form-urlencoded' })).code).toBe(
      'BODY_TYPE_UNKNOWN',
    );
    expect((await raw(JSON.stringify({ word: 'x'.repeat(2_000_000) }))).code).toBe('BODY_TOO_LARGE');
  });

  it('reads numbers in the query, and refuses a field sent twice or a cursor of no meaning', async () => {
    const nobody = app.as(null);
    expect((await nobody.call(look, { query: { limit: 3 } })).status).toBe(200);
    expect((await nobody.send(look, { query: { limit: '3x' } })).problem.fields?.[0]?.field).toBe('query.limit');
    expect((await nobody.call(look, { query: { cursor: 'nonsense' } })).problem.fields?.[0]?.field).toBe(
      'query.cursor',
    );
    const twice = await fetch(`${app.url}/api/v1/dummy?limit=1&limit=2`);
    expect(await twice.json()).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ field: 'query.limit', rules: ['once'] }],
    });
  });

  it.each([['emoji 🙏🏽'], ['<b>bold</b> & "quoted"'], ['བདེ་སྐྱིད་ གྲོང་ཚོ།'], ['𠮷野家'], ["'; DROP TABLE dummy; --"]])(
    'stores %s as it is',
    async (word) => {
      expect((await send({ word })).status).toBe(201);
      const found = await app.dataSource.query<unknown>('SELECT word FROM dummy WHERE BINARY word = ?', [word]);
      expect(found).toEqual([{ word }]);
    },
  );
});

describe('problems', () => {
  it('speak the language asked for', async () => {
    const [zh, bo] = [await app.as(null).call(refuse, {}), await app.as(null).call(refuse, {}, { language: 'bo' })];
    expect(zh.problem).toMatchObject({ status: 409, code: 'CHANGED_MEANWHILE', title: 'Conflict' });
    expect(zh.problem.detail).toMatch(/\p{Script=Han}/u);
    expect(bo.problem.detail).toMatch(/\p{Script=Tibetan}/u);
    expect(zh.problem.traceId).toBe(zh.headers.get('x-trace-id'));
  });

  it('say nothing of what nobody foresaw, neither to the caller nor in the log', async () => {
    const answer = await fetch(`${app.url}/api/v1/dummy/broken`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL' });
    expect(text + app.log.join('')).not.toContain('13800138000');
    expect(app.log.join('')).toContain((JSON.parse(text) as { traceId: string }).traceId);
  });

  it.each([
    ['GET', '/api/v1/nothing'],
    ['DELETE', '/api/v1/dummy'],
    ['GET', '/nothing'],
    ['GET', '/api/v1/%ff'],
  ])('answer %s %s with a problem', async (method, path) => {
    const answer = await fetch(app.url + path, { method });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([404, 400]).toContain(answer.status);
  });
});

describe('the log', () => {
  it('has the pattern of the route, and never a token, a query or a body', async () => {
    const secret = tokenOf('PSECRETTOKEN');
    await app.as(secret).send(make, { body: { word: 'a-secret-word' } }, { key: newKey() });
    await fetch(`${app.url}/c/ABCDEFGHJKMNPQRSTVWX22`);
    await fetch(`${app.url}/api/v1/dummy?cursor=a-secret-query`);
    const text = app.log.join('\n');
    for (const word of ['ABCDEFGHJKMNPQRSTVWX22', 'a-secret', 'PSECRETTOKEN']) expect(text).not.toContain(word);
    expect(text).toContain('"route":"/api/v1/dummy"');
  });
});

describe('headers', () => {
  it('are strict', async () => {
    for (const path of ['/api/v1/dummy', '/api/v1/nothing-here', '/health/live', '/c/nothing']) {
      const { headers } = await fetch(app.url + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy':
          "default-src 'self';img-src 'self' data: blob:;media-src 'self' blob:;style-src 'self' 'unsafe-inline';" +
          "script-src 'self';connect-src 'self';font-src 'self' data:;object-src 'none';base-uri 'none';" +
          "form-action 'self';frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'x-download-options': 'noopen',
        'x-frame-options': 'SAMEORIGIN',
        'x-permitted-cross-domain-policies': 'none',
        'x-xss-protection': '0',
      });
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('keep browsers to https in production alone', () => {
    expect(securityHeaders(true)['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security');
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1 with every reference resolved', async () => {
    const text = await (await fetch(`${app.url}/api/openapi.json`)).text();
    const document = JSON.parse(text) as { openapi: string; paths: object; components: { schemas: object } };
    expect(document.openapi).toBe('3.1.0');
    const wanted = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]));
    const known = Object.keys(document.components.schemas).map((name) => encodeURIComponent(name));
    expect([...wanted].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(text).not.toContain('#/definitions/');
  });

  it('can be read outside production', async () => {
    expect(await (await fetch(`${app.url}/api/docs`)).text()).toContain('swagger-ui-bundle.js');
    expect((await fetch(`${app.url}/api/docs/files/swagger-ui.css`)).status).toBe(200);
    expect((await fetch(`${app.url}/api/docs/files/package.json`)).status).toBe(404);
  });
});
