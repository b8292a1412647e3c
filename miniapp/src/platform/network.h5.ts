/** Whether there is a network, as the browser sees it. */
import { signal } from './signal';

export const online = signal(typeof navigator === 'undefined' || navigator.onLine !== false);

/** Called once at launch. */
export function watchNetwork(): void {
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
}
