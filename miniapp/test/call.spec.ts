/** A call becomes the right request, and every kind of answer the right reply or fault. */
import { IsInt } from 'class-validator';
import { Id, Words } from '@sevengrid/shared/kernel/fields';
import { file, reply, routes } from '@sevengrid/shared/kernel/route';
import { callAs } from '../src/api/ask';
import { call, callWithBytes } from '../src/api/call';
import { problemsIn } from '../src/api/check';
import { download, fetchFile } from '../src/api/download';
import { ApiFault } from '../src/api/fault';
import { answerWith, files, opened, seen } from './taro-stand-in';

class OneParams {
  @Id()
  id!: string;
}
class NoteBody {
  @Words(2, 10)
  words!: string;
}
class ManyQuery {
  @IsInt()
  limit?: number;
  q?: string;
}

const table = routes('test', {
  many: {
    method: 'GET',
    path: '/things',
    permission: 'public',
    summary: '',
    query: ManyQuery,
    status: 200,
    reply: reply<{ items: string[] }>('Things'),
    faults: [],
  },
  note: {
    method: 'POST',
    path: '/things/:id/notes',
    permission: 'session',
    summary: '',
    params: OneParams,
    body: NoteBody,
    status: 201,
    reply: reply<{ ok: true }>('Ok'),
    faults: [],
  },
  enter: {
    method: 'POST',
    path: '/sessions',
    permission: 'public',
    summary: '',
    status: 201,
    reply: reply<{ token: string }>('Token'),
    faults: [],
    key: 'none',
  },
  send: {
    method: 'PUT',
    path: '/things/:id/bytes',
    permission: 'session',
    summary: '',
    params: OneParams,
    bytes: { max: 8 },
    status: 200,
    reply: reply<{ ok: true }>('Ok'),
    faults: [],
  },
  sheet: {
    method: 'GET',
    path: '/sheets',
    permission: 'session',
    summary: '',
    status: 200,
    reply: file(['application/pdf'], 'attachment'),
    faults: [],
  },
});

const lost: string[] = [];
const caught = (work: Promise<unknown>): Promise<ApiFault> => work.then(fail, (error: unknown) => error as ApiFault);
const fail = (): never => {
  throw new Error('should have been refused');
};
const note = (key?: string) => call(table.note, { params: { id: 'A/B' }, body: { words: '好的' } }, { key });

beforeEach(() => {
  seen.length = 0;
  lost.length = 0;
  callAs({ token: () => 'secret', language: () => 'bo', sessionLost: (token) => void lost.push(token) });
});

