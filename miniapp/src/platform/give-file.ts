/** Giving somebody a file in WeChat: opened in its viewer, from where it can be sent on or saved. */
import Taro from '@tarojs/taro';

interface Given {
  bytes: ArrayBuffer;
  type: string;
  name: string;
}

/** No path of somebody else's making. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(-80);

function written(path: string, bytes: ArrayBuffer): Promise<void> {
  return new Promise((done, failed) =>
    Taro.getFileSystemManager().writeFile({ filePath: path, data: bytes, success: () => done(), fail: failed }),
  );
}

/** False when WeChat has no viewer for it, or no room. */
export async function giveFile({ bytes, name }: Given): Promise<boolean> {
  const path = `${Taro.env.USER_DATA_PATH}/${safe(name)}`;
  try {
    await written(path, bytes);
    await Taro.openDocument({ filePath: path, showMenu: true });
    return true;
  } catch {
    return false;
  }
}
