/** Whether the reader is the one who asked: those at work read of that person, even where they wrote it down for them. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { useMe } from '../../../use';

export function useAsked({ mine }: Pick<TicketView, 'mine'>): boolean {
  const { side } = useMe();
  return mine && side !== 'worker' && side !== 'staff';
}

/** Whether they are spoken to as the person it is about: who filed for a neighbour reads of that person as well. */
export function useAddressed(ticket: Pick<TicketView, 'mine' | 'onBehalf'>): boolean {
  return useAsked(ticket) && !ticket.onBehalf;
}
