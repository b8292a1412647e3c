/** The time now, to the minute, for everything that counts down. */
import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** Milliseconds UTC; the component draws again each minute. */
export function useClock(every = MINUTE): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
