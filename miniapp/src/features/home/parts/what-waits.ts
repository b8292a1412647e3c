/** Which of one's open matters home shows: the one that waits for one's own answer, otherwise the newest. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';

export const whatWaits = <T extends Pick<TicketRowView, 'stage'>>(newestFirst: readonly T[]): T | undefined =>
  newestFirst.find(({ stage }) => stage === 'resolved') ?? newestFirst[0];
