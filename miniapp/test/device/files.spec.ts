/** What WeChat's files, recorder and player refuse, the device refuses too, and in its words. */
import { answering } from '../realm/wx-answer';
import type { Data, WxOptions } from '../realm/wx-types';
import { OWN_FOLDER, PhoneFiles } from './media/phone-files';
import { fileSystemManager } from './media/wx-files';
import { Permissions } from './media/wx-permissions';
import { innerAudioContext, recorderManager } from './media/wx-sound';

const files = new PhoneFiles();
const answer = answering(() => true);
const own = (from: Uint8Array): ArrayBuffer => new Uint8Array(from).buffer;
const manager = fileSystemManager(files, answer, own) as Record<string, (options: WxOptions) => void> & {
  mkdirSync: (address: string) => void;
};

afterAll(() => files.throwAway());

const does = (name: string, options: Data): Promise<Data> =>
  new Promise((success, fail) => manager[name]?.({ ...options, success, fail }));

const inVain = (errMsg: string) =>
  expect.objectContaining({ errMsg: expect.stringContaining(errMsg) as string }) as Data;

const filePath = `${OWN_FOLDER}/media/one.jpg`;

it('a temporary file moves into a folder that is there, and is gone from where it lay', async () => {
  const tempFilePath = files.temporary('jpg', Buffer.from('photo'));
  await expect(does('saveFile', { tempFilePath, filePath })).rejects.toEqual(inVain('no such file or directory'));
  manager.mkdirSync(`${OWN_FOLDER}/media`);
  expect(() => manager.mkdirSync(`${OWN_FOLDER}/media`)).toThrow('file already exists');
  await expect(does('saveFile', { tempFilePath, filePath: '/etc/one' })).rejects.toEqual(inVain('permission denied'));
  await does('saveFile', { tempFilePath, filePath });
  expect(files.kept()).toEqual(['one.jpg']);
  await expect(does('saveFile', { tempFilePath, filePath })).rejects.toEqual(inVain('tempFilePath file not exist'));
});

it('reading keeps within the file, and what is gone cannot be read', async () => {
  const { data } = await does('readFile', { filePath, position: 1, length: 4 });
  expect(Buffer.from(data as ArrayBuffer).toString()).toBe('hoto');
  for (const [position, length] of [
    [0, 6],
    [0, 0],
    [5, 1],
    [2, 4],
  ])
    await expect(does('readFile', { filePath, position, length })).rejects.toEqual(inVain('out of range'));
  await does('unlink', { filePath });
  await expect(does('readFile', { filePath })).rejects.toEqual(inVain('no such file or directory'));
});

it('a full phone keeps nothing more, and a new start has no temporary file of the last', async () => {
  files.room = 3;
  await expect(does('writeFile', { filePath, data: 'four' })).rejects.toEqual(inVain('maximum size'));
  const lent = files.temporary('jpg', Buffer.from('photo'));
  files.forgetTemporary();
  expect(files.has(lent)).toBe(false);
});

it('a recorder wants to be allowed and to run, and a player wants a file of a sound', async () => {
  type Sound = Record<string, (listener?: unknown) => void> & { src?: string };
  const told = (from: Sound, begin: () => void): Promise<Data> =>
    new Promise((heard) => {
      from.onError?.(heard);
      begin();
    });
  const recorder = recorderManager(files, new Permissions(), answer) as Sound;
  const how = { format: 'mp3', sampleRate: 16_000, encodeBitRate: 48_000 };
  expect(await told(recorder, () => recorder.stop?.())).toEqual({
    errMsg: expect.stringContaining('not start') as string,
  });
  expect(await told(recorder, () => recorder.start?.(how))).toEqual(inVain('auth deny'));
  const player = innerAudioContext(files, answer) as Sound;
  Object.assign(player, { src: `${OWN_FOLDER}/none.mp3` });
  expect(await told(player, () => player.play?.())).toEqual(expect.objectContaining({ errCode: 10003 }));
  Object.assign(player, { src: files.temporary('mp3', Buffer.from('no sound at all')) });
  expect(await told(player, () => player.play?.())).toEqual(expect.objectContaining({ errCode: 10004 }));
});
