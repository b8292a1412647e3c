/** Scanning a code with the camera, from inside the mini-program. */
import Taro from '@tarojs/taro';

export const canScan = true;

/** What the code says; null when the person turned back. */
export const scanCode = (): Promise<string | null> =>
  Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => null,
  );
