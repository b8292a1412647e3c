/** What a day's work starts from: how much there is of what, and the most pressing of it; the whole queue is a tab of its own. */
import { useState } from 'react';
import type { Queue } from '@sevengrid/shared/tickets/requests';
import { go, restart } from '../../../platform/navigate';
import { Button, Empty, FilterChips, Listed, WorkLine, WorkList } from '../../../ui';
import { countOf, useClock, useTexts, useWork, useWorkCounts, type TextKey } from '../../../use';

/** Lines on a home: as many as one takes in at a glance. */
const MOST_PRESSING = 3;

export interface WorkHomeListProps {
  queues: readonly { queue: Queue; words: TextKey }[];
  withGrid?: boolean;
}

export function WorkHomeList({ queues, withGrid }: WorkHomeListProps) {
  const { t } = useTexts();
  const now = useClock();
  const [queue, choose] = useState<Queue>('to_do');
  const counts = useWorkCounts();
  const list = useWork({ queue });
  const top = { ...list, items: list.items.slice(0, MOST_PRESSING), hasMore: false };
  return (
    <>
      <FilterChips
        label={t('work.queue.label')}
        options={queues.map((one) => ({
          value: one.queue,
          label: t(one.words),
          count: countOf(counts.data, one.queue),
        }))}
        value={queue}
        onChange={choose}
      />
      <Listed
        of={top}
        rows={MOST_PRESSING}
        empty={<Empty title={t('work.home.nothing')} hint={t('work.home.nothing.hint')} />}
      >
        {(items) => (
          <WorkList label={t('work.desk.list')}>
            {items.map((ticket) => (
              <WorkLine
                key={ticket.id}
                ticket={ticket}
                now={now}
                withGrid={withGrid}
                onPress={() => go('tickets/detail', { id: ticket.id })}
              />
            ))}
          </WorkList>
        )}
      </Listed>
      {list.items.length > MOST_PRESSING && (
        <Button kind="ghost" icon="list" onPress={() => restart('tickets/queue', { queue })}>
          {t('work.home.all')}
        </Button>
      )}
    </>
  );
}
