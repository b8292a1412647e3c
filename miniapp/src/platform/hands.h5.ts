/** Hands on the phone or at the desk, as the browser sees them: touch, mouse, keys, scrolling. */
import { touched } from './attention';

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'] as const;

/** Called once at launch. */
export function watchHands(): void {
  touched();
  // Caught on the way down, since scrolling inside an element never bubbles up.
  SIGNS.forEach((sign) => window.addEventListener(sign, () => touched(), { capture: true, passive: true }));
}
