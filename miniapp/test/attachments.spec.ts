/** What is taken along is on the phone first, then on the server in parts, once, whatever the line does; then in what is sent. */
import { createHash, randomBytes } from 'node:crypto';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_AT_ONCE } from '@sevengrid/shared/media/terms';
import { callAs } from '../src/api/ask';
import { sha256 } from '../src/platform/sha256';
import {
  attach,
  attachmentOf,
  attachments,
  changeAttachment,
  fileOf,
  letGo,
  passAttachmentsOn,
  sweepAttachments,
} from '../src/state/attachments';
import { LIFETIME, saveDraft, wipeDraft } from '../src/state/drafts';
import { begin, know } from '../src/state/session';
import { hurryUploads, takeBack, upload, uploadDue } from '../src/state/uploads';
import { mediaArrived, withMedia } from '../src/use/with-media';
import {
  answerWith,
  fillUp,
  seen,
  stored,
  takeWithCamera,
  files,
  type Answer,
  type SeenRequest,
} from './taro-stand-in';

const ID = '01J0000000000000000000MED1';
/** Three parts and a piece, however large the parts have grown. */
const PHOTO = randomBytes(3 * MOST_AT_ONCE + 1000);
/** Files go in the background. */
const settled = (): Promise<unknown> => new Promise((later) => setTimeout(later, 5));

/** A server that keeps what it is sent, and can lose the line. */
class Server {
  bytes = Buffer.alloc(0);
  starts = 0;
  finishes = 0;
  /** Called before each part is taken; an answer of its own in place of the server's. */
  before: (n: number) => Answer | 'cut' | 'lost' | undefined = () => undefined;
  private parts = 0;

  readonly answer = (request: SeenRequest): Promise<Answer> => {
    const { url, method } = request;
    const done = (data: object, statusCode = 200): Promise<Answer> => Promise.resolve({ statusCode, data });
    const view = { id: ID, kind: 'photo', state: 'open', size: PHOTO.length, received: this.bytes.length };
    if (url.endsWith('/media/uploads')) return (this.starts++, done(view, 201));
    if (url.endsWith('/finish')) return (this.finishes++, done({ id: ID, kind: 'photo' }));
    if (method === 'GET') return done(view);
    if (method === 'DELETE') return done({ id: ID });
    const how = this.before(this.parts++);
    if (how === 'cut') return Promise.reject(new Error('cut'));
    if (typeof how === 'object') return Promise.resolve(how);
    const offset = Number(new URL(url).searchParams.get('offset'));
    if (offset !== this.bytes.length)
      return done({ code: 'UPLOAD_OFFSET_OTHER', facts: { received: this.bytes.length, size: PHOTO.length } }, 409);
    this.bytes = Buffer.concat([this.bytes, Buffer.from(request.data as ArrayBuffer)]);
    return how === 'lost' ? Promise.reject(new Error('lost')) : done({ ...view, received: this.bytes.length });
  };
}

let server: Server;
const photo = () => attach('photo', takeWithCamera(PHOTO));

beforeEach(() => {
  letGo(attachments.get().map(({ key }) => key));
  stored.clear();
  seen.length = 0;
  fillUp(false);
  begin('token');
  know('PERSON');
  callAs({ token: () => 'token', language: () => 'zh', sessionLost: () => undefined });
  server = new Server();
  answerWith(server.answer);
});

