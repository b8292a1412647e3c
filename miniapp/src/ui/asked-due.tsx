/** Until when, for whoever asked: an answer is theirs to give by then; the return visit is the community's own clock. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { urgencyOf, whenText } from '../platform/due-text';
import { useClock } from '../use/use-clock';
import { useTexts } from '../use/use-texts';
import { Due, DUE_TONES } from './due';
import { Box } from './elements';
import { Muted } from './type';

export function AskedDue({ ticket }: { ticket: Pick<TicketRowView, 'due' | 'phase' | 'onBehalf'> }) {
  const { t } = useTexts();
  const now = useClock();
  const { due, phase, onBehalf } = ticket;
  if (!due || phase === 'closed') return null;
  if (due.clock === 'follow_up') return <Muted>{t('tickets.followUp.calm')}</Muted>;
  if (due.clock === 'answer') {
    const at = Date.parse(due.at);
    const words = onBehalf ? 'tickets.waits.behalf.until' : 'tickets.waits.you.until';
    return <Box className={`due due-${DUE_TONES[urgencyOf(at, now)]}`}>{t(words, { when: whenText(t, at, now) })}</Box>;
  }
  return <Due at={Date.parse(due.at)} now={now} />;
}
