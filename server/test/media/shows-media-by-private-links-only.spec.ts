/** A link is good for one part of one medium until its time is over; nothing else leads to a file. */
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import type { MediaView } from '@sevengrid/shared/media/views';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { picture } from './pictures';
import { mp3 } from './sounds';
import { fetched, finish, upload } from './uploading';

const MINUTE = 60_000;

let app: TestApp;
let worker: Caller;
let photo: MediaView;
let other: MediaView;
let voice: MediaView;

beforeAll(async () => {
  app = await startApp();
  worker = await (await new Cast(app).gather()).as('worker');
  const bytes = await picture(60, 40).jpeg().toBuffer();
  [photo, other, voice] = [
    await upload(worker, 'photo', bytes),
    await upload(worker, 'photo', bytes),
    await upload(worker, 'voice', mp3(1)),
  ];
});
afterAll(() => app.close());

const codeAt = async (link: string): Promise<string> => {
  const { status, bytes } = await fetched(app.url, link);
  return status === 200 ? '' : (JSON.parse(bytes.toString()) as { code: string }).code;
};

const changed = (link: string, name: string, value: string): string => {
  const url = new URL(link, 'http://x');
  url.searchParams.set(name, value);
  return url.pathname + url.search;
};
const untilOf = (link: string): number => Number(new URL(link, 'http://x').searchParams.get('until'));
const proofOf = (link: string): string => new URL(link, 'http://x').searchParams.get('proof') ?? '';

it('opens without a session, as made for an image on a page', async () => {
  for (const link of [photo.url, photo.thumbUrl ?? '', voice.url]) expect(await codeAt(link)).toBe('');
});

it.each<[string, () => string]>([
  ['a later end', () => changed(photo.url, 'until', String(untilOf(photo.url) + 300))],
  ['an earlier end', () => changed(photo.url, 'until', String(untilOf(photo.url) - 300))],
  ['another part of the same photo', () => changed(photo.url, 'variant', 'thumb')],
  ['another photo', () => photo.url.replace(photo.id, other.id)],
  ['a voice in place of a photo', () => photo.url.replace(photo.id, voice.id)],
  ['a photo by the proof of a voice', () => changed(photo.url, 'proof', proofOf(voice.url))],
  [
    'one letter of the proof',
    () =>
      changed(
        photo.url,
        'proof',
        proofOf(photo.url).replace(/^./, (a) => (a === 'A' ? 'B' : 'A')),
      ),
  ],
  ['a proof of nothing', () => changed(photo.url, 'proof', 'A'.repeat(43))],
])('is as if it were not there with %s', async (_, link) => expect(await codeAt(link())).toBe('NOT_FOUND'));

it.each<[string, () => string]>([
  ['no proof', () => photo.url.replace(/&proof=.*/, '')],
  ['no end', () => photo.url.replace(/until=\d+&/, '')],
  ['a short proof', () => changed(photo.url, 'proof', 'abc')],
  ['the proof twice', () => `${photo.url}&proof=${proofOf(photo.url)}`],
  ['something beside', () => `${photo.url}&download=1`],
])('is wrong input with %s', async (_, link) => expect(await codeAt(link())).toBe('INPUT_INVALID'));

it('lasts ten minutes at least and fifteen at most, then says that it is over', async () => {
  app.moveTime(9 * MINUTE);
  expect(await codeAt(photo.url)).toBe('');
  app.moveTime(7 * MINUTE);
  expect([await codeAt(photo.url), await codeAt(voice.url)]).toEqual(['MEDIA_LINK_OVER', 'MEDIA_LINK_OVER']);
  app.moveTime(-16 * MINUTE);
});

it('is the same for a few minutes, so that a page seen twice asks for the same picture', async () => {
  expect(photo.url.replace(photo.id, '')).not.toBe(other.url.replace(other.id, ''));
  const again = await upload(worker, 'photo', await picture(20, 20).jpeg().toBuffer());
  expect((await finish(worker, again.id)).reply.url).toBe(again.url);
});

it('runs nothing, is kept by nobody on the way, and enters no log', async () => {
  const { headers } = await fetched(app.url, photo.url);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(app.log.join('\n')).not.toContain(proofOf(photo.url));
  expect(app.log.join('\n')).not.toContain(photo.id);
});

it('is the only way: no route lists media, and none answers a file by its id alone', () => {
  const files = ALL_ROUTES.filter(({ reply }) => reply.types !== undefined && reply.types[0] !== 'application/pdf');
  expect(files.filter(({ name }) => name.startsWith('media.')).map(({ name }) => name)).toEqual([
    mediaRoutes.photo.name,
    mediaRoutes.voice.name,
  ]);
  const replies = ALL_ROUTES.filter(({ name }) => name.startsWith('media.')).map(({ reply }) => reply.name);
  expect(replies.filter((name) => /Page|List/.test(name))).toEqual([]);
});
