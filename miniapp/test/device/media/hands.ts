/** What somebody does with the phone's camera and microphone, and what they see of it. */
import type { Person } from '../person';
import { takenBy, type Scene } from './scenery';

/** Smaller than what the app has WeChat press, and larger. */
export const BY_DAY: Scene = { width: 1200, height: 900, grain: 10, hue: 205 };
export const BY_NIGHT: Scene = { width: 2000, height: 1500, grain: 60, hue: 250 };

/** As a resident, opens the form and writes one sentence. */
export async function writes(resident: Person, words: string): Promise<void> {
  await resident.isLoggedIn('resident');
  resident.phone.launch();
  await resident.presses('我要反映');
  await resident.comesTo('tickets/open');
  await resident.chooses(/路灯照明/);
  await resident.writes(/说一说怎么了/, words);
}

/** Bytes; the smaller half of a photo by night. */
const HALF = 150_000;

/** One with the camera, several from the album. */
export async function takesPhotos(person: Person, ...scenes: Scene[]): Promise<void> {
  const { screen, photos } = person.phone;
  for (const scene of scenes) photos.push(await takenBy(screen.shell, scene));
  await person.presses('加照片：拍照或从相册里选');
  await person.answers(scenes.length === 1 ? '拍摄' : '从相册选择');
}

/** Allows the microphone where WeChat asks for it, and says something for so many milliseconds. */
export async function speaks(person: Person, milliseconds: number): Promise<void> {
  await person.presses('按一下，开始说');
  if (person.phone.permissions.of('scope.record') === undefined) await person.answers('允许');
  await person.sees('正在录音');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await person.presses('说好了');
}

/** How far each thing taken has come, as the page says it. */
export const marks = (person: Person): Promise<string[]> => person.wordsOf('upload-mark');

/** Waits until all of so many are on the server. */
export const hasSent = (person: Person, count: number): Promise<void> =>
  person.until(`${count} are on the server`, async () => {
    const all = await marks(person);
    return all.length === count && all.every((mark) => mark === '已传好');
  });

interface Kept {
  key: string;
  /** Bytes. */
  size: number;
}

const attached = ({ phone }: Person): Kept[] => (phone.storage.get('sg.attachments') ?? []) as Kept[];

/** Of everything that was taken and is still on the phone. */
export const bytesTaken = (person: Person): number => attached(person).reduce((sum, { size }) => sum + size, 0);

/** Waits until the draft speaks of all that was taken: it is kept every two seconds. */
export const draftHasAll = (person: Person): Promise<void> =>
  person.until('all is in the draft', () => {
    const drafts = JSON.stringify(person.phone.storage.get('sg.drafts') ?? '');
    return Promise.resolve(attached(person).every(({ key }) => drafts.includes(key)));
  });

/** Half of a photo is sent when the line breaks; the app is killed and comes back with it, and there is a line again. */
export async function losesTheLine(person: Person): Promise<void> {
  const { network } = person.phone;
  network.lasts = HALF;
  await takesPhotos(person, BY_NIGHT);
  await person.until('the line broke', () => Promise.resolve(!network.up));
  await person.sees(/等网络|等待上传/);
  await draftHasAll(person);
  person.phone.launch();
  person.phone.goes('tickets/open');
  await person.sees(/已恢复您上次没写完的内容/);
  await seesPhotos(person, 1);
}

/** Runs in the page: how many photos are drawn, and not only there. */
const drawn = (images: Element[]): number =>
  images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length;

export const seesPhotos = (person: Person, count: number): Promise<void> =>
  person.until(`sees ${count} photos`, async () => {
    const found = person.phone.screen.frame?.locator('.photo wx-image img');
    return (await found?.evaluateAll(drawn)) === count;
  });

/** Plays the voice until it ends by itself. */
export async function hearsOut(person: Person): Promise<void> {
  await person.presses(/播放录音/);
  await person.isOffered('停止播放');
  await person.isOffered(/播放录音/);
}

/** WeChat's own viewer shows this one of so many. */
export async function looksAt(person: Person, place: string): Promise<void> {
  const large = person.phone.screen.shell.getByRole('dialog', { name: place }).locator('img');
  await person.until(`looks at ${place}`, async () => (await large.evaluateAll(drawn)) === 1);
}
