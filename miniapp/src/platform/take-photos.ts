/** Taking photos in WeChat: with the camera or from the album, made smaller by WeChat before they are sent. */
import Taro from '@tarojs/taro';
import type { Taken } from './local-files';

/** Bytes; what is larger is pressed once more. */
const LARGE = 400_000;
/** The server keeps no more than this. */
const EDGE = 1600;

async function smaller(path: string, size: number): Promise<Taken> {
  if (size <= LARGE) return { source: path, size };
  try {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: 75, compressedWidth: EDGE });
    const { size: after } = await sizeOf(tempFilePath);
    return { source: tempFilePath, size: after };
  } catch {
    // It goes as it is; the server makes it smaller.
    return { source: path, size };
  }
}

const sizeOf = (filePath: string): Promise<{ size: number }> =>
  new Promise((done, failed) =>
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => done({ size }), fail: failed }),
  );

/** At most `most`; none when the person turned back. */
export async function takePhotos(most: number): Promise<Taken[]> {
  const chosen = await Taro.chooseMedia({
    count: Math.min(most, 9),
    mediaType: ['image'],
    sourceType: ['camera', 'album'],
    sizeType: ['compressed'],
  }).catch(() => null);
  const files = chosen?.tempFiles ?? [];
  return Promise.all(files.map(({ tempFilePath, size }) => smaller(tempFilePath, size)));
}
