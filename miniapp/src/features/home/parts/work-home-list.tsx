/** The list a day's work starts from: filters with counts, and the lines by due time. */
import { useState } from 'react';
import type { Queue } from '@sevengrid/shared/tickets/requests';
import { go } from '../../../platform/navigate';
import { Empty, FilterChips, Listed, WorkLine, WorkList } from '../../../ui';
import { countOf, useClock, useTexts, useWork, useWorkCounts, type TextKey } from '../../../use';

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
      <Listed of={list} rows={4} empty={<Empty title={t('work.home.nothing')} hint={t('work.home.nothing.hint')} />}>
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
    </>
  );
}
