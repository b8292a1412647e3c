/** Reading from the server: one value, or a list page by page. */
import { useDidShow } from '@tarojs/taro';
import { useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/react-query';
import type { InputOf, JsonRoute, ReplyOf, Route } from '@sevengrid/shared/kernel/route';
import type { Page } from '@sevengrid/shared/kernel/page';
import { call } from '../api/call';
import { asFault, type ApiFault } from '../api/fault';
import { language } from '../state/preferences';
import { session } from '../state/session';
import { LONG_AGO, lastReply } from './last-replies';
import { useSignal } from './use-signal';

/** What cached replies hang on: the route, who asks, in which language, and the input. */
export const keyOf = (route: Route, token: string | undefined, spoken: string, input: unknown): QueryKey => [
  route.name,
  token ?? '',
  spoken,
  input,
];

export interface ReadOptions {
  /** False: not yet, some input is missing. */
  when?: boolean;
  /** Milliseconds between looks while the page is open and somebody is at it. */
  every?: number;
  /** Looked at only when the page is opened or come back to, since each look is on record. */
  onShow?: boolean;
}

export interface Read<T> {
  data: T | undefined;
  fault: ApiFault | undefined;
  /** Nothing to show as yet. */
  loading: boolean;
  /** Something is shown and newer is being fetched. */
  refreshing: boolean;
  again: () => Promise<unknown>;
}

function useKey(route: Route, input: unknown): QueryKey {
  const token = useSignal(session)?.token;
  return keyOf(route, token, useSignal(language), input);
}

/** `const { data, fault, loading } = useRoute(ticketRoutes.one, { params: { id } })` */
export function useRoute<S extends JsonRoute>(
  route: S,
  input: InputOf<S>,
  options: ReadOptions = {},
): Read<ReplyOf<S>> {
  const found = useQuery({
    queryKey: useKey(route, input),
    queryFn: () => call(route, input),
    enabled: options.when !== false,
    refetchInterval: options.every ?? false,
    refetchOnWindowFocus: !options.onShow,
    // Once the network is back, what could not be read is read; a look that is on record is not repeated for it.
    refetchOnReconnect: (query) => !options.onShow || query.state.data === undefined,
    initialData: () => lastReply<ReplyOf<S>>(route, input),
    initialDataUpdatedAt: LONG_AGO,
  });
  useDidShow(
    () => void (options.onShow && found.isStale && options.when !== false && found.refetch({ cancelRefetch: false })),
  );
  return {
    data: found.data,
    fault: found.error ? asFault(found.error) : undefined,
    loading: found.isPending && found.fetchStatus !== 'idle',
    refreshing: found.isFetching && !found.isPending,
    again: found.refetch,
  };
}

export interface ReadList<T> extends Omit<Read<T[]>, 'data'> {
  items: T[];
  hasMore: boolean;
  loadingMore: boolean;
  more: () => void;
}

type ItemOf<S extends JsonRoute> = ReplyOf<S> extends Page<infer T> ? T : never;

/** A list that answers `{ items, nextCursor }`, a page at a time. */
export function useInfinite<S extends JsonRoute>(
  route: S,
  input: InputOf<S>,
  options: ReadOptions = {},
): ReadList<ItemOf<S>> {
  const found = useInfiniteQuery({
    queryKey: useKey(route, input),
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const { query } = input as { query?: object };
      const cursor = pageParam === '' ? undefined : pageParam;
      return call(route, { ...(input as object), query: { ...query, cursor } } as InputOf<S>) as Promise<
        Page<ItemOf<S>>
      >;
    },
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.when !== false,
    refetchInterval: options.every ?? false,
    refetchOnReconnect: true,
  });
  return {
    items: found.data?.pages.flatMap((page) => page.items) ?? [],
    fault: found.error ? asFault(found.error) : undefined,
    loading: found.isPending && found.fetchStatus !== 'idle',
    refreshing: found.isFetching && !found.isPending && !found.isFetchingNextPage,
    again: found.refetch,
    hasMore: found.hasNextPage,
    loadingMore: found.isFetchingNextPage,
    more: () => void (found.hasNextPage && !found.isFetchingNextPage && found.fetchNextPage()),
  };
}
