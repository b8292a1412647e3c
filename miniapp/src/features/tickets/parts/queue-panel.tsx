/** The queue on a phone: filters, lines, the next page at the bottom. */
import { go } from '../../../platform/navigate';
import { NeedLogin, NoPermission, Page, Skeleton } from '../../../ui';
import { useMe, useMoreAtBottom, useQueryOf, useTexts } from '../../../use';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';
import { isQueue, useQueue } from './use-queue';

export function QueuePanel() {
  const { t } = useTexts();
  const { me, loggedIn, may } = useMe();
  const { queue: asked } = useQueryOf<{ queue?: string }>();
  const queue = useQueue(isQueue(asked) ? asked : undefined);
  useMoreAtBottom(queue.list);
  const refresh = (): Promise<unknown> => Promise.all([queue.list.again(), queue.counts.again()]);
  return (
    <Page title={t('tickets.queue.title')} tab="queue" onRefresh={refresh}>
      {!loggedIn && <NeedLogin />}
      {loggedIn && !me && <Skeleton />}
      {me && !may('ticket.read') && <NoPermission />}
      {may('ticket.read') && (
        <>
          <QueueFilters of={queue} />
          <QueueList of={queue} onOpen={(id) => go('tickets/detail', { id })} />
        </>
      )}
    </Page>
  );
}
