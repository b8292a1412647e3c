/** TanStack Query, fitted to a phone: what is worth asking again, and when the app is looked at. */
import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query';
import { asFault } from '../api/fault';
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

/** Called once at launch. */
export function followNetwork(): void {
  onlineManager.setEventListener((setOnline) => online.subscribe(() => setOnline(online.get())));
}

/** The app came to the front or left it. */
export const lookedAt = (is: boolean): void => focusManager.setFocused(is);
