/** An upload survives lost answers, cut lines and a killed server, and becomes one medium however often it is finished. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_AT_ONCE, MOST_BYTES } from '@sevengrid/shared/media/terms';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { Audits } from '../../src/platform/audit/audits';
import { Caller, newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { ServerProcess } from '../crash/server-process';
import { noise } from './pictures';
import { mp3 } from './sounds';
import { begin, digestOf, fetched, finish, sendRest, sendable, upload } from './uploading';

const DAY = 86_400_000;
const { start, send, upload: look, discard } = mediaRoutes;

let app: TestApp;
let cast: Cast;
let worker: Caller;
let photo: Buffer;

beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  worker = await cast.as('worker');
  photo = await noise(1100, 1000);
  // Two whole parts and a piece of a third.
  expect(Math.ceil(photo.length / MOST_AT_ONCE)).toBe(3);
}, 60_000);
afterAll(() => app.close());

const part = (from: number, to = from + MOST_AT_ONCE) => sendable(photo.subarray(from, to));
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await app.dataSource.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);

describe('sending', () => {
  it('the same part again, after its answer was lost, has one effect', async () => {
    const { id } = await begin(worker, 'photo', photo);
    const key = newKey();
    const once = () => worker.callWithBytes(send, { params: { id }, query: { offset: 0 } }, part(0), { key });
    expect([(await once()).reply.received, (await once()).reply.received]).toEqual([MOST_AT_ONCE, MOST_AT_ONCE]);
    expect(await count('media_part WHERE media_id = ?', [id])).toBe(1);
  });

  it('a part that is not the next is told where to go on', async () => {
    const begun = await begin(worker, 'photo', photo);
    const at = (offset: number, bytes = part(offset)) =>
      worker.callWithBytes(send, { params: { id: begun.id }, query: { offset } }, bytes);
    void (await at(0)).reply;
    for (const offset of [0, 5, MOST_AT_ONCE - 1, MOST_AT_ONCE + 1]) {
      const { problem } = await at(offset);
      expect([problem.code, problem.facts]).toEqual([
        'UPLOAD_OFFSET_OTHER',
        { received: MOST_AT_ONCE, size: photo.length },
      ]);
    }
    const tooMuch = await at(MOST_AT_ONCE, sendable(Buffer.alloc(MOST_AT_ONCE)));
    expect(tooMuch.status).toBe(200);
    const rest = photo.length - 2 * MOST_AT_ONCE;
    expect((await at(2 * MOST_AT_ONCE, sendable(Buffer.alloc(rest + 1)))).code).toBe('UPLOAD_OFFSET_OTHER');
  });

  it('one part from two lines at once is appended once', async () => {
    const begun = await begin(worker, 'photo', photo);
    const both = await Promise.all(
      [1, 2].map(() => worker.callWithBytes(send, { params: { id: begun.id }, query: { offset: 0 } }, part(0))),
    );
    expect(both.map(({ code }) => code).sort()).toEqual(['UPLOAD_OFFSET_OTHER', null].sort());
    expect((await worker.call(look, { params: { id: begun.id } })).reply.received).toBe(MOST_AT_ONCE);
  });

  it('begins once for one key, also when the first answer was lost', async () => {
    const key = newKey();
    const body = { kind: 'photo' as const, size: photo.length, sha256: digestOf(photo) };
    const [one, two] = [await worker.call(start, { body }, { key }), await worker.call(start, { body }, { key })];
    expect(one.reply.id).toBe(two.reply.id);
  });

  it('says at once what is too large', async () => {
    const sha256 = digestOf(photo);
    const tell = async (kind: 'photo' | 'voice', size: number) =>
      (await worker.call(start, { body: { kind, size, sha256 } })).code;
    expect(await tell('photo', MOST_BYTES.photo + 1)).toBe('MEDIA_TOO_LARGE');
    expect(await tell('voice', MOST_BYTES.voice + 1)).toBe('VOICE_TOO_LONG');
  });
});

describe('finishing', () => {
  it('waits for all bytes, and takes no others', async () => {
    const begun = await begin(worker, 'photo', photo);
    void (await worker.callWithBytes(send, { params: { id: begun.id }, query: { offset: 0 } }, part(0))).reply;
    const early = await finish(worker, begun.id);
    expect([early.code, early.problem.facts?.received]).toEqual(['UPLOAD_UNFINISHED', MOST_AT_ONCE]);
    const other = Buffer.from(photo);
    other[photo.length - 5] = (other[photo.length - 5] ?? 0) ^ 1;
    await sendRest(worker, { ...begun, received: MOST_AT_ONCE }, other);
    expect((await finish(worker, begun.id)).code).toBe('UPLOAD_DIGEST_OTHER');
    // The very same upload may be sent anew.
    await sendRest(worker, (await worker.call(look, { params: { id: begun.id } })).reply, photo);
    expect((await finish(worker, begun.id)).status).toBe(200);
  });

  it('twice at once, with keys of their own, makes one medium with its files and no parts', async () => {
    const begun = await begin(worker, 'photo', photo);
    await sendRest(worker, begun, photo);
    const answers = await Promise.all(Array.from({ length: 6 }, () => finish(worker, begun.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(answers.map(({ reply }) => reply.id))).toEqual(new Set([begun.id]));
    expect(await count("media WHERE id = ? AND state = 'stored'", [begun.id])).toBe(1);
    expect(await count('media_part WHERE media_id = ?', [begun.id])).toBe(0);
    const names = readdirSync(app.config.mediaDir, { recursive: true }).filter((name) =>
      String(name).includes(begun.id),
    );
    expect(names).toHaveLength(2);
  });

  it('takes no more bytes afterwards', async () => {
    const sound = mp3(1);
    const { id } = await upload(worker, 'voice', sound);
    const more = await worker.callWithBytes(send, { params: { id }, query: { offset: sound.length } }, part(0, 10));
    expect(more.code).toBe('UPLOAD_OVER');
    expect((await worker.call(look, { params: { id } })).reply.state).toBe('stored');
  });
});

describe('whose it is', () => {
  it('nobody else’s: not to see, to go on with, to finish or to throw away', async () => {
    const { id } = await begin(worker, 'photo', photo);
    const other = await cast.as('otherWorker');
    const answers = [
      await other.call(look, { params: { id } }),
      await other.callWithBytes(send, { params: { id }, query: { offset: 0 } }, part(0)),
      await finish(other, id),
      await other.call(discard, { params: { id } }),
    ];
    expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('NOT_FOUND'));
  });

  it('a day has an end, for a person and for all guests of one card together', async () => {
    const strict = await startApp({ beside: app, env: { MEDIA_A_DAY: '3' } });
    const as = async (who: 'resident' | 'guest') => strict.as(await cast.token(who));
    const body = { kind: 'voice' as const, size: 10, sha256: digestOf(photo) };
    const begins = async (caller: Caller) => (await caller.call(start, { body })).status;
    const person = await as('resident');
    expect([await begins(person), await begins(person), await begins(person)]).toEqual([201, 201, 201]);
    const refused = await person.call(start, { body });
    expect([refused.code, Number(refused.headers.get('retry-after')) > 0]).toEqual(['UPLOADS_USED_UP', true]);
    expect(await begins(await as('guest'))).toBe(201);
    await app.dataSource.query('UPDATE media SET started_at = NOW(3) - INTERVAL 25 HOUR WHERE owner_id = ?', [
      cast.id('resident'),
    ]);
    expect(await begins(person)).toBe(201);
    await strict.close();
  });
});

it('what is not finished in two days is forgotten, parts and all', async () => {
  const { id } = await begin(worker, 'photo', photo);
  void (await worker.callWithBytes(send, { params: { id }, query: { offset: 0 } }, part(0))).reply;
  app.moveTime(2.1 * DAY);
  await app.get(Scheduler).runNow('sweep-media');
  expect((await (await cast.as('worker')).call(look, { params: { id } })).code).toBe('NOT_FOUND');
  app.moveTime(0.1 * DAY);
  await app.get(Scheduler).runNow('sweep-media');
  expect(await count('media_part WHERE media_id = ?', [id])).toBe(0);
  app.moveTime(-2.2 * DAY);
});

it('goes on where it was after the server was killed again and again, and leaves no file without a row', async () => {
  if (!existsSync(join(__dirname, '../../dist/main.js')))
    throw new Error('server/dist is missing: npm run build first');
  const server = new ServerProcess(app.config.databaseUrl);
  await server.start();
  const token = await cast.token('staff');
  const phone = (): Caller => new Caller(server.url, token);
  const begun = await begin(phone(), 'photo', photo);
  const size = Math.ceil(photo.length / 5);
  for (let kills = 0; kills < 4; kills++) {
    const { received } = (await phone().call(look, { params: { id: begun.id } })).reply;
    const bytes = part(received, received + size);
    const sent = phone().callWithBytes(send, { params: { id: begun.id }, query: { offset: received } }, bytes);
    if (kills % 2 === 0) await sent;
    await server.kill();
    await sent.catch(() => undefined);
    await server.start();
  }
  await sendRest(phone(), (await phone().call(look, { params: { id: begun.id } })).reply, photo);
  const unheard = finish(phone(), begun.id);
  await server.kill();
  await unheard.catch(() => undefined);
  await server.start();
  const view = (await finish(phone(), begun.id)).reply;
  expect((await fetched(server.url, view.url)).status).toBe(200);
  await server.kill();
  const beside = await startApp({ beside: app, env: { MEDIA_DIR: server.mediaDir } });
  const [, files] = (await beside.get(Audits).run()).filter(({ name }) => /media|files/.test(name));
  expect([files?.walked, files?.broken]).toEqual([2, null]);
  await beside.close();
}, 180_000);
