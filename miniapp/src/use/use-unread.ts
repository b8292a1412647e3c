/** How many notices are unread, kept fresh while the app is looked at: the badge on the tab. */
import { useEffect } from 'react';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { unread } from '../state/unread';
import { useMe } from './use-me';
import { useRoute } from './use-route';
import { useSignal } from './use-signal';

/** Milliseconds. */
const LOOK_EVERY = 60_000;

export function useUnread(): number {
  const { may, loggedIn } = useMe();
  const reads = loggedIn && may('notice.read');
  const { data } = useRoute(noticeRoutes.unread, {}, { when: reads, every: LOOK_EVERY });
  const count = reads ? data?.unread : 0;
  useEffect(() => {
    if (count !== undefined) unread.set(count);
  }, [count]);
  return useSignal(unread);
}
