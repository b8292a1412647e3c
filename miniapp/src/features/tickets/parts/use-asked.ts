/** Whether the reader is the one who asked: those at work read of that person, even where they wrote it down for them. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { useMe } from '../../../use';

export function useAsked({ mine }: Pick<TicketView, 'mine'>): boolean {
  const { side } = useMe();
  return mine && side !== 'worker' && side !== 'staff';
}