describe('the digest', () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])('of %i bytes is that of everybody else', (length) => {
    const bytes = randomBytes(length);
    const own = new Uint8Array(bytes).buffer;
    expect(sha256(own)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('an upload', () => {
  it('is begun with size and digest, sent in parts, finished, and noted as stored', async () => {
    const { key } = await photo();
    expect(await upload(key)).toBe(ID);
    expect(server.bytes.equals(PHOTO)).toBe(true);
    expect(seen[0]?.data).toEqual({
      kind: 'photo',
      size: PHOTO.length,
      sha256: createHash('sha256').update(PHOTO).digest('hex'),
    });
    const parts = seen.filter(({ method }) => method === 'PUT');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ data }) => (data as ArrayBuffer).byteLength <= MOST_AT_ONCE)).toBe(true);
    expect(attachmentOf(key)).toMatchObject({ state: 'stored', sent: PHOTO.length, uploadId: ID });
    expect(await upload(key)).toBe(ID);
    expect([server.starts, server.finishes]).toEqual([1, 1]);
  });

  it('goes on where the server is, after a part or only its answer was lost', async () => {
    const { key } = await photo();
    server.before = (n) => (n === 0 ? 'lost' : n === 1 ? 'cut' : undefined);
    await expect(upload(key)).rejects.toMatchObject({ code: 'NETWORK_DOWN' });
    expect(attachmentOf(key)).toMatchObject({ state: 'waiting', attempts: 1, uploadId: ID });
    await expect(upload(key)).rejects.toMatchObject({ code: 'NETWORK_DOWN' });
    expect(await upload(key)).toBe(ID);
    expect(server.bytes.equals(PHOTO)).toBe(true);
    expect(server.starts).toBe(1);
  });

  it('waits out its pause, unless the network came back', async () => {
    const { key } = await photo();
    server.before = (n) => (n === 0 ? 'cut' : undefined);
    await expect(upload(key)).rejects.toThrow();
    uploadDue(Date.now());
    expect(attachmentOf(key)?.state).toBe('waiting');
    hurryUploads();
    expect(await upload(key)).toBe(ID);
  });

  it('in a storm that cuts every part pauses no longer each time, for the server was reached before', async () => {
    const { key } = await photo();
    server.before = () => 'cut';
    for (let n = 0; n < 4; n++) await expect(upload(key)).rejects.toThrow();
    expect(attachmentOf(key)?.attempts).toBe(1);
    answerWith(() => Promise.reject(new Error('no network')));
    for (let n = 0; n < 2; n++) await expect(upload(key)).rejects.toThrow();
    expect(attachmentOf(key)?.attempts).toBe(3);
  });

  it('that the server has forgotten begins anew, with a key of its own', async () => {
    const { key, beginKey } = await photo();
    server.before = (n) => (n === 0 ? { statusCode: 404, data: { code: 'NOT_FOUND' } } : undefined);
    await expect(upload(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(attachmentOf(key)).toMatchObject({ state: 'waiting', sent: 0 });
    expect(attachmentOf(key)?.uploadId).toBeUndefined();
    expect(attachmentOf(key)?.beginKey).not.toBe(beginKey);
    expect(await upload(key)).toBe(ID);
    expect(server.starts).toBe(2);
  });

  it('of what is no photo is refused with the server’s sentence, and not tried again', async () => {
    const { key } = await photo();
    const data = { code: 'MEDIA_KIND_UNKNOWN', detail: '只能上传照片' };
    answerWith((request) =>
      request.url.endsWith('/finish') ? Promise.resolve({ statusCode: 422, data }) : server.answer(request),
    );
    await expect(upload(key)).rejects.toMatchObject({ code: 'MEDIA_KIND_UNKNOWN' });
    expect(attachmentOf(key)).toMatchObject({ state: 'refused', detail: '只能上传照片' });
    seen.length = 0;
    hurryUploads();
    expect(seen).toEqual([]);
  });

  it('asked for twice is one, and three at most run at once', async () => {
    const { key } = await photo();
    expect(await Promise.all([upload(key), upload(key)])).toEqual([ID, ID]);
    expect(server.starts).toBe(1);
    let running = 0;
    let most = 0;
    answerWith(async (request) => {
      most = Math.max(most, ++running);
      await new Promise((later) => setTimeout(later, 2));
      running -= 1;
      server.bytes = Buffer.alloc(request.url.includes('/bytes') ? 0 : server.bytes.length);
      return request.url.includes('/bytes')
        ? { statusCode: 200, data: { id: ID, state: 'open', size: PHOTO.length, received: PHOTO.length } }
        : server.answer(request);
    });
    const keys: string[] = [];
    for (let n = 0; n < 6; n++) keys.push((await photo()).key);
    await Promise.all(keys.map(upload));
    expect(most).toBe(3);
  });
});

describe('what is sent', () => {
  it('waits for its uploads and names them by the server’s ids; others stay as they are', async () => {
    const { key } = await photo();
    const others = '01J0000000000000000000MED9';
    const input = { params: { id: 'X' }, body: { words: '好的', photoIds: [others, key] } };
    expect(await withMedia(input)).toEqual({ params: { id: 'X' }, body: { words: '好的', photoIds: [others, ID] } });
    expect(input.body.photoIds).toEqual([others, key]);
    expect(await withMedia({ body: { words: '好的' } })).toEqual({ body: { words: '好的' } });
    mediaArrived(input);
    await settled();
    expect([attachments.get(), files.size]).toEqual([[], 0]);
  });

  it('fails as its upload fails, and finds everything there the next time', async () => {
    const { key } = await photo();
    answerWith(() => Promise.reject(new Error('no network')));
    await expect(withMedia({ body: { voiceId: key } })).rejects.toMatchObject({ passing: true });
    answerWith(server.answer);
    expect(await withMedia({ body: { voiceId: key } })).toEqual({ body: { voiceId: ID } });
  });
});

describe('on the phone', () => {
  it('a file without room is told, and nothing is noted', async () => {
    fillUp(true);
    await expect(photo()).rejects.toThrow();
    expect(attachments.get()).toEqual([]);
  });

  it('what is taken back goes from the phone and from the server', async () => {
    const { key } = await photo();
    await upload(key);
    seen.length = 0;
    takeBack(key);
    await settled();
    expect([attachments.get().length, files.has(`wxfile://usr/media/${fileOf({ key, kind: 'photo' })}`)]).toEqual([
      0,
      false,
    ]);
    expect(seen[0]).toMatchObject({
      method: 'DELETE',
      url: expect.stringContaining(mediaRoutes.discard.path.replace(':id', ID)) as string,
    });
  });

  it('a launch keeps what a draft speaks of, and nothing else', async () => {
    const [kept, forgotten] = [await photo(), await photo()];
    saveDraft('tickets.open', { photos: [kept.key] });
    sweepAttachments();
    expect(attachments.get().map(({ key }) => key)).toEqual([kept.key]);
    expect(attachmentOf(forgotten.key)).toBeUndefined();
  });

  it('a draft that is written on for more than seven days keeps its photo, which is sent anew', async () => {
    const { key } = await photo();
    const first = attachmentOf(key);
    changeAttachment(key, { state: 'stored', uploadId: ID, sent: PHOTO.length });
    saveDraft('tickets.open', { photos: [key] });
    sweepAttachments(Date.now() + LIFETIME - 60_000);
    expect(attachmentOf(key)?.state).toBe('stored');
    const later = Date.now() + LIFETIME;
    saveDraft('tickets.open', { photos: [key], words: '又写了一句' }, undefined, later);
    sweepAttachments(later);
    expect(attachmentOf(key)).toMatchObject({ state: 'waiting', sent: 0, madeAt: later });
    expect(attachmentOf(key)?.uploadId).toBeUndefined();
    expect(attachmentOf(key)?.beginKey).not.toBe(first?.beginKey);
    wipeDraft('tickets.open');
    sweepAttachments(later);
    expect(attachments.get()).toEqual([]);
  });

  it('is one person’s: it passes to whom a guest turns out to be, and goes with a log-out', async () => {
    const { key } = await photo();
    passAttachmentsOn('PERSON', 'HEIR');
    expect(attachmentOf(key)?.owner).toBe('HEIR');
    seen.length = 0;
    uploadDue();
    expect(seen).toEqual([]);
    passAttachmentsOn('HEIR');
    await settled();
    expect([attachments.get().length, files.size]).toEqual([0, 0]);
  });
});
