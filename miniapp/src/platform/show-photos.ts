/** Looking at photos large in WeChat: its own viewer, which pinches and turns. */
import Taro from '@tarojs/taro';

/** False where there is no viewer and the page has to show them itself. */
export function showPhotos(addresses: readonly string[], at: number): boolean {
  Taro.previewImage({ urls: [...addresses], current: addresses[at] }).catch(() => undefined);
  return true;
}
