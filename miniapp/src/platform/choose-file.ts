/** Choosing a file in WeChat: from a chat, since a mini-program sees no other files. */
import Taro from '@tarojs/taro';

export interface ChosenFile {
  name: string;
  /** In bytes. */
  size: number;
  read: () => Promise<ArrayBuffer>;
}

function readFile(path: string): Promise<ArrayBuffer> {
  return new Promise((done, failed) =>
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => (typeof data === 'string' ? failed(new Error('text')) : done(data)),
      fail: failed,
    }),
  );
}

/** Null when the person turned back. @param extensions without a dot */
export async function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  try {
    const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] });
    const [file] = chosen.tempFiles;
    return file ? { name: file.name, size: file.size, read: () => readFile(file.path) } : null;
  } catch {
    return null;
  }
}
