/** How many notices are unread, for the tab bar; whoever reads the inbox sets it. */
import { signal } from '../platform/signal';

export const unread = signal(0);
