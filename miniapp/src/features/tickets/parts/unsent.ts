/** What an appeal that is still on the phone is called, and how far what goes along with it has come. */
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { useAttachments, useTexts, type Translate } from '../../../use';

/** Its words; where it was only spoken, that it was. */
export const unsentTitle = (t: Translate, { words = '' }: Partial<OpenTicket>): string =>
  words === '' ? t('tickets.mine.waiting.spoken') : words;

/** '' where nothing goes along. */
export function useUnsentMedia({ photoIds = [], voiceId }: Partial<OpenTicket>): string {
  const { t } = useTexts();
  const keys = [...photoIds, ...(voiceId === undefined ? [] : [voiceId])];
  const taken = useAttachments(keys);
  // What is no attachment of this phone any more is on the server.
  const sent = keys.length - taken.filter(({ state }) => state !== 'stored').length;
  return keys.length === 0 ? '' : t('tickets.mine.waiting.media', { n: keys.length, sent });
}
