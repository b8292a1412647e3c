/** What the handler wrote about the result that stands: the words of the latest resolving, and of no earlier one. */
import type { TicketView } from '@sevengrid/shared/tickets/views';

export function resultWords({ timeline }: Pick<TicketView, 'timeline'>): string | null {
  const resolved = timeline.filter(({ action }) => action === 'resolve').sort((a, b) => (a.at < b.at ? -1 : 1));
  return resolved.at(-1)?.words ?? null;
}
