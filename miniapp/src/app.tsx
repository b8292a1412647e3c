/** The app: whatever must be true before the first page opens. */
import './platform/boot';
import './app.scss';
import { useLaunch, useDidHide, useDidShow } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { launch } from './use/launch';
import { lookedAt, queryClient } from './use/query-client';

export default function App({ children }: PropsWithChildren) {
  useLaunch(launch);
  useDidShow(() => lookedAt(true));
  useDidHide(() => lookedAt(false));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
