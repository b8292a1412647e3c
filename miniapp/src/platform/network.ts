/** Whether there is a network, as the phone sees it. */
import Taro from '@tarojs/taro';
import { signal } from './signal';

export const online = signal(true);

/** Called once at launch. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
  void Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') });
}
