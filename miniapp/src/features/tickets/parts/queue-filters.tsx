/** Above the queue: search by number, which queue, which phase, which grid. */
import { useState } from 'react';
import type { Queue } from '@sevengrid/shared/tickets/requests';
import type { Phase } from '@sevengrid/shared/tickets/terms';
import { ChoiceList, FilterChips, Icon, Press, SearchField, Sheet, Span, Stack } from '../../../ui';
import { countOf, useMe, useTexts, type TextKey } from '../../../use';
import { SHOWN_PHASES, type QueueState } from './use-queue';

export const SEARCH_ID = 'queue-search';

const ANY = 'any';

function queueWords(queue: Queue, isStaff: boolean): TextKey {
  if (queue === 'to_do' && !isStaff) return 'work.queue.to_do.worker';
  if (queue === 'due_soon' && isStaff) return 'work.queue.due_soon.staff';
  return `work.queue.${queue}`;
}

export function QueueFilters({ of }: { of: QueueState }) {
  const { t } = useTexts();
  const { side } = useMe();
  const { filter, put, counts, grids } = of;
  const isStaff = side === 'staff';
  return (
    <Stack gap={2}>
      <SearchField
        id={SEARCH_ID}
        label={t('work.queue.search')}
        placeholder={t('work.queue.search')}
        value={of.words}
        onChange={of.search}
      />
      <FilterChips
        label={t('work.queue.label')}
        options={of.queues.map((value) => ({
          value,
          label: t(queueWords(value, isStaff)),
          count: countOf(counts.data, value),
        }))}
        value={filter.queue}
        onChange={(queue) => put({ queue, phase: undefined })}
      />
      {filter.queue === 'all' && (
        <FilterChips<Phase | typeof ANY>
          label={t('work.queue.phase')}
          options={[
            { value: ANY, label: t('work.queue.phase.any') },
            ...SHOWN_PHASES.map((value) => ({
              value,
              label: t(`work.phase.${value}`),
              count: counts.data?.byPhase[value],
            })),
          ]}
          value={filter.phase ?? ANY}
          onChange={(phase) => put({ phase: phase === ANY ? undefined : phase })}
        />
      )}
      {grids.length > 1 && <GridPicker of={of} />}
    </Stack>
  );
}

function GridPicker({ of: { grids, filter, put } }: { of: QueueState }) {
  const { t, nameOf } = useTexts();
  const [open, setOpen] = useState(false);
  const grid = grids.find(({ id }) => id === filter.gridId);
  const chosen = grid ? nameOf(grid) : t('work.queue.grid.all');
  return (
    <>
      <Press className="filter queue-grid" label={`${t('work.queue.grid')}: ${chosen}`} onPress={() => setOpen(true)}>
        <Span>{chosen}</Span>
        <Icon name="down" />
      </Press>
      <Sheet open={open} title={t('work.queue.grid.pick')} onClose={() => setOpen(false)}>
        <ChoiceList
          label={t('work.queue.grid')}
          options={[
            { value: ANY, label: t('work.queue.grid.all') },
            ...grids.map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          value={filter.gridId ?? ANY}
          onChange={(id) => {
            put({ gridId: id === ANY ? undefined : id });
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
}
