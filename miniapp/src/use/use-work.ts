/** What waits for a grid worker or for staff: counts looked at each minute, and the queue itself. */
import { useEffect, useState } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { useQueryClient } from '@tanstack/react-query';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { Queue } from '@sevengrid/shared/tickets/requests';
import type { Phase } from '@sevengrid/shared/tickets/terms';
import type { TicketCountsView, TicketRowView } from '@sevengrid/shared/tickets/views';
import { useMe } from './use-me';
import { useInfinite, useRoute, type Read, type ReadList } from './use-route';

const LOOK_EVERY = 60_000;

export function useWorkCounts(gridId?: string): Read<TicketCountsView> {
  const { may } = useMe();
  return useRoute(ticketRoutes.counts, { query: { gridId } }, { when: may('ticket.read'), every: LOOK_EVERY });
}

export interface WorkFilter {
  queue: Queue;
  phase?: Phase;
  gridId?: string;
  /** A number or its last digits. */
  q?: string;
}

export function useWork(filter: WorkFilter): ReadList<TicketRowView> {
  const { may } = useMe();
  const query = { ...filter, q: filter.q?.trim() === '' ? undefined : filter.q?.trim() };
  return useInfinite(ticketRoutes.queue, { query }, { when: may('ticket.read'), every: LOOK_EVERY });
}

/** How many a queue holds; `all` counts every phase. */
export function countOf(counts: TicketCountsView | undefined, queue: Queue): number | undefined {
  if (!counts) return undefined;
  if (queue === 'to_do') return counts.toDo;
  if (queue === 'due_soon') return counts.dueSoon;
  if (queue === 'to_verify') return counts.toVerify;
  return Object.values(counts.byPhase).reduce((sum, n) => sum + n, 0);
}

const PAUSE = 350;

/** `value` once nobody has typed for a moment, so that a search asks once and not at each key. */
export function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Fetches the next page when the reader reaches the bottom; the button for it stays for keyboards. */
export const useMoreAtBottom = (list: Pick<ReadList<unknown>, 'more'>): void => useReachBottom(() => list.more());

const MOVING: readonly string[] = [ticketRoutes.queue.name, ticketRoutes.counts.name, gridRoutes.bindings.name];

/** Asks again for everything on a home that may have moved since. */
export function useRefreshWork(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => MOVING.includes(String(queryKey[0])) });
}
