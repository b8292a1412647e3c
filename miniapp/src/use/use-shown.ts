/** Whether this page is the one being looked at: pages below it stay alive and must not act. */
import { useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}
