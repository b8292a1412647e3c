/** Files that the app keeps on the phone until they are sent: in WeChat's own folder of this mini-program. */
import Taro from '@tarojs/taro';

/** A photo or a recording that was just made; where it lies is the platform's own business. */
export interface Taken {
  source: unknown;
  /** Bytes. */
  size: number;
}

const folder = (): string => `${Taro.env.USER_DATA_PATH}/media`;

/** Where it can be shown or played from. */
export const localAddress = (name: string): Promise<string> => Promise.resolve(`${folder()}/${name}`);

function makeFolder(): void {
  const files = Taro.getFileSystemManager();
  try {
    files.accessSync(folder());
  } catch {
    files.mkdirSync(folder(), true);
  }
}

/** Moves what was taken out of WeChat's temporary files. @throws when the phone has no room */
export async function keepLocal(name: string, { source }: Taken): Promise<void> {
  makeFolder();
  const filePath = await localAddress(name);
  await new Promise<void>((done, failed) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: String(source),
      filePath,
      success: () => done(),
      fail: failed,
    }),
  );
}

/** `length` bytes from `from` on. @throws when the file is gone */
export async function readLocal(name: string, from: number, length: number): Promise<ArrayBuffer> {
  const filePath = await localAddress(name);
  return new Promise<ArrayBuffer>((done, failed) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      position: from,
      length,
      success: ({ data }) => done(data as ArrayBuffer),
      fail: failed,
    }),
  );
}

/** What is gone already needs no word. */
export async function dropLocal(name: string): Promise<void> {
  const filePath = await localAddress(name);
  await new Promise<void>((done) =>
    Taro.getFileSystemManager().unlink({ filePath, success: () => done(), fail: () => done() }),
  );
}
