/** Hostile files, sent to a server of its own: none is kept as it came, none breaks anything, and memory has a bound. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import type { MediaView } from '@sevengrid/shared/media/views';
import { readKeys } from '../../src/platform/config/keys';
import { FieldCipher } from '../../src/platform/database/field-cipher';
import { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { testKeyFile } from '../actors/test-config';
import { Cast } from '../contract/cast';
import { ServerProcess } from '../crash/server-process';
import { PAYLOADS, hostileFiles, type Hostile } from './hostile-files';
import { fetched, tryUpload } from './uploading';

const MOST_MEMORY = 512 * 1024 * 1024;
/** Senders at once. */
const AT_ONCE = 4;

interface Came {
  file: Hostile;
  status: number;
  code: string;
  view: MediaView | null;
}

let app: TestApp;
let server: ServerProcess;
let cast: Cast;
let files: Hostile[];
const came: Came[] = [];

/** The most memory that the process ever had, in bytes. */
function peakOf(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** A session for each, so that the ceiling on one is not what is tested here. */
const worker = async (): Promise<Caller> => new Caller(server.url, await cast.token('worker'));

async function send(file: Hostile): Promise<void> {
  const answer = await tryUpload(await worker(), file.kind, file.bytes);
  came.push({ file, status: answer.status, code: answer.code ?? '', view: answer.code ? null : answer.reply });
}

beforeAll(async () => {
  if (!existsSync(join(__dirname, '../../dist/main.js')))
    throw new Error('server/dist is missing: npm run build first');
  app = await startApp();
  cast = await new Cast(app).gather();
  server = new ServerProcess(app.config.databaseUrl);
  files = await hostileFiles();
  await server.start();
  const queue = [...files];
  const sender = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await send(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}, 240_000);
afterAll(async () => {
  await server.kill();
  await app.close();
});

/** What lies in the store, opened. */
function kept(): Map<string, Buffer> {
  const cipher = new FieldCipher(readKeys(testKeyFile()));
  const entries = readdirSync(server.mediaDir, { recursive: true, withFileTypes: true }).filter((of) => of.isFile());
  return new Map(entries.map(({ name, parentPath }) => [name, cipher.openBytes(readFileSync(join(parentPath, name)))]));
}

/** Markers of a JPEG's segments up to its picture, and what comes behind its end. */
function segmentsOf(jpeg: Buffer): { markers: number[]; behind: number } {
  const markers: number[] = [];
  for (let at = 2; ;) {
    const marker = jpeg[at + 1] ?? 0;
    markers.push(marker);
    if (marker === 0xda) return { markers, behind: jpeg.length - 2 - jpeg.lastIndexOf(Buffer.from([0xff, 0xd9])) };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
}

it('every file became what it must', () => {
  const wrong = came.filter(({ file: { becomes }, code }) =>
    becomes === 'made anew' ? code !== '' : !becomes.includes(code),
  );
  expect(wrong.map(({ file, status, code }) => `${file.what}: ${status} ${code}`)).toEqual([]);
  expect(came.length).toBe(files.length);
  expect(files.length).toBeGreaterThan(50);
  process.stdout.write(`${came.length} hostile files, ${came.filter(({ view }) => view).length} made anew\n`);
});

it('none is kept as it came, nor with anything it carried', () => {
  const lying = kept();
  const stored = came.filter(({ view }) => view);
  expect(lying.size).toBe(stored.reduce((sum, { file }) => sum + (file.kind === 'photo' ? 2 : 1), 0));
  for (const bytes of lying.values()) {
    expect(files.filter((file) => file.kind === 'photo' && file.bytes.equals(bytes)).map(({ what }) => what)).toEqual(
      [],
    );
    expect(PAYLOADS.filter((payload) => bytes.includes(payload)).map(String)).toEqual([]);
  }
  // The search means something: each of these was sent.
  expect(PAYLOADS.filter((payload) => !files.some(({ bytes }) => bytes.includes(payload))).map(String)).toEqual([]);
});

it('each photo is a plain JPEG: a head, tables, the picture, and nothing behind it', () => {
  const photos = [...kept()].filter(([name]) => !name.endsWith('.voice'));
  expect(photos.length).toBeGreaterThan(40);
  // JFIF, quantisation, frame, Huffman tables, scan.
  const plain = new Set([0xe0, 0xdb, 0xc0, 0xc4, 0xda]);
  for (const [name, bytes] of photos) {
    const { markers, behind } = segmentsOf(bytes);
    expect([name, markers.filter((marker) => !plain.has(marker)), behind]).toEqual([name, [], 0]);
  }
});

it('what a link leads to is what was kept', async () => {
  const { view } = came.find(({ file }) => file.what === 'JPEG with a place and a name') ?? {};
  const { bytes } = await fetched(server.url, view?.url ?? '');
  expect(kept().get(`${view?.id}.full`)?.equals(bytes)).toBe(true);
  // It was held on its side: the picture is upright now, and says nothing about it.
  expect([view?.width, view?.height]).toEqual([900, 1200]);
});

it('a refused upload says so again, and goes no further', async () => {
  const caller = await worker();
  const refused = await tryUpload(caller, 'photo', Buffer.from('<html>'));
  expect(refused.code).toBe('MEDIA_KIND_UNKNOWN');
  const rows = await app.dataSource.query<{ id: string; state: string }[]>(
    "SELECT id, state FROM media WHERE state = 'refused'",
  );
  const id = rows[0]?.id ?? '';
  expect((await caller.call(mediaRoutes.finish, { params: { id } })).problem.status).toBeGreaterThanOrEqual(413);
  expect(await app.dataSource.query('SELECT media_id FROM media_part')).toEqual([]);
});

it(`the server had less than ${MOST_MEMORY >> 20} MB at any moment, and lives`, async () => {
  const peak = peakOf(server.pid);
  process.stdout.write(`peak of memory: ${peak >> 20} MB\n`);
  expect(peak).toBeLessThan(MOST_MEMORY);
  expect(peak).toBeGreaterThan(50 * 1024 * 1024);
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
});
