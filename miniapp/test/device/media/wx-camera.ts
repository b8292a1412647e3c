/** Photos as WeChat hands them over and shows them: taken or chosen from the album, pressed, and looked at large. */
import type { Answering } from '../../realm/wx-answer';
import type { Data, WxOptions } from '../../realm/wx-types';
import type { GlassScreen } from '../screen';
import type { PhoneFiles } from './phone-files';
import { pressed } from './scenery';

export interface Camera {
  screen: GlassScreen;
  files: PhoneFiles;
  /** What is photographed, or chosen from the album, next. */
  photos: Buffer[];
}

const WAYS = { camera: '拍摄', album: '从相册选择' } as const;

/** WeChat presses this much where the app says nothing; and no narrower than the picture is. */
const QUALITY = 80;

interface MediaOptions extends WxOptions {
  count?: number;
  mediaType?: string[];
  sourceType?: (keyof typeof WAYS)[];
  src?: string;
  quality?: number;
  compressedWidth?: number;
  urls?: string[];
  current?: string;
}

async function choose({ screen, files, photos }: Camera, options: MediaOptions): Promise<Data> {
  const { count = 9, mediaType = ['image', 'video'], sourceType = ['album', 'camera'] } = options;
  if (!mediaType.includes('image')) throw new Error('the device films nothing');
  const way = await screen.ask({ shape: 'list', answers: sourceType.map((one) => WAYS[one]), cancel: '取消' });
  if (way === null) throw new Error('cancel');
  // A camera takes one at a time.
  const taken = photos.splice(0, way === WAYS.camera ? 1 : count);
  const tempFiles = taken.map((bytes) => ({
    tempFilePath: files.temporary('jpg', bytes),
    size: bytes.length,
    fileType: 'image',
  }));
  return { type: 'image', tempFiles };
}

async function press({ screen, files }: Camera, options: MediaOptions): Promise<Data> {
  const { src = '', quality = QUALITY, compressedWidth = Infinity } = options;
  if (!files.has(src)) throw new Error(`file doesn't exist ${src}`);
  const bytes = await pressed(screen.shell, files.read(src), Math.min(compressedWidth, 1e6), quality);
  return { tempFilePath: files.temporary('jpg', bytes) };
}

export function cameraApi(camera: Camera, answer: Answering): Data {
  /** Answered once it is done: by callbacks, or by a promise where the app gives none. Taro passes some calls on as they are. */
  const doing =
    (work: (camera: Camera, options: MediaOptions) => Promise<Data>) =>
    (options: MediaOptions = {}): Promise<Data> | undefined => {
      const done = work(camera, options);
      const tell = (to: WxOptions): void =>
        void done.then(
          (result) => answer(to, () => result),
          (error: Error) =>
            answer(to, () => {
              throw error;
            }),
        );
      if (!(options.success ?? options.fail ?? options.complete))
        return new Promise((success, fail) => tell({ success, fail }));
      tell(options);
      return undefined;
    };
  return {
    chooseMedia: doing(choose),
    compressImage: doing(press),
    previewImage: doing(async ({ screen }, { urls = [], current = '' }) => {
      await screen.showPhotos(urls, Math.max(0, urls.indexOf(current)));
      return {};
    }),
  };
}
