/** For whom a matter was filed, said to whoever filed it for a neighbour: the door, and the name as far as they may see it. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { useTexts } from '../use/use-texts';
import { Caption } from './type';

export interface OnBehalfProps {
  ticket: Pick<TicketRowView, 'onBehalf' | 'address'>;
  /** Masked. */
  name?: string | null;
}

export function OnBehalf({ ticket, name }: OnBehalfProps) {
  const { t } = useTexts();
  if (!ticket.onBehalf) return null;
  const whom = [ticket.address, name].filter(Boolean).join(' ');
  return <Caption>{whom === '' ? t('tickets.onBehalf.bare') : t('tickets.onBehalf', { whom })}</Caption>;
}
