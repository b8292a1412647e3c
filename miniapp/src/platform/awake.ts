/** Keeps the phone's screen from going dark while others look at it. */
import Taro from '@tarojs/taro';

export function stayAwake(): () => void {
  const set = (keepScreenOn: boolean): void =>
    void Taro.setKeepScreenOn({ keepScreenOn }).then(undefined, () => undefined);
  set(true);
  return () => set(false);
}
