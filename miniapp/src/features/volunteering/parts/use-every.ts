/** Does something again and again while this page is looked at, also where nobody touches the screen: it hangs on a wall. */
import { useEffect, useRef } from 'react';
import { useShown } from '../../../use';

export function useEvery(milliseconds: number, act: () => unknown): void {
  const latest = useRef(act);
  latest.current = act;
  const shown = useShown();
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(() => void latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, shown]);
}
