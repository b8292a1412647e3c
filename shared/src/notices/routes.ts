/** Routes of notices: the inbox and its unread count. */
import { reply, routes } from '../kernel/route';
import { InboxQuery, MarkRead } from './requests';
import type { NoticePage, UnreadView } from './views';

export const noticeRoutes = routes('notices', {
  inbox: {
    method: 'GET',
    path: '/me/notices',
    permission: 'notice.read',
    summary: 'My notices, newest first.',
    query: InboxQuery,
    status: 200,
    reply: reply<NoticePage>('NoticePage'),
    faults: [],
  },
  unread: {
    method: 'GET',
    path: '/me/notices/unread',
    permission: 'notice.read',
    summary: 'How many I have not read.',
    status: 200,
    reply: reply<UnreadView>('UnreadView'),
    faults: [],
  },
  markRead: {
    method: 'POST',
    path: '/me/notices/read',
    permission: 'notice.read',
    summary: 'Mark some, or all, as read.',
    body: MarkRead,
    status: 200,
    reply: reply<UnreadView>('UnreadView'),
    faults: [],
  },
});
