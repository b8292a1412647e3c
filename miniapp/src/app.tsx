/** The app: whatever must be true before the first page opens. */
import './platform/boot';
import './app.scss';
import { useLaunch, useDidHide, useDidShow } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { keepFollowCode } from './state/follow-codes';
import { launch } from './use/launch';
import { afterSending, mayWait } from './use/use-outbox';
import { lookedAt, queryClient } from './use/query-client';

// An appeal filed without network is sent when it returns; a guest's follow-code comes only with that answer.
mayWait([ticketRoutes.open]);
afterSending(ticketRoutes.open, ({ number, followCode }) => void (followCode && keepFollowCode(number, followCode)));

export default function App({ children }: PropsWithChildren) {
  useLaunch(launch);
  useDidShow(() => lookedAt(true));
  useDidHide(() => lookedAt(false));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
