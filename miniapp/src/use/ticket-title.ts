/** What a ticket is called where there is room for one line. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { Translate } from '../platform/translate';

/** Its first words; where it was spoken, that it was; where nothing is left, what it is about. */
export function ticketTitle(
  t: Translate,
  say: (text: Bilingual) => string,
  { title, spoken, category }: Pick<TicketRowView, 'title' | 'spoken' | 'category'>,
): string {
  if (title !== '') return title;
  return spoken ? t('tickets.spoken', { about: say(category) }) : say(category);
}
