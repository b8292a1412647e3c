/** Copying a text, so that it can be pasted into a message. */
import Taro from '@tarojs/taro';

/** False when the phone or the browser refuses. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
