/** Whatever keeps them, photos and voices come back as they were made, sealed where they lie, and go when they are to go. */
import { readFile, readdir, writeFile, utimes, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MediaStore, placeOf } from '../../src/media/store/media-store';
import { S3Store } from '../../src/media/store/s3-store';
import { Audits } from '../../src/platform/audit/audits';
import { newId } from '../../src/platform/database/new-id';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { testFolder } from '../actors/test-config';
import { Cast } from '../contract/cast';
import { SmallS3 } from '../outside/small-s3';
import { chromiumWebm } from './sounds';
import { CANARY, withMetadata } from './pictures';
import { begin, fetched, finish, sendRest, upload } from './uploading';

const DAY = 86_400_000;

interface Kept {
  env: Record<string, string>;
  /** Every file where it lies, by name. */
  lying(): Promise<Map<string, Buffer>>;
  write(name: string, bytes: Buffer): Promise<void>;
  stop(): Promise<void>;
}

function onDisk(): Promise<Kept> {
  const folder = testFolder('media');
  return Promise.resolve({
    env: { MEDIA_DIR: folder },
    lying: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      return new Map(
        await Promise.all(files.map(async (f) => [f.name, await readFile(join(f.parentPath, f.name))] as const)),
      );
    },
    write: async (name, bytes) => {
      await mkdir(join(folder, placeOf(name).slice(0, 2)), { recursive: true });
      await writeFile(join(folder, placeOf(name)), bytes);
    },
    stop: () => Promise.resolve(),
  });
}

async function inBucket(): Promise<Kept & { s3: SmallS3 }> {
  const s3 = await SmallS3.start();
  const lying = () => new Map([...s3.objects].map(([key, bytes]) => [key.split('/').at(-1) ?? '', bytes]));
  return {
    s3,
    env: s3.env,
    lying: () => Promise.resolve(lying()),
    write: (name, bytes) => Promise.resolve(void s3.objects.set(`media/${placeOf(name)}`, bytes)),
    stop: () => s3.stop(),
  };
}

