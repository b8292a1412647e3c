/** TanStack Query, fitted to a phone: what is worth asking again, and when the app is looked at. */
import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query';
import { asFault } from '../api/fault';
import { attended, touched } from '../platform/attention';
import { online } from '../platform/network';

const RETRIES = 2;

/** Only what may pass by itself is asked again: a refusal stays a refusal. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < RETRIES && asFault(error).passing && asFault(error).status !== 429;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRetrying,
      retryDelay: (attempt) => 800 * 2 ** attempt,
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

let shown = true;

/** Looks that repeat themselves pause while nobody looks: they would keep a desk's session alive without end. */
const tellWhetherLookedAt = (): void => focusManager.setFocused(shown && attended.get());

/** Called once at launch. */
export function followAttention(): void {
  attended.subscribe(tellWhetherLookedAt);
}

/** Called once at launch. */
export function followNetwork(): void {
  onlineManager.setEventListener((setOnline) => online.subscribe(() => setOnline(online.get())));
}

/** The app came to the front or left it; whoever brings it to the front is there. */
export function lookedAt(is: boolean): void {
  shown = is;
  if (is) touched();
  tellWhetherLookedAt();
}

export interface HeardReply {
  /** Of the route. */
  name: string;
  /** The token it was asked with. */
  asker: string | undefined;
  reply: unknown;
}

/** Tells of every reply as it arrives, before a page is drawn with it. */
export function hearReplies(hear: (heard: HeardReply) => void): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const [name, asker] = event.query.queryKey as [string, string | undefined];
    hear({ name, asker, reply: event.query.state.data });
  });
}
