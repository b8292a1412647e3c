/** Routes of retention: how long a community keeps personal words. */
import { reply, routes } from '../kernel/route';
import { WriteRetention } from './retention.requests';
import type { RetentionList } from './retention.views';
import { CommunityQuery } from './set-up.requests';

export const retentionRoutes = routes('retention', {
  read: {
    method: 'GET',
    path: '/retention',
    permission: 'scope.read',
    summary:
      'How long what is kept of people stays, and when it was last cleared away: by the community’s choice, or the same everywhere.',
    query: CommunityQuery,
    status: 200,
    reply: reply<RetentionList>('RetentionList'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/retention',
    permission: 'policy.edit',
    summary: 'Keep personal words for so many days. On the audit log; what is erased by it does not come back.',
    body: WriteRetention,
    status: 200,
    reply: reply<RetentionList>('RetentionList'),
    faults: ['RETENTION_OUT_OF_BOUNDS'],
  },
});
