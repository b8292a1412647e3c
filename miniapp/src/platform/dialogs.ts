/** How many dialogs are open: while there is one, what lies beneath hears no keys. */
import { signal } from './signal';

export const dialogs = signal(0);

/** Returns the way out. */
export function openDialog(): () => void {
  dialogs.set(dialogs.get() + 1);
  return () => dialogs.set(dialogs.get() - 1);
}