describe('a request', () => {
  it('carries path, query, token and language, and no key when it only reads', async () => {
    answerWith(() => Promise.resolve({ statusCode: 200, data: { items: ['a'] } }));
    expect(await call(table.many, { query: { limit: 5, q: '路 灯' } })).toEqual({ items: ['a'] });
    expect(seen[0]?.url).toBe('http://server.test/api/v1/things?limit=5&q=%E8%B7%AF%20%E7%81%AF');
    expect(seen[0]?.header).toMatchObject({ Authorization: 'Bearer secret', 'Accept-Language': 'bo' });
    expect(seen[0]?.header).not.toHaveProperty('Idempotency-Key');
  });

  it('carries the key of the intent, or a fresh ULID', async () => {
    answerWith(() => Promise.resolve({ statusCode: 201, data: { ok: true } }));
    await note('01ARZ3NDEKTSV4RRFFQ69G5FAV');
    await note();
    expect(seen[0]?.url).toBe('http://server.test/api/v1/things/A%2FB/notes');
    expect(seen[0]?.header['Idempotency-Key']).toBe('01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(seen[1]?.header['Idempotency-Key']).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('needs no key to log in', async () => {
    answerWith(() => Promise.resolve({ statusCode: 201, data: { token: 't' } }));
    await call(table.enter, {});
    expect(seen[0]?.header).not.toHaveProperty('Idempotency-Key');
  });
});

describe('an answer', () => {
  const problem = { code: 'THING_TAKEN', detail: '已经有人办了', traceId: 'abc', status: 409 };

  it('that is a problem becomes a fault with code, sentence and trace', async () => {
    answerWith(() => Promise.resolve({ statusCode: 409, data: problem }));
    const fault = await caught(note());
    expect(fault).toMatchObject({ code: 'THING_TAKEN', detail: '已经有人办了', traceId: 'abc', status: 409 });
    expect(fault.passing).toBe(false);
  });

  it('may arrive as text', async () => {
    answerWith(() => Promise.resolve({ statusCode: 409, data: JSON.stringify(problem) }));
    expect((await caught(note())).code).toBe('THING_TAKEN');
  });

  it('that never comes is NETWORK_DOWN, worth another try', async () => {
    answerWith(() => Promise.reject(new Error('timeout')));
    expect(await caught(note())).toMatchObject({ code: 'NETWORK_DOWN', status: 0, passing: true });
  });

  it('of a gateway is unreadable, never a crash', async () => {
    answerWith(() => Promise.resolve({ statusCode: 502, data: '<html>' }));
    expect(await caught(note())).toMatchObject({ code: 'ANSWER_UNREADABLE', status: 502, passing: true });
  });

  it('401 ends the session it was made with', async () => {
    answerWith(() => Promise.resolve({ statusCode: 401, data: { code: 'SESSION_EXPIRED' } }));
    await caught(note());
    expect(lost).toEqual(['secret']);
  });
});

describe('bytes', () => {
  const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
  const header = {
    'content-type': 'application/pdf; x=y',
    'Content-Disposition': `attachment; filename="_.pdf"; filename*=UTF-8''${encodeURIComponent('卡片 1.pdf')}`,
  };

  it('go as they are, with a key', async () => {
    answerWith(() => Promise.resolve({ statusCode: 200, data: { ok: true } }));
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    expect(await callWithBytes(table.send, { params: { id: 'A' } }, bytes, { key: 'a-key-of-mine' })).toEqual({
      ok: true,
    });
    expect(seen[0]).toMatchObject({ method: 'PUT', url: 'http://server.test/api/v1/things/A/bytes' });
    expect(seen[0]?.data).toBe(bytes);
    expect(seen[0]?.header).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'Idempotency-Key': 'a-key-of-mine',
    });
  });

  it('come as a file with its name, and are opened under a name of this folder', async () => {
    answerWith(() => Promise.resolve({ statusCode: 200, data: bytesOf('%PDF'), header }));
    const { bytes, type, name } = await fetchFile(table.sheet, {});
    expect([type, name, bytes.byteLength]).toEqual(['application/pdf', '卡片 1.pdf', 4]);
    expect(seen[0]?.responseType).toBe('arraybuffer');
    const outside = { ...header, 'Content-Disposition': `attachment; filename*=UTF-8''..%2F..%2Fa.pdf` };
    answerWith(() => Promise.resolve({ statusCode: 200, data: bytesOf('%PDF'), header: outside }));
    expect(await download(table.sheet, {})).toBe(true);
    expect(opened).toEqual(['wxfile://usr/.._.._a.pdf']);
    expect([...files.keys()]).toEqual(opened);
  });

  it('of a refusal are read for its code', async () => {
    const body = JSON.stringify({ code: 'THING_TAKEN', detail: '已经有人办了' });
    answerWith(() => Promise.resolve({ statusCode: 409, data: bytesOf(body) }));
    expect(await caught(fetchFile(table.sheet, {}))).toMatchObject({ code: 'THING_TAKEN', detail: '已经有人办了' });
  });
});

describe('a form', () => {
  it('is checked by the server’s own class', () => {
    expect(problemsIn(NoteBody, { words: '好的' })).toEqual([]);
    expect(problemsIn(NoteBody, { words: ' ' })[0]).toMatchObject({ field: 'body.words' });
  });
});
