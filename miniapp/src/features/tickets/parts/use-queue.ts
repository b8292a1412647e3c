/** The queue as somebody has set it up: which filter, which grid, what is searched, and what it finds. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { GridView } from '@sevengrid/shared/grids/views';
import { QUEUES, type Queue } from '@sevengrid/shared/tickets/requests';
import type { Phase } from '@sevengrid/shared/tickets/terms';
import { useMe, useRoute, useSettled, useWork, useWorkCounts, type WorkFilter } from '../../../use';

export interface QueueState {
  filter: WorkFilter;
  /** Changes some of the filter. */
  put: (part: Partial<WorkFilter>) => void;
  words: string;
  search: (words: string) => void;
  /** Queues this person has. */
  queues: readonly Queue[];
  counts: ReturnType<typeof useWorkCounts>;
  list: ReturnType<typeof useWork>;
  grids: GridView[];
}

export const isQueue = (word: string | undefined): word is Queue => (QUEUES as readonly string[]).includes(word ?? '');

export function useQueue(first: Queue = 'to_do'): QueueState {
  const { may } = useMe();
  const [filter, setFilter] = useState<WorkFilter>({ queue: first });
  const [words, search] = useState('');
  const q = useSettled(words);
  const counts = useWorkCounts(filter.gridId);
  // A number is looked for everywhere: whoever has it in hand does not know in which queue it stands.
  const list = useWork(q.trim() === '' ? filter : { queue: 'all', q });
  const grids = useRoute(gridRoutes.grids, {}, { when: may('grid.read') }).data?.items ?? [];
  return {
    filter,
    put: (part) => setFilter((now) => ({ ...now, ...part })),
    words,
    search,
    queues: may('ticket.verify') ? QUEUES : QUEUES.filter((queue) => queue !== 'to_verify'),
    counts,
    list,
    grids,
  };
}

export const SHOWN_PHASES: readonly Phase[] = [
  'new',
  'active',
  'waiting_requester',
  'waiting_partner',
  'resolved',
  'closed',
];
