/** Until when, for whoever asked: the return visit is the community's own clock, and no deadline of theirs. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { useClock } from '../use/use-clock';
import { useTexts } from '../use/use-texts';
import { Due } from './due';
import { Muted } from './type';

export function AskedDue({ ticket }: { ticket: Pick<TicketRowView, 'due' | 'phase'> }) {
  const { t } = useTexts();
  const now = useClock();
  const { due, phase } = ticket;
  if (!due || phase === 'closed') return null;
  if (due.clock === 'follow_up') return <Muted>{t('tickets.followUp.calm')}</Muted>;
  return <Due at={Date.parse(due.at)} now={now} />;
}