describe.each<[string, () => Promise<Kept>]>([
  ['on disk', onDisk],
  ['in a bucket', inBucket],
])('%s', (_, open) => {
  let kept: Kept;
  let app: TestApp;
  let worker: Caller;

  beforeAll(async () => {
    kept = await open();
    app = await startApp({ env: kept.env });
    const cast = await new Cast(app).gather();
    worker = await cast.as('worker');
  });
  afterAll(async () => {
    await app.close();
    await kept.stop();
  });

  const audit = async (): Promise<(string | null)[]> =>
    (await app.get(Audits).run()).filter(({ name }) => /media|files/.test(name)).map(({ broken }) => broken);
  const sweep = () => app.get(Scheduler).runNow('sweep-media');
  const namesOf = async (id: string): Promise<string[]> =>
    [...(await kept.lying()).keys()].filter((name) => name.startsWith(id)).sort();

  it('a photo comes back as made, and lies there sealed', async () => {
    const view = await upload(worker, 'photo', await withMetadata('jpeg'));
    const [full, thumb] = [await fetched(app.url, view.url), await fetched(app.url, view.thumbUrl ?? '')];
    expect([full.status, thumb.status]).toEqual([200, 200]);
    expect(full.headers.get('content-type')).toBe('image/jpeg');
    expect(thumb.bytes.length).toBeLessThan(full.bytes.length);
    expect(await namesOf(view.id)).toEqual([`${view.id}.full`, `${view.id}.thumb`]);
    const sealed = (await kept.lying()).get(`${view.id}.full`) ?? Buffer.alloc(0);
    expect(sealed.includes(full.bytes.subarray(100, 140))).toBe(false);
    expect(Buffer.concat([full.bytes, thumb.bytes]).includes(CANARY)).toBe(false);
  });

  it('a voice comes back as bytes to be saved', async () => {
    const view = await upload(worker, 'voice', chromiumWebm());
    expect(view).toMatchObject({ kind: 'voice', seconds: 2, thumbUrl: null, width: null });
    const { status, headers, bytes } = await fetched(app.url, view.url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  });

  it('what nobody attaches in eight days goes, files first, and leaves neither file nor row', async () => {
    const [old, thrown] = [
      await upload(worker, 'photo', await withMetadata('png')),
      await upload(worker, 'voice', chromiumWebm()),
    ];
    void (await worker.call(mediaRoutes.discard, { params: { id: thrown.id } })).reply;
    expect((await fetched(app.url, thrown.url)).status).toBe(404);
    await sweep();
    // For an hour the files stay: a backup that had their rows before copies them yet.
    expect((await namesOf(thrown.id)).length).toBeGreaterThan(0);
    app.moveTime(0.05 * DAY);
    await sweep();
    expect([await namesOf(thrown.id), (await namesOf(old.id)).length]).toEqual([[], 2]);
    app.moveTime(8 * DAY);
    await sweep();
    app.moveTime(0.05 * DAY);
    await sweep();
    expect(await namesOf(old.id)).toEqual([]);
    // For a day the row stays, and with it what a late server writes is found.
    await kept.write(`${old.id}.full`, Buffer.from('late'));
    app.moveTime(1.1 * DAY);
    await sweep();
    expect(await namesOf(old.id)).toEqual([]);
    const rows = await app.dataSource.query<unknown[]>('SELECT id FROM media WHERE id IN (?)', [[old.id, thrown.id]]);
    expect(rows).toEqual([]);
    app.moveTime(-9.2 * DAY);
    expect(await audit()).toEqual([null, null]);
  });

  it('the audit names a file that was changed, one that is gone, and one that is nobody’s', async () => {
    const view = await upload(worker, 'photo', await withMetadata('webp'));
    const lying = await kept.lying();
    const whole = lying.get(`${view.id}.thumb`) ?? Buffer.alloc(0);
    const changed = Buffer.from(whole);
    changed[60] = (changed[60] ?? 0) ^ 1;
    await kept.write(`${view.id}.thumb`, changed);
    expect((await audit())[0]).toContain(view.id);
    expect((await fetched(app.url, view.thumbUrl ?? '')).status).toBe(500);
    await app.get(MediaStore).remove(`${view.id}.thumb`);
    expect((await audit())[0]).toContain('"thumb"');
    await kept.write(`${view.id}.thumb`, whole);
    const stray = `${newId()}.full`;
    await kept.write(stray, whole);
    expect(await audit()).toEqual([null, `the file ${stray} belongs to no media`]);
    await app.get(MediaStore).remove(stray);
    expect(await audit()).toEqual([null, null]);
  });
});

describe('a bucket', () => {
  let kept: Kept & { s3: SmallS3 };
  let app: TestApp;
  beforeAll(async () => {
    kept = await inBucket();
    app = await startApp({ env: kept.env });
  });
  afterAll(async () => {
    await app.close();
    await kept.stop();
  });

  it('believes only requests that are signed over their very content', async () => {
    const { MEDIA_S3_URL: url = '', MEDIA_S3_BUCKET: name = '', MEDIA_S3_KEY_ID: keyId = '' } = kept.env;
    const forger = new S3Store({ url, name, region: 'us-east-1', keyId, secret: 'a guess of mine' });
    await expect(forger.put(`${newId()}.full`, Buffer.from('x'))).rejects.toMatchObject({ code: 'PART_DOWN' });
    expect([kept.s3.refusals, kept.s3.objects.size]).toEqual([1, 0]);
    await app.get(MediaStore).put('A.full', Buffer.from('x'));
    expect(kept.s3.objects.size).toBe(1);
  });

  it('that is down makes uploads wait, loses none and stops nothing else', async () => {
    const cast = await new Cast(app).gather();
    const worker = await cast.as('worker');
    const bytes = await withMetadata('jpeg');
    const begun = await begin(worker, 'photo', bytes);
    await sendRest(worker, begun, bytes);
    kept.s3.broken = 500;
    const refused = await finish(worker, begun.id);
    expect([refused.code, refused.status]).toEqual(['PART_DOWN', 503]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await worker.call(gridRoutes.grids, {})).status).toBe(200);
    kept.s3.broken = null;
    const view = (await finish(worker, begun.id)).reply;
    expect((await fetched(app.url, view.url)).status).toBe(200);
  }, 60_000);
});

it('a server that was killed while it wrote leaves nothing that lasts', async () => {
  const app = await startApp();
  const incoming = join(app.config.mediaDir, 'incoming');
  await mkdir(incoming, { recursive: true });
  for (const [name, hours] of [
    ['old', 2],
    ['young', 0],
  ] as const) {
    await writeFile(join(incoming, name), 'half');
    const at = new Date(Date.now() - hours * 3_600_000);
    await utimes(join(incoming, name), at, at);
  }
  await app.get(Scheduler).runNow('sweep-media');
  expect(await readdir(incoming)).toEqual(['young']);
  await app.close();
});
