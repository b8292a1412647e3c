/** The app: whatever must be true before the first page opens. */
import './platform/boot';
import './app.scss';
import { useLaunch, useDidHide, useDidShow } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { keepFollowCode } from './state/follow-codes';
import { keepOpened } from './state/opened';
import { keepLast } from './use/last-replies';
import { launch } from './use/launch';
import { afterSending, mayWait } from './use/use-outbox';
import { lookedAt, queryClient } from './use/query-client';

// An appeal filed without network is sent when it returns; a guest's follow-code comes only with that answer.
mayWait([ticketRoutes.open]);
// With these an appeal can be filed, and the right numbers called, by whoever starts the app without network.
keepLast([identityRoutes.me, ticketRoutes.categories, cardRoutes.current]);
afterSending(ticketRoutes.open, (opened, key) => {
  keepOpened(key, opened);
  if (opened.followCode) keepFollowCode(opened.number, opened.followCode);
});

export default function App({ children }: PropsWithChildren) {
  useLaunch(launch);
  useDidShow(() => lookedAt(true));
  useDidHide(() => lookedAt(false));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
