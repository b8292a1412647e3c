/** The desk: queue and ticket side by side, worked with the keyboard. */
import { useState } from 'react';
import { dialogs } from '../../../platform/dialogs';
import { blurAll, focusOn, showElement } from '../../../platform/focus';
import { go } from '../../../platform/navigate';
import { Box, Caption, Empty, NeedLogin, NoPermission, Page, Skeleton, TwoPane } from '../../../ui';
import { useKeys, useMe, useShown, useSignal, useTexts } from '../../../use';
import { QueueFilters, SEARCH_ID } from './queue-filters';
import { QueueList, lineId } from './queue-list';
import { StaffVerbs } from './staff-verbs';
import { TicketDetail } from './ticket-detail';
import { useQueue, type QueueState } from './use-queue';

/** Lines before the end at which the next page is fetched. */
const AHEAD = 3;

/** The ticket chosen, and the keys that move along the queue. */
function useDesk(queue: QueueState) {
  const [selectedId, select] = useState<string>();
  // Pages opened from here lie over the desk, and dialogs too: their keys are not the desk's.
  const shown = useShown();
  const covered = useSignal(dialogs) > 0;
  const { items } = queue.list;
  const at = items.findIndex(({ id }) => id === selectedId);
  const step = (by: 1 | -1): void => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    select(next.id);
    showElement(lineId(next.id));
    if (at + by >= items.length - AHEAD) queue.list.more();
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    r: () => items[at]?.stage === 'submitted' && go('tickets/act', { id: selectedId, action: 'accept' }),
    '/': () => focusOn(SEARCH_ID),
    Enter: () => selectedId && go('tickets/detail', { id: selectedId }),
    Escape: () => {
      blurAll();
      if (queue.words !== '') queue.search('');
      else select(undefined);
    },
  };
  useKeys(keys, shown && !covered);
  return { selectedId, select };
}

export function DeskPanel() {
  const { t } = useTexts();
  const { me, loggedIn, may } = useMe();
  const queue = useQueue();
  const { selectedId, select } = useDesk(queue);
  return (
    <Page title={t('tickets.desk.title')} tab="queue" wide extra={<Caption>{t('work.desk.keys')}</Caption>}>
      {!loggedIn && <NeedLogin />}
      {loggedIn && !me && <Skeleton />}
      {me && !may('ticket.read') && <NoPermission />}
      {may('ticket.read') && (
        <TwoPane
          list={
            <>
              <QueueFilters of={queue} />
              <QueueList of={queue} selectedId={selectedId} onOpen={select} />
            </>
          }
          detail={selectedId && <DeskTicket key={selectedId} id={selectedId} />}
          empty={<Empty title={t('work.desk.choose')} hint={t('work.desk.choose.hint')} />}
        />
      )}
    </Page>
  );
}

const DeskTicket = ({ id }: { id: string }) => (
  <TicketDetail
    ticketId={id}
    footer={(ticket) => (
      <Box className="desk-foot">
        <StaffVerbs ticket={ticket} />
      </Box>
    )}
  />
);
