/** Single keys for the desk (J, K, R, /): silent while somebody types or a modifier is held. */
import { useEffect, useRef } from 'react';
import type { Keys } from './use-keys';

const TYPING = ['INPUT', 'TEXTAREA', 'SELECT'];
/** On these, Enter means "press this". */
const PRESSED = ['BUTTON', 'A'];

export function useKeys(keys: Keys, active = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && TYPING.includes(event.target.tagName);
      if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return;
      if (event.key === 'Enter' && event.target instanceof HTMLElement && PRESSED.includes(event.target.tagName))
        return;
      const act = latest.current[event.key] ?? latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}
