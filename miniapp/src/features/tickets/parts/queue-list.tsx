/** The queue's lines, by due time; the chosen one is marked. */
import { Empty, Listed, WorkLine, WorkList } from '../../../ui';
import { useClock, useMe, useTexts } from '../../../use';
import type { QueueState } from './use-queue';

interface QueueListProps {
  of: QueueState;
  selectedId?: string;
  onOpen: (id: string) => void;
}

/** The element of a line, for bringing it into view. */
export const lineId = (ticketId: string): string => `line-${ticketId}`;

export function QueueList({ of, selectedId, onOpen }: QueueListProps) {
  const { t } = useTexts();
  const { side } = useMe();
  const now = useClock();
  const nothing =
    of.words.trim() === '' ? (
      <Empty title={t('work.queue.empty')} hint={t('work.queue.empty.hint')} />
    ) : (
      <Empty title={t('work.queue.found.none')} hint={t('work.queue.search.hint')} />
    );
  return (
    <Listed of={of.list} empty={nothing} rows={5}>
      {(items) => (
        <WorkList label={t('work.desk.list')}>
          {items.map((ticket) => (
            <WorkLine
              key={ticket.id}
              id={lineId(ticket.id)}
              ticket={ticket}
              now={now}
              withGrid={side === 'staff'}
              selected={ticket.id === selectedId}
              onPress={() => onOpen(ticket.id)}
            />
          ))}
        </WorkList>
      )}
    </Listed>
  );
}
