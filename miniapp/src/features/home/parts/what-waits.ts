/** Which of one's open matters home shows: the one that asks one something, or waits for one's word, otherwise the newest. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';

export const whatWaits = <T extends Pick<TicketRowView, 'stage' | 'phase' | 'onBehalf'>>(
  newestFirst: readonly T[],
): T | undefined =>
  newestFirst.find(({ phase, onBehalf }) => phase === 'waiting_requester' && !onBehalf) ??
  newestFirst.find(({ stage, onBehalf }) => stage === 'resolved' && !onBehalf) ??
  newestFirst[0];
