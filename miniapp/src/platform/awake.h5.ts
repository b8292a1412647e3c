/** Keeps a browser's screen from going dark while others look at it, where the browser can. */

export function stayAwake(): () => void {
  let held: WakeLockSentinel | undefined;
  let over = false;
  const hold = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      held = await navigator.wakeLock.request('screen');
      if (over) void held.release();
    } catch {
      // Refused, by a low battery for one: the screen then goes dark as always.
    }
  };
  const again = (): void => void hold();
  again();
  document.addEventListener('visibilitychange', again);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', again);
    void held?.release();
  };
}
