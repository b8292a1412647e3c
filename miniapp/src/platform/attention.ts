/** Whether somebody is at the phone: after five minutes without a touch nobody is, and nothing more is asked for by itself. */
import { signal } from './signal';

/** Milliseconds without a touch, a key or scrolling after which nobody is there. */
export const AWAY_AFTER = 5 * 60_000;

/** So often at most does a touch begin the time anew: scrolling touches many times a second. */
const AT_MOST_EVERY = 1_000;

export const attended = signal(true);

let since = -Infinity;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Somebody touched, typed or scrolled. */
export function touched(now = Date.now()): void {
  // A phone's clock may be set back.
  if (attended.get() && Math.abs(now - since) < AT_MOST_EVERY) return;
  since = now;
  clearTimeout(leaving);
  leaving = setTimeout(() => attended.set(false), AWAY_AFTER);
  attended.set(true);
}
